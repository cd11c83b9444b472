import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import { computeBurden, type Burden, type ClassBurden } from '../burden/burden.ts';
import { unitClassKey, unitClassOf, type UnitClass } from '../burden/unit-classes.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import type { Day } from '../dates/days.ts';
import { isNotAsked } from '../forms/shape.ts';

/** What one request asks of single units: how many replies each owes, and what one reply costs. */
export type RequestCost = {
  replies: ReadonlyMap<string, number>;
  fields: number;
  minutes: number;
};

export type YearBurden = ClassBurden & { added: Burden };

const nothing: Burden = { filings: 0, fields: 0, minutes: 0 };

function plus(left: Burden, right: Burden): Burden {
  return {
    filings: left.filings + right.filings,
    fields: left.fields + right.fields,
    minutes: left.minutes + right.minutes,
  };
}

/** The fields that somebody answers in one reply; a table counts its columns once. */
export function fieldsAsked(form: Form): number {
  return form.fields
    .filter((field) => !isNotAsked(field))
    .reduce((count, field) => count + (field.kind === 'table' ? field.columns.length : 1), 0);
}

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

function campaignBurdenOf(unit: OrganizationFacts, { campaigns, calendar, asOf }: Options): Burden {
  return campaigns
    .flatMap((campaign) => computeBurden(campaign, { calendar, organizations: [unit], asOf }))
    .reduce((sum, { most }) => plus(sum, most), nothing);
}

type Counted = { unitClass: UnitClass; units: number; total: Burden; most: Burden; added: Burden };

/**
 * 负担测算 of a year: campaigns in force, requests issued, and the one that is weighed, by kind of
 * unit. `most` is the unit asked the most; `added` what the weighed request adds to it.
 */
export function yearBurden(options: Options): YearBurden[] {
  const classes = new Map<string, Counted>();
  for (const unit of options.organizations) {
    const added = options.added ? costOf(options.added, unit.id) : nothing;
    const own = options.issued
      .map((cost) => costOf(cost, unit.id))
      .reduce(plus, plus(campaignBurdenOf(unit, options), added));
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
    });
  }
  return [...classes.values()];
}

/** The kinds of units that this request would take over the ceiling, or further over it. */
export function overByRequest(burdens: readonly YearBurden[], ceilingMinutes: number) {
  return burdens.filter(({ most, added }) => most.minutes > ceilingMinutes && added.minutes > 0);
}
