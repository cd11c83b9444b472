import * as v from 'valibot';
import { addDays } from '#plugins/sdk/dates/days.ts';
import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import type { EndUnit, EndingPreview, UnitActed } from '#schema/contracts/organization-acts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import {
  createDayToComeError,
  createHasSubordinatesError,
  createHeirCircleError,
  createNothingToUndoError,
  createReopenCircleError,
  createWrongHeirError,
} from '../acts.errors.ts';
import { claimName, listActs, listMovedOn, listSubordinates, moveAct } from '../acts.repository.ts';
import type { StoredAct } from '../acts.repository.ts';
import {
  listLinksFrom,
  listTurningDays,
  passSubordinatesOn,
  readLinksPassedOn,
  readLinksTakenBack,
  takeSubordinatesBack,
} from '../dated.repository.ts';
import type { Link as DatedLink } from '../dated.repository.ts';
import { listAccountsOfUnit } from '../grants.repository.ts';
import type { OpenWorkReader } from '../open-work.ts';
import { pathsOf } from '../organizations.domain.ts';
import type { RelationLink } from '../organizations.domain.ts';
import { findOrganization } from '../organizations.repository.ts';
import { beginAct, commitAct, loadOpenUnit, loadUnit } from './commit-act.ts';
import type { OnUnit } from './commit-act.ts';
import { planPaths } from './plan-paths.ts';

type Named = { readonly id: string; readonly intoId?: string | undefined };

/** 先告知: what would become of the unit's work, its subordinates and its accounts. */
export async function previewEnding(request: {
  context: TenantContext;
  readers: readonly OpenWorkReader[];
  input: Named;
}): Promise<EndingPreview> {
  const { context, readers, input } = request;
  const unit = await loadOpenUnit(context, input.id);
  await findHeir(context, unit, input.intoId);
  const about = { organizationId: unit.id, intoId: input.intoId };
  const today = dayOf(context.clock.now());
  const [work, subordinates, accounts] = await Promise.all([
    Promise.all(readers.map((read) => read(context, about))),
    listSubordinates(context.db, unit.id, today),
    listAccountsOfUnit(context.db, unit.id),
  ]);
  return { work: work.flat(), subordinates, accounts };
}

/** 停业 or 并入: from today or a day before. Until midnight it can be taken back. */
export async function endUnit(request: {
  context: TenantContext;
  input: OnUnit<EndUnit>;
}): Promise<UnitActed> {
  const { context, input } = request;
  const { unit, replay } = await beginAct(context, input);
  if (replay !== undefined) return replay;
  const today = dayOf(context.clock.now());
  const { on, reason, intoId } = input;
  if (on > today) throw createDayToComeError();
  const heir = await findHeir(context, unit, intoId);
  const subordinates = await listSubordinates(context.db, unit.id, today);
  const later = await listLinksFrom(context.db, unit.id, addDays(today, 1));
  const count = subordinates.length + later.length;
  if (heir === undefined && count > 0) throw createHasSubordinatesError({ values: { count } });
  const heirId = heir?.id ?? null;
  const moving = subordinates.map(({ id: organizationId, relation }) => ({
    organizationId,
    relation,
  }));
  const paths = await planPaths(context, withSuperior(moving, heirId));
  // What begins today or later keeps its row: on the way back these are told by their day.
  const planned = await listLinksFrom(context.db, unit.id, today);
  return commitAct(context, input, {
    kind: heir === undefined ? 'close' : 'merge',
    action: heir === undefined ? 'organization.close' : 'organization.merge',
    on,
    reason,
    facts: {
      into: heir?.name ?? null,
      intoId: heirId,
      subordinates: moving.length,
      ...(planned.length === 0 ? {} : { planned: JSON.stringify(planned) }),
    },
    state: 'standing',
    update: {
      status: heir === undefined ? 'closed' : 'merged',
      mergedIntoId: heirId,
      closedOn: on,
    },
    steps: () => [
      ...(heirId === null ? [] : passSubordinatesOn({ from: unit.id, to: heirId, day: today })),
      ...paths.steps,
    ],
    events: paths.events,
  });
}

