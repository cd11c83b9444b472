import * as v from 'valibot';
import type { LiaisonAsked, UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { standingOf } from '../invitations.domain.ts';
import { countWithoutLiaisonQuery, unitsWithoutLiaisonQuery } from '../liaisons.repository.ts';
import { createOrganizationNotFoundError } from '../organizations.errors.ts';
import { LIAISON_WANTED } from '../organizations.events.ts';
import { findOrganization } from '../organizations.repository.ts';

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
    items: items.map(({ order: _order, pending, ...unit }) => {
      const kept = pending === null ? undefined : v.parse(PendingSchema, JSON.parse(pending));
      return {
        ...unit,
        invitation: kept === undefined ? null : standingOf(kept, now),
        invitedAt: kept?.openedAt ?? null,
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

/** 请系统管理员邀请: who sees a unit without one asks; the administrators are told once a day. */
export async function askForLiaison(request: {
  context: TenantContext;
  input: { readonly id: string; readonly requestKey: RequestKey | undefined };
}): Promise<LiaisonAsked> {
  const { context, input } = request;
  const { actor, clock } = context;
  assertHolds(actor, 'reminders.urge');
  const unit = await findOrganization(context.db, input.id);
  if (unit?.status !== 'open') throw createOrganizationNotFoundError();
  assertCan(actor, 'reminders.urge', { organizationId: unit.id, paths: unit.paths });
  const at = clock.now();
  const byPost = actor.post ?? actor.name;
  const change = {
    steps: [],
    audit: {
      action: 'liaison.ask' as const,
      actor: { kind: 'person' as const, id: actor.personId },
      subjectKind: 'organization',
      subjectId: unit.id,
      at,
      facts: { byPost },
    },
    events: [
      {
        type: LIAISON_WANTED,
        subjectId: unit.id,
        payload: { organizationId: unit.id, unit: unit.name, byPost, on: dayOf(at) },
      },
    ],
  };
  return commitAnswer(context.writer, change, {
    answer: { id: unit.id, asked: true },
    requestKey: input.requestKey,
  });
}
