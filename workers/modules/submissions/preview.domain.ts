import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import { unitClassKey, unitClassName, unitClassOf } from '#plugins/sdk/burden/unit-classes.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { PreviewExample, PreviewIncoming } from '#schema/contracts/draft-preview.ts';
import type { Obligation } from './obligations.domain.ts';
import type { SummaryRecord } from './summary.domain.ts';
import { officeTitle, taskOf } from './summary.domain.ts';

type NamedUnit = { id: string; name: string };

/** The first unit, in official order, of each kind that is asked for anything. */
export function examplesOf(
  obligations: readonly Obligation[],
  units: readonly OrganizationFacts[],
  names: ReadonlyMap<string, string>,
): PreviewExample[] {
  const asked = new Set(obligations.map(({ organizationId }) => organizationId));
  const examples = new Map<string, PreviewExample>();
  for (const unit of units) {
    if (!asked.has(unit.id)) continue;
    const unitClass = unitClassOf(unit);
    const key = unitClassKey(unitClass);
    const known = examples.get(key);
    examples.set(key, {
      organizationId: known?.organizationId ?? unit.id,
      name: known?.name ?? names.get(unit.id) ?? '',
      unitClass: { zh: unitClassName(unitClass), en: unitClassName(unitClass, 'en') },
      units: (known?.units ?? 0) + 1,
    });
  }
  return [...examples.values()];
}

/** What is owed, as the filing that publication would open. */
export function recordOf(obligation: Obligation): SummaryRecord {
  return {
    ...obligation,
    id: `${obligation.taskKey} ${obligation.occurrence}`,
    campaignId: '',
    state: 'due',
    nil: false,
    onBehalf: false,
    returns: 0,
    pointsToMend: 0,
    originalDueOn: null,
    paperState: 'none',
    firstFiledAt: null,
    filedAt: null,
    version: 0,
  };
}

/** Task by task, the next turn first: how many of these units would file it, when, to which office. */
export function incomingOf(
  campaign: Campaign,
  obligations: readonly Obligation[],
  from: readonly NamedUnit[],
): PreviewIncoming[] {
  const inside = new Set(from.map(({ id }) => id));
  const turns = new Map<string, { first: Obligation; units: Set<string> }>();
  for (const obligation of obligations) {
    if (!inside.has(obligation.organizationId)) continue;
    const turn = turns.get(obligation.taskKey) ?? { first: obligation, units: new Set() };
    if ((obligation.dueOn ?? '9999') < (turn.first.dueOn ?? '9999')) turn.first = obligation;
    turn.units.add(obligation.organizationId);
    turns.set(obligation.taskKey, turn);
  }
  return [...turns.values()].map(({ first, units }) => ({
    taskKey: first.taskKey,
    title: taskOf(campaign, first.taskKey).title,
    office: officeTitle(campaign, first.officeKey),
    ...(first.dueOn === null ? {} : { dueOn: first.dueOn }),
    dueWording: first.dueWording,
    units: units.size,
  }));
}
