import type { AuditAction } from '#schema/contracts/audit.ts';
import type { OrganizationActKind, UnitActed } from '#schema/contracts/organization-acts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { createNameTakenError, createUnitEndedError } from '../acts.errors.ts';
import { advanceBook, insertAct, updateUnit } from '../acts.repository.ts';
import type { StoredAct, UnitUpdate } from '../acts.repository.ts';
import { createOrganizationNotFoundError } from '../organizations.errors.ts';
import { findOrganization } from '../organizations.repository.ts';

/** What every act on a unit names: the unit, the version that was seen, the caller's own number. */
export type OnUnit<Body> = Body & {
  readonly id: string;
  readonly version: number;
  readonly requestKey?: RequestKey | undefined;
};

export async function loadUnit(context: TenantContext, id: string): Promise<Organization> {
  assertCan(context.actor, 'organizations.manage', {});
  const unit = await findOrganization(context.db, id);
  if (unit === undefined) throw createOrganizationNotFoundError();
  return unit;
}

/** The unit of an act; one that has ended can only be reopened. */
export async function loadOpenUnit(context: TenantContext, id: string): Promise<Organization> {
  const unit = await loadUnit(context, id);
  if (unit.status !== 'open') throw createUnitEndedError();
  return unit;
}

type Begun =
  | { readonly unit: Organization; readonly replay: undefined }
  | { readonly unit?: undefined; readonly replay: UnitActed };

/** The answer that the same act got before, or its unit. Permission is asked before either. */
export async function beginAct(
  context: TenantContext,
  { id, requestKey }: OnUnit<unknown>,
  load = loadOpenUnit,
): Promise<Begun> {
  assertCan(context.actor, 'organizations.manage', {});
  const replay = await findReplay<UnitActed>(context, requestKey);
  return replay === undefined ? { unit: await load(context, id), replay } : { replay };
}

export type UnitAct = {
  readonly kind: OrganizationActKind;
  readonly action: AuditAction;
  readonly on: string;
  readonly reason: string;
  /** Before and after, in words that a reader of the trail understands. */
  readonly facts: StoredAct['facts'];
  readonly update?: UnitUpdate | undefined;
  readonly state?: StoredAct['state'] | undefined;
  readonly steps?: ((actId: string) => readonly Step[]) | undefined;
  readonly events?: readonly OutboxEventDraft[] | undefined;
};

/** One act: the unit under its version, the act on record, its steps, the trail. */
export function commitAct(
  context: TenantContext,
  { id, version, requestKey }: OnUnit<unknown>,
  act: UnitAct,
): Promise<UnitActed> {
  const at = context.clock.now();
  const { personId, post, name } = context.actor;
  const { kind, on, reason, facts, state = 'settled' } = act;
  const actId = context.ids.next('act');
  const stored: StoredAct = {
    id: actId,
    organizationId: id,
    kind,
    effectiveOn: on,
    reason,
    facts,
    byPerson: personId,
    byPost: post ?? name,
    at,
    state,
  };
  const change = {
    steps: [
      updateUnit({ id, version }, { ...act.update, updatedAt: at }),
      advanceBook(),
      insertAct(stored),
      ...(act.steps?.(actId) ?? []),
    ],
    audit: {
      action: act.action,
      actor: { kind: 'person' as const, id: personId },
      subjectKind: 'organization',
      subjectId: id,
      at,
      facts: { on, reason, ...facts },
    },
    events: act.events ?? [],
  };
  return commitAnswer(context.writer, change, {
    answer: { id, version: version + 1, state },
    requestKey,
    currentVersion: async () => (await findOrganization(context.db, id))?.version,
    constraints: { 'organizations.name_taken': createNameTakenError },
  });
}
