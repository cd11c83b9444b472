import type {
  ChangeFact,
  ChangeSuperior,
  RenameUnit,
  UnitActed,
} from '#schema/contracts/organization-acts.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import {
  createDayToComeError,
  createNameNewerError,
  createUnknownFactValueError,
} from '../acts.errors.ts';
import { claimName, insertFormerName, listFormerNames } from '../acts.repository.ts';
import {
  dayBefore,
  keepFactBefore,
  listTurningDays,
  setFactFrom,
  setSuperiorFrom,
} from '../dated.repository.ts';
import { pathsOf } from '../organizations.domain.ts';
import type { RelationLink } from '../organizations.domain.ts';
import { createCircleError, createOrganizationNotFoundError } from '../organizations.errors.ts';
import { findOrganization, readFactsAndRelations, readLinks } from '../organizations.repository.ts';
import { isDatedColumn, mayStand } from '../past-book.domain.ts';
import { holdsOn } from '../unit-book.domain.ts';
import { beginAct, commitAct } from './commit-act.ts';
import type { OnUnit } from './commit-act.ts';
import { planPaths } from './plan-paths.ts';

type Request<Body> = { context: TenantContext; input: OnUnit<Body> };

/** 更名: the old name stays with its last day; what was filed keeps the name it was filed under. */
export async function renameUnit({ context, input }: Request<RenameUnit>): Promise<UnitActed> {
  const { unit, replay } = await beginAct(context, input);
  if (replay !== undefined) return replay;
  if (input.on > dayOf(context.clock.now())) throw createDayToComeError();
  const { name, on, reason } = input;
  const last = (await listFormerNames(context.db, unit.id)).at(-1)?.to;
  if (last !== undefined && on <= last) throw createNameNewerError({ values: { last } });
  const shortName = input.shortName ?? (unit.shortName === unit.name ? name : unit.shortName);
  return commitAct(context, input, {
    kind: 'rename',
    action: 'organization.rename',
    on,
    reason,
    facts: { before: unit.name, after: name },
    update: { name, shortName },
    steps: (actId) => [
      claimName(name, unit.id),
      insertFormerName({
        organizationId: unit.id,
        name: unit.name,
        shortName: unit.shortName,
        from: null,
        to: dayBefore(on),
        actId,
      }),
    ],
  });
}

/** 变更情况: a fact has another value from a day on; what held before stays on record. */
export async function changeFact({ context, input }: Request<ChangeFact>): Promise<UnitActed> {
  const { unit, replay } = await beginAct(context, input);
  if (replay !== undefined) return replay;
  const { key, value, on, reason } = input;
  const { facts } = await readFactsAndRelations(context.db, unit.id);
  const held = facts.find((fact) => fact.key === key && holdsOn(fact, on))?.value;
  if (isDatedColumn(key)) {
    if (on > dayOf(context.clock.now())) throw createDayToComeError();
    if (!mayStand(key, value)) throw createUnknownFactValueError();
  }
  const before = held ?? (isDatedColumn(key) ? unit[key] : null);
  return commitAct(context, input, {
    kind: 'change-fact',
    action: 'organization.change-fact',
    on,
    reason,
    facts: { key, before, after: value },
    ...(isDatedColumn(key) ? { update: { [key]: value } } : {}),
    steps: () => [
      ...(isDatedColumn(key) ? [keepFactBefore(unit, key)] : []),
      ...setFactFrom({ organizationId: unit.id, key, value, from: on }),
    ],
  });
}

/** 变更隶属: another superior from a day on; open work follows once that day has come. */
export async function changeSuperior(request: Request<ChangeSuperior>): Promise<UnitActed> {
  const { context, input } = request;
  const { unit, replay } = await beginAct(context, input);
  if (replay !== undefined) return replay;
  const { relation, superiorId, on, reason } = input;
  const superior = superiorId ? await findOrganization(context.db, superiorId) : undefined;
  if (superiorId && superior?.status !== 'open') throw createOrganizationNotFoundError();
  const { relations } = await readFactsAndRelations(context.db, unit.id);
  const held = relations.find((each) => each.relation === relation && holdsOn(each, on));
  const former = held?.superiorId ? await findOrganization(context.db, held.superiorId) : undefined;
  await assertNoCircleFrom(context, { organizationId: unit.id, relation, superiorId }, on);
  const others = await planPaths(context, (links, today) => {
    const rest = links.filter(
      (link) => link.organizationId !== unit.id || link.relation !== relation,
    );
    if (on > today) return links;
    return superiorId === undefined
      ? rest
      : [...rest, { organizationId: unit.id, relation, superiorId }];
  });
  return commitAct(context, input, {
    kind: 'change-superior',
    action: 'organization.change-superior',
    on,
    reason,
    facts: { relation, before: former?.name ?? null, after: superior?.name ?? null },
    steps: () => [
      ...setSuperiorFrom({ organizationId: unit.id, relation, superiorId, from: on }),
      ...others.steps,
    ],
    events: others.events,
  });
}

/** On that day, and on each later one on which something begins, nobody stands under himself. */
async function assertNoCircleFrom(
  context: TenantContext,
  link: Omit<RelationLink, 'superiorId'> & { readonly superiorId: string | null | undefined },
  on: string,
): Promise<void> {
  const { organizationId, relation, superiorId } = link;
  if (!superiorId) return;
  for (const day of [on, ...(await listTurningDays(context.db, on))]) {
    const links = (await readLinks(context.db, day)).filter(
      (each) => each.organizationId !== organizationId || each.relation !== relation,
    );
    const result = pathsOf([...links, { organizationId, relation, superiorId }]);
    if (!result.ok) throw createCircleError({ values: { key: result.organizationId } });
  }
}
