import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import { computeBurden, describeBurden } from '#plugins/sdk/burden/burden.ts';
import type { ClassBurden } from '#plugins/sdk/burden/burden.ts';
import { unitClassName } from '#plugins/sdk/burden/unit-classes.ts';
import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { BurdenAnswer } from '#schema/contracts/campaigns.ts';

export type BurdenInput = {
  campaign: Campaign;
  /** Last year's campaign of the same work, when there was one. */
  previous: Campaign | undefined;
  units: readonly OrganizationFacts[];
  calendar: WorkCalendar;
  today: string;
  ceilingMinutes: number;
};

/** 负担测算: what the busiest unit of each kind is asked for, against last year and the ceiling. */
export function measure(input: BurdenInput): BurdenAnswer {
  const { campaign, previous, ceilingMinutes } = input;
  const burdens = burdensOf(input);
  return {
    rows: burdens.map((burden) => toRow(burden, ceilingMinutes)),
    ...(previous === undefined ? {} : { previous: { title: previous.title, year: previous.year } }),
    ceilingMinutes,
    isOver: burdens.some(({ most }) => most.minutes > ceilingMinutes),
    hasCountersignature: campaign.approval.some(({ role }) => role === 'countersigner'),
  };
}

/** The names of the kinds of units that would be asked for more than the ceiling. */
export function classesOver(input: BurdenInput, language: 'zh-CN' | 'en'): string[] {
  return burdensOf(input)
    .filter(({ most }) => most.minutes > input.ceilingMinutes)
    .map(({ unitClass }) => unitClassName(unitClass, language));
}

/** The day on which units are counted: today while the work runs, else its first day. */
export function countingDay({ from, to }: Campaign['period'], today: string): string {
  return today >= from && today <= to ? today : from;
}

function burdensOf({ campaign, previous, units, calendar, today }: BurdenInput): ClassBurden[] {
  return computeBurden(campaign, {
    calendar,
    organizations: units,
    asOf: countingDay(campaign.period, today),
    ...(previous === undefined ? {} : { previous }),
  });
}

function toRow(burden: ClassBurden, ceilingMinutes: number): BurdenAnswer['rows'][number] {
  const { unitClass, units, most, previous } = burden;
  return {
    unitKind: unitClass.kind,
    level: unitClass.level,
    units,
    ...most,
    previousFilings: previous?.filings,
    previousMinutes: previous?.minutes,
    isOver: most.minutes > ceilingMinutes,
    words: { zh: describeBurden(burden), en: describeBurden(burden, 'en') },
  };
}
