import { importDraft } from '#workers/modules/campaigns/index.ts';
import { readStoredTenant } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { createIds } from '#workers/platform/ids.ts';
import type { Databases } from '../supervisor/databases.ts';
import { CommandError, inWords } from '../terminal.ts';
import { requirePack } from './read-file.ts';

/** Whom a draft names that no person opened. */
export const operatorAuthor = { id: 'operator', post: '平台运维（方案文件导入）' };
export const operatorActor = { kind: 'operator', id: null } as const;

/** Puts the campaign of a file into a region's console, as a draft. */
export async function importFile(
  databases: Databases,
  input: { slug: string; file: string; dryRun: boolean; clock: Clock; carriesOut?: boolean },
): Promise<string> {
  const { slug, file, dryRun, clock, carriesOut = false } = input;
  const { pack, contentHash } = await requirePack(file);
  const db = databases.open(slug);
  const stored = databases.namespaces().includes(slug) ? await readStoredTenant(db) : undefined;
  if (stored === undefined) {
    throw new CommandError({ zh: `没有这个地区：${slug}`, en: `no such region: ${slug}` });
  }
  if (pack.region.slug !== slug && !carriesOut) {
    throw new CommandError({
      zh: `这份文件是“${pack.region.slug}”的，不能导入“${slug}”。如要承接这份上级方案，请加 --carry-out；如确要借用，请先把文件中的 region.slug 改为 ${slug} 并删去 contentHash`,
      en: `this file belongs to “${pack.region.slug}”, not to “${slug}”. To carry it out as a higher authority’s campaign, add --carry-out; to borrow it, write ${slug} as its region.slug and drop contentHash`,
    });
  }
  const { title } = pack.campaign;
  if (dryRun)
    return inWords({ zh: `将导入为草稿：${title}`, en: `would import as a draft: ${title}` });
  const context = {
    tenant: stored.profile,
    db,
    writer: databases.writerOf(slug),
    clock,
    ids: createIds(clock),
  };
  const { id, amends } = await importDraft({
    context,
    input: { pack, contentHash, carriesOut, author: operatorAuthor, actor: operatorActor },
  });
  return amends
    ? inWords({
        zh: `已导入为修订草稿 ${id}：${title}`,
        en: `imported as an amendment ${id}: ${title}`,
      })
    : inWords({ zh: `已导入为草稿 ${id}：${title}`, en: `imported as draft ${id}: ${title}` });
}
