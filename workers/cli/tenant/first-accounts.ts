import type { Words } from '#schema/contracts/campaign/branding.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { createAccounts, hashPassword, resetPassword } from '#workers/modules/identity/index.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import type { Ids } from '#workers/platform/ids.ts';
import { operatorActor } from '../pack/import-file.ts';

export type FirstAccount = { username: string; post: string; role: Role; password: string };

type Post = Omit<FirstAccount, 'password'>;

const administrators: readonly Post[] = [
  { username: 'sysadmin', post: '系统管理员', role: 'system-admin' },
  { username: 'secadmin', post: '安全管理员', role: 'security-admin' },
  { username: 'auditor', post: '审计管理员', role: 'audit-admin' },
];

const chain = {
  drafter: { post: '拟稿岗', role: 'commission-drafter' },
  checker: { post: '核稿岗', role: 'commission-checker' },
  countersigner: { post: '会签岗', role: 'commission-checker' },
  signer: { post: '签发岗', role: 'commission-signer' },
} as const;

/** Three administrators, and one person for each kind of step in the campaign's own 审签. */
export function firstPosts(campaign: Pick<Campaign, 'approval'>, { office }: Words): Post[] {
  const roles = [...new Set(campaign.approval.map(({ role }) => role))];
  return [
    ...administrators,
    ...roles.map((role) => ({
      ...chain[role],
      username: role,
      post: `${office}${chain[role].post}`,
    })),
  ];
}

/**
 * Makes the first accounts of a new region, each with a one-time password that is told here once and
 * has to be changed at the first sign-in.
 */
export async function createFirstAccounts(
  context: { db: Database; writer: Writer; clock: Clock; ids: Ids },
  posts: readonly Post[],
): Promise<FirstAccount[]> {
  const passwordHash = await hashPassword(crypto.randomUUID());
  const created = await createAccounts({
    context,
    input: {
      accounts: posts.map(({ username, post }) => ({
        username,
        name: post,
        post,
        secret: { passwordHash },
      })),
      actor: operatorActor,
    },
  });
  const idOf = new Map(created.map(({ username, personId }) => [username, personId]));
  const grants = posts.map(({ username, role }) => ({
    personId: idOf.get(username) ?? '',
    role,
  }));
  await giveGrants({ context, input: { grants, actor: operatorActor } });
  const accounts: FirstAccount[] = [];
  for (const post of posts) {
    const personId = idOf.get(post.username) ?? '';
    const input = { personId, reason: '首次登录', actor: operatorActor };
    accounts.push({ ...post, password: await resetPassword({ context, input }) });
  }
  return accounts;
}
