import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import { isInAudience } from '../audience/select.ts';
import { costsOf, nothing, plus, type Burden, type ClassBurden } from '../burden/burden.ts';
import { unitClassKey, unitClassOf } from '../burden/unit-classes.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import type { Day } from '../dates/days.ts';

/** What one request asks of single units: how many replies each owes, and what one reply costs. */
export type RequestCost = {
  replies: ReadonlyMap<string, number>;
  fields: number;
  minutes: number;
};

/** `heaviest`: the minutes of the busiest unit that the weighed request adds to. */
export type YearBurden = ClassBurden & { added: Burden; heaviest: number };

function costOf({ replies, fields, minutes }: RequestCost, unitId: string): Burden {
  const filings = replies.get(unitId) ?? 0;
  return { filings, fields: filings * fields, minutes: filings * minutes };
}

type Options = {
  campaigns: readonly Campaign[];
  /** Requests that went out in the year already. */
  issued: readonly RequestCost[];
  /** The request that is weighed. */
  added?: RequestCost | undefined;
  organizations: readonly OrganizationFacts[];
  calendar: WorkCalendar;
  asOf: Day;
};

/**
 * 负担测算 of a year: campaigns in force, requests issued, and the one that is weighed, by kind of
 * unit. `most` is the unit asked the most; `added` what the weighed request adds to it.
 */
export function yearBurden(options: Options): YearBurden[] {
  const { calendar, asOf } = options;
  const classes = new Map<string, YearBurden>();
  const costs = options.campaigns.flatMap((campaign) => costsOf(campaign, calendar));
  for (const unit of options.organizations) {
    const added = options.added ? costOf(options.added, unit.id) : nothing;
    const own = options.issued
      .map((cost) => costOf(cost, unit.id))
      .concat(costs.flatMap((cost) => (isInAudience(cost.audience, unit, asOf) ? cost.burden : [])))
      .reduce(plus, added);
    const unitClass = unitClassOf(unit);
    const key = unitClassKey(unitClass);
    const before = classes.get(key);
    const isMost = before === undefined || own.minutes >= before.most.minutes;
    classes.set(key, {
      unitClass,
      units: (before?.units ?? 0) + 1,
      total: plus(before?.total ?? nothing, own),
      most: isMost ? own : before.most,
      added: isMost ? added : before.added,
      heaviest: Math.max(before?.heaviest ?? 0, added.minutes > 0 ? own.minutes : 0),
    });
  }
  return [...classes.values()];
}

/** The kinds with a unit that this request would take over the ceiling, or further over it. */
export function overByRequest(burdens: readonly YearBurden[], ceilingMinutes: number) {
  return burdens.filter(({ heaviest }) => heaviest > ceilingMinutes);
}
