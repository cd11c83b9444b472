import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import { isInAudience } from '../audience/select.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import type { Day } from '../dates/days.ts';
import { occurrencesOf } from '../dates/recurrence.ts';
import { isNotAsked } from '../forms/shape.ts';
import {
  representativeUnits,
  unitClassKey,
  unitClassName,
  unitClassOf,
  type UnitClass,
} from './unit-classes.ts';

export type Burden = { filings: number; fields: number; minutes: number };

/** What one class of units is asked for in the year; `most` is the unit asked the most. */
export type ClassBurden = {
  unitClass: UnitClass;
  units: number;
  total: Burden;
  most: Burden;
  /** The same class in the year before, when there was one. */
  previous?: Burden;
};

export type BurdenOptions = {
  calendar: WorkCalendar;
  /** Without units, one of each class stands for all. */
  organizations?: readonly OrganizationFacts[];
  /** The day on which audiences are counted; the first day of the period unless given. */
  asOf?: Day;
  previous?: Campaign;
};

/** What a unit is asked that is asked nothing. */
export const nothing: Burden = { filings: 0, fields: 0, minutes: 0 };

/** Two burdens of one unit together. */
export function plus(left: Burden, right: Burden): Burden {
  return {
    filings: left.filings + right.filings,
    fields: left.fields + right.fields,
    minutes: left.minutes + right.minutes,
  };
}

/** Fields somebody must answer; a table counts its columns once. */
export function askedFields(form: Form | undefined): number {
  return (form?.fields ?? [])
    .filter((field) => !isNotAsked(field))
    .reduce((count, field) => count + (field.kind === 'table' ? field.columns.length : 1), 0);
}

type Cost = { audience: Campaign['tasks'][number]['audience']; burden: Burden };

/** What each task of a campaign costs a unit of its audience in the year. */
export function costsOf(campaign: Campaign, calendar: WorkCalendar): Cost[] {
  const forms = new Map(campaign.forms.map((form) => [form.key, askedFields(form)]));
  return campaign.tasks.map((task) => {
    const filings = task.recurs ? occurrencesOf(task.recurs, calendar).length : 1;
    const fields = filings * (forms.get(task.form) ?? 0);
    return {
      audience: task.audience,
      burden: { filings, fields, minutes: filings * task.minutes },
    };
  });
}

type Counted = { unitClass: UnitClass; units: number; total: Burden; most: Burden };

function countClasses(
  campaign: Campaign,
  units: readonly OrganizationFacts[],
  options: { calendar: WorkCalendar; asOf: Day },
): Map<string, Counted> {
  const costs = costsOf(campaign, options.calendar);
  const classes = new Map<string, Counted>();
  for (const unit of units) {
    const own = costs
      .filter(({ audience }) => isInAudience(audience, unit, options.asOf))
      .reduce((sum, { burden }) => plus(sum, burden), nothing);
    const unitClass = unitClassOf(unit);
    const key = unitClassKey(unitClass);
    const before = classes.get(key) ?? { unitClass, units: 0, total: nothing, most: nothing };
    const most = own.minutes >= before.most.minutes ? own : before.most;
    classes.set(key, { unitClass, units: before.units + 1, total: plus(before.total, own), most });
  }
  return classes;
}

/**
 * 负担测算: filings, fields and minutes a year for each kind of unit, beside the year before.
 * `computeBurden(campaign, { calendar, organizations, previous })`
 */
export function computeBurden(campaign: Campaign, options: BurdenOptions): ClassBurden[] {
  const { calendar, organizations = representativeUnits, previous } = options;
  const now = countClasses(campaign, organizations, {
    calendar,
    asOf: options.asOf ?? campaign.period.from,
  });
  // The units of today, so that a difference comes from what is asked and not from who is there.
  const then = previous
    ? countClasses(previous, organizations, {
        calendar,
        asOf: options.asOf ?? campaign.period.from,
      })
    : new Map<string, Counted>();
  return [...now].map(([key, counted]) => {
    const before = then.get(key);
    return before ? { ...counted, previous: before.most } : counted;
  });
}

/** The classes whose busiest unit would need more hours than the commission allows itself. */
export function overCeiling(burdens: readonly ClassBurden[], hours: number): ClassBurden[] {
  return burdens.filter(({ most }) => most.minutes > hours * 60);
}

function hoursOf(minutes: number): number {
  return Math.ceil(minutes / 60);
}

/** 二级医院：每年11次报送、预计19小时；比上年−3次. */
export function describeBurden(burden: ClassBurden, language: Language = 'zh-CN'): string {
  const name = unitClassName(burden.unitClass, language);
  const { filings, minutes } = burden.most;
  const hours = hoursOf(minutes);
  const change = burden.previous ? filings - burden.previous.filings : undefined;
  const signed = change === undefined ? '' : `${change < 0 ? '−' : '+'}${Math.abs(change)}`;
  if (language === 'en') {
    const same = change === 0 ? '; as many as last year' : `; ${signed} against last year`;
    const counted = `${filings} ${filings === 1 ? 'filing' : 'filings'} a year, about ${hours} h`;
    return `${name}: ${counted}${change === undefined ? '' : same}`;
  }
  const against = change === 0 ? '；与上年持平' : `；比上年${signed}次`;
  return `${name}：每年${filings}次报送、预计${hours}小时${change === undefined ? '' : against}`;
}
