import { listAccounts } from '#workers/modules/identity/index.ts';
import { readStoredTenant } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { createIds } from '#workers/platform/ids.ts';
import type { Databases } from '../supervisor/databases.ts';
import { CommandError } from '../terminal.ts';
import type { AddedTenant } from './add-tenant.ts';
import { createFirstAccounts, firstPosts } from './first-accounts.ts';

const chain = (['drafter', 'checker', 'signer'] as const).map((role) => ({
  key: role,
  title: role,
  role,
}));

/** The first accounts of a region that a module of the program brought, where it has none yet. */
export async function openAccounts(
  databases: Databases,
  { slug, clock, dryRun }: { slug: string; clock: Clock; dryRun: boolean },
): Promise<AddedTenant> {
  const db = databases.open(slug);
  const stored = databases.namespaces().includes(slug) ? await readStoredTenant(db) : undefined;
  if (stored === undefined) {
    throw new CommandError({ zh: `没有这个地区：${slug}`, en: `no such region: ${slug}` });
  }
  const none = { search: undefined, after: undefined, limit: 1 };
  const known = await listAccounts({ context: { db, clock }, input: none });
  if (known.length > 0) {
    throw new CommandError({
      zh: `${slug} 已有账号；口令由本单位的安全管理员重置`,
      en: `${slug} has accounts; its own security administrator resets passwords`,
    });
  }
  const { names, words } = stored.profile;
  const added = { slug, names, title: '' };
  if (dryRun) return { ...added, accounts: [] };
  const context = { db, writer: databases.writerOf(slug), clock, ids: createIds(clock) };
  const posts = firstPosts({ approval: chain }, words);
  return { ...added, accounts: await createFirstAccounts(context, posts) };
}
