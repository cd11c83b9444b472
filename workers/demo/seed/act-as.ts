import { permissionsOf } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { contextAt } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { readAccounts } from './ledger.repository.ts';

/** The context in which a post of the commission did something at an instant of the demo year. */
export async function actAs(
  tenant: DemoTenant,
  username: string,
  instant: number,
): Promise<TenantContext> {
  const account = tenant.world.accounts.find((each) => each.username === username);
  const known = (await readAccounts(tenant.db, [username])).get(username);
  if (account === undefined || known === undefined) throw new Error(`no account ${username}`);
  const { role, post } = account;
  const grant = { id: 'demo', role, relation: null, organizationId: null, path: null, to: null };
  return {
    ...contextAt(tenant, instant),
    requestId: 'demo',
    locale: 'zh-CN',
    actor: {
      personId: known.id,
      grants: [{ ...grant, permissions: [...permissionsOf(role)], from: '2000-01-01' }],
      recusedFrom: [],
      sessionId: 'demo',
      username,
      name: post,
      post,
      organizationId: null,
      authorityVersion: 1,
      idleUntil: instant,
      expiresAt: instant,
      mustChangePassword: false,
    },
  };
}
