import type { Pack } from '#schema/contracts/pack.ts';
import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { importDraft } from '#workers/modules/campaigns/index.ts';
import { publishCommonIndicators, registerRegionKey } from '#workers/modules/oversight/index.ts';
import { listPlugins, packPluginId } from '#workers/modules/plugin-host/index.ts';
import {
  listMirroredTenants,
  provisionControl,
  provisionTenant,
} from '#workers/modules/tenants/index.ts';
import type { TenantSource } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { sealedNamespace } from '#workers/platform/database/namespace.ts';
import { createIds } from '#workers/platform/ids.ts';
import { operatorActor, operatorAuthor } from '../pack/import-file.ts';
import { requirePack } from '../pack/read-file.ts';
import type { Databases } from '../supervisor/databases.ts';
import { controlNamespace, migrateNamespaces } from '../supervisor/migrations.ts';
import { CommandError } from '../terminal.ts';
import { createFirstAccounts, firstPosts, type FirstAccount } from './first-accounts.ts';

export type TenantAddition = {
  file: string;
  clock: Clock;
  dryRun: boolean;
  /** Throws away what an addition that was cut off has left, and starts over. */
  again: boolean;
};

export type AddedTenant = {
  slug: string;
  names: TenantProfile['names'];
  title: string;
  /** None when it was only tried out. */
  accounts: FirstAccount[];
};

export function sourceOfPack(pack: Pack, contentHash: string): TenantSource {
  const { region, branding, words, footer } = pack;
  const { slug: _slug, order = Number(region.divisionCode), ...who } = region;
  const plugin = { id: packPluginId, version: contentHash.slice(0, 12) };
  return { ...who, order, branding, words, footer, plugin };
}

/** A region takes no name, no database and no division code that is another's. */
async function assertFree(databases: Databases, { region }: Pack, again: boolean): Promise<void> {
  const { slug, divisionCode } = region;
  const known = databases.namespaces();
  const tenants = known.includes(controlNamespace)
    ? await listMirroredTenants(databases.open(controlNamespace))
    : [];
  const shipped = listPlugins().map(({ id, region: own }) => ({ slug: id, ...own }));
  const others = [...tenants, ...shipped];
  if (others.some((other) => other.slug === slug)) {
    throw new CommandError({
      zh: `/region/slug：代号“${slug}”已属于另一个地区，请换一个`,
      en: `/region/slug: “${slug}” belongs to another region; choose another`,
    });
  }
  const twin = others.find((other) => other.divisionCode === divisionCode);
  if (twin !== undefined) {
    throw new CommandError({
      zh: `/region/divisionCode：行政区划代码 ${divisionCode} 已属于“${twin.slug}”，请核对`,
      en: `/region/divisionCode: ${divisionCode} belongs to “${twin.slug}”; check it`,
    });
  }
  if (!again && [slug, sealedNamespace(slug)].some((name) => known.includes(name))) {
    throw new CommandError({
      zh: `“${slug}”上次没有添加完。它从未上线；加 --again 清除那次留下的内容并重新添加`,
      en: `“${slug}” was cut off half-way and never went on the air; --again clears it and starts over`,
    });
  }
}

async function prepareDatabases(databases: Databases, slug: string, clock: Clock): Promise<void> {
  const namespaces = [slug, sealedNamespace(slug)];
  for (const namespace of namespaces) {
    if (!databases.namespaces().includes(namespace)) continue;
    await databases.ensureNamespace(namespace);
    await databases.adminOf(namespace).remove(namespace);
  }
  await migrateNamespaces(databases, [controlNamespace]);
  const db = databases.open(controlNamespace);
  const higher = { db, writer: databases.writerOf(controlNamespace), clock };
  await provisionControl({ context: higher });
  await publishCommonIndicators({ context: higher });
  await migrateNamespaces(databases, namespaces);
}

/**
 * Puts a region on the air from a file alone, on the running server: databases and keys, profile,
 * first accounts, the campaign as a draft. Control learns of it last, so that nobody meets half of it.
 */
export async function addTenant(
  databases: Databases,
  { file, clock, dryRun, again }: TenantAddition,
): Promise<AddedTenant> {
  const { pack, contentHash } = await requirePack(file);
  await assertFree(databases, pack, again);
  const { slug, names } = pack.region;
  const posts = firstPosts(pack.campaign, pack.words);
  const added = { slug, names, title: pack.campaign.title };
  if (dryRun) return { ...added, accounts: [] };
  await prepareDatabases(databases, slug, clock);
  const own = { db: databases.open(slug), writer: databases.writerOf(slug), clock };
  const input = { slug, source: sourceOfPack(pack, contentHash) };
  const tenant = await provisionTenant({ context: own, input });
  const context = { ...own, tenant, ids: createIds(clock) };
  const accounts = await createFirstAccounts(context, posts);
  await importDraft({
    context,
    input: { pack, contentHash, author: operatorAuthor, actor: operatorActor },
  });
  const control = databases.writerOf(controlNamespace);
  await provisionTenant({ context: { ...own, control }, input });
  await registerRegionKey({
    context: { db: databases.open(controlNamespace), writer: control, clock },
    input: { slug, key: await databases.keyRing.keyFor(slug) },
  });
  return { ...added, accounts };
}