async function findHeir(
  context: TenantContext,
  unit: Organization,
  intoId: string | undefined,
): Promise<Organization | undefined> {
  if (intoId === undefined) return undefined;
  const heir = await findOrganization(context.db, intoId);
  const isUnder = Object.values(heir?.paths ?? {}).some((path) => path?.includes(`${unit.id}/`));
  if (heir === undefined || heir.status !== 'open' || heir.id === unit.id || isUnder) {
    throw createWrongHeirError();
  }
  await assertNoCircleLater(context, { from: unit.id, to: heir.id });
  return heir;
}

/** On no later day may the heir come to stand under himself by what was planned under the unit. */
async function assertNoCircleLater(
  { db, clock }: Pick<TenantContext, 'db' | 'clock'>,
  passed: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const day of await listTurningDays(db, dayOf(clock.now()))) {
    const result = pathsOf(await readLinksPassedOn(db, { ...passed, day }));
    if (!result.ok) throw createHeirCircleError({ values: { day } });
  }
}

/** 撤销: on the day it was recorded an ending is as if it had never been. */
export async function reopenUnit(request: {
  context: TenantContext;
  input: OnUnit<{ readonly reason: string }>;
}): Promise<UnitActed> {
  const { context, input } = request;
  const { unit, replay } = await beginAct(context, input, loadUnit);
  if (replay !== undefined) return replay;
  const today = dayOf(context.clock.now());
  const acts = await listActs(context.db, unit.id);
  const ending = acts.find(({ kind }) => kind === 'close' || kind === 'merge');
  if (ending?.state !== 'standing' || dayOf(ending.at) !== today) throw createNothingToUndoError();
  const passed = { from: unit.id, to: unit.mergedIntoId, day: today };
  const planned = plannedOf(ending);
  const moved = [
    ...(await listMovedOn(context.db, passed)),
    ...planned.filter(({ from }) => from === today),
  ];
  const paths = await planPaths(context, withSuperior(moved, unit.id));
  if (passed.to !== null) {
    await assertNoCircleBack(context, { ...passed, to: passed.to }, planned);
  }
  return commitAct(context, input, {
    kind: 'reopen',
    action: 'organization.reopen',
    on: today,
    reason: input.reason,
    facts: { undoes: ending.id, subordinates: moved.length },
    update: { status: 'open', mergedIntoId: null, closedOn: null },
    steps: () => [
      claimName(unit.name, unit.id),
      moveAct(ending.id, 'standing', 'undone'),
      ...(passed.to === null ? [] : takeSubordinatesBack({ ...passed, to: passed.to }, planned)),
      ...paths.steps,
    ],
    events: paths.events,
  });
}

/** On no later day may what was planned since put somebody under himself once it is taken back. */
async function assertNoCircleBack(
  { db }: Pick<TenantContext, 'db'>,
  passed: { readonly from: string; readonly to: string; readonly day: string },
  later: readonly DatedLink[],
): Promise<void> {
  for (const on of await listTurningDays(db, passed.day)) {
    const result = pathsOf(await readLinksTakenBack(db, passed, { later, on }));
    if (!result.ok) throw createReopenCircleError({ values: { day: on } });
  }
}

type Link = Pick<RelationLink, 'organizationId' | 'relation'>;

/** The links of a day, these ones with another superior. */
const withSuperior =
  (moving: readonly Link[], superiorId: string | null) =>
  (links: readonly RelationLink[]): RelationLink[] => {
    const keys = new Set(moving.map((each) => `${each.relation} ${each.organizationId}`));
    return links.map((link) =>
      keys.has(`${link.relation} ${link.organizationId}`) ? { ...link, superiorId } : link,
    );
  };

const PlannedSchema = v.array(
  v.object({ organizationId: v.string(), relation: v.picklist(relationKinds), from: v.string() }),
);

/** Who was to stand under the unit from its last day on, as its merger kept it. */
function plannedOf({ facts }: Pick<StoredAct, 'facts'>): DatedLink[] {
  const { planned } = facts;
  return typeof planned === 'string' ? v.parse(PlannedSchema, JSON.parse(planned)) : [];
}
