import * as v from 'valibot';
import type { Organization } from '#schema/contracts/organizations.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import type { Page } from '#workers/platform/http/pagination.ts';
import { listOrganizationRows } from '../organizations.repository.ts';
import type { ListFilter } from '../organizations.repository.ts';

const keySchema = v.tuple([v.number(), v.string()]);

type ListInput = ListFilter & {
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
};

/** A page of units in official order (机构序列), as far as the reader's posts reach. */
export async function listOrganizations(request: {
  context: TenantContext;
  input: ListInput;
}): Promise<Page<Organization>> {
  const { context, input } = request;
  assertHolds(context.actor, 'organizations.read');
  const { limit, after } = pageRequestOf(input, keySchema);
  const rows = await listOrganizationRows(context.db, {
    filter: input,
    range: rangeOf(context.actor, 'organizations.read'),
    after,
    limit: limit + 1,
  });
  return toPage(rows, limit, ({ order, id }) => [order, id]);
}
