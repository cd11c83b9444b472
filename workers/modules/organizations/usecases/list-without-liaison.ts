import * as v from 'valibot';
import type { UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { standingOf } from '../invitations.domain.ts';
import {
  countWithoutLiaisonQuery,
  readLiaisonAsk,
  unitsWithoutLiaisonQuery,
} from '../liaisons.repository.ts';

const KeySchema = v.tuple([v.number(), v.string()]);

/** 无联络员: units where nobody can fill in, as far as the reader's posts reach. */
export async function listWithoutLiaison(request: {
  context: TenantContext;
  input: {
    readonly kind?: Organization['kind'] | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: string | undefined;
  };
}): Promise<UnitsWithoutLiaison> {
  const { context, input } = request;
  assertHolds(context.actor, 'organizations.read');
  const now = context.clock.now();
  const { limit, after } = pageRequestOf(input, KeySchema);
  const range = rangeOf(context.actor, 'organizations.read');
  const filter = { range, day: dayOf(now) };
  const { kind } = input;
  const [rows, counts] = await Promise.all([
    unitsWithoutLiaisonQuery(context.db, { ...filter, kind }, { after, limit: limit + 1 }),
    countWithoutLiaisonQuery(context.db, filter),
  ]);
  const { items, nextCursor } = toPage(rows, limit, ({ order, id }) => [order, id]);
  return {
    items: items.map(({ order: _order, pending, asked, ...unit }) => {
      const kept = pending === null ? undefined : v.parse(PendingSchema, JSON.parse(pending));
      return {
        ...unit,
        invitation: kept === undefined ? null : standingOf(kept, now),
        invitedAt: kept?.openedAt ?? null,
        asked: readLiaisonAsk(asked),
      };
    }),
    nextCursor,
    counts,
    asOf: now,
  };
}

const PendingSchema = v.object({
  state: v.picklist(['asked', 'authorized']),
  tokenHash: v.nullable(v.string()),
  expiresAt: v.nullable(v.number()),
  openedAt: v.number(),
});
