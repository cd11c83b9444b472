import { describe, expect, it } from 'vitest';
import { isInAudience } from '#plugins/sdk/audience/select.ts';
import { computeBurden } from '#plugins/sdk/burden/burden.ts';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { computeCampaignDates } from '#plugins/sdk/dates/campaign-dates.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { rollForward } from '#plugins/sdk/roll-forward/roll-forward.ts';
import { organization } from '#plugins/sdk/testing/organizations.fixtures.ts';
import { campaign as edition, rollForward as plan } from './campaign.ts';

const { campaign, toReview } = rollForward(edition, { toYear: 2026, calendar, plan });
const dates = computeCampaignDates(campaign, { calendar });
const today = '2026-07-08';

const tertiary = organization({ id: 'tertiary' });
const department = organization({
  id: 'department',
  kind: 'department',
  level: undefined,
  relations: [],
});
const units = [
  tertiary,
  organization({ id: 'secondary', level: 'secondary' }),
  organization({ id: 'primary', level: 'primary' }),
  organization({ id: 'township', kind: 'township-health-centre', level: undefined }),
  organization({ id: 'cdc', kind: 'public-health', level: undefined }),
  department,
];

/** Every day of the year on which this unit owes something. */
function daysOf(unit: (typeof units)[number]): string[] {
  return campaign.tasks
    .filter(({ audience }) => isInAudience(audience, unit, today))
    .flatMap(({ key }) => {
      const task = dates.tasks.get(key);
      if (task?.due?.status === 'dated') return [task.due.day];
      return (task?.occurrences ?? []).map(({ due }) => due);
    })
    .sort();
}

describe('Dongxihu in 2026', () => {
  it('asks each kind of unit for no more filings a year than it can bear', () => {
    const filings = computeBurden(campaign, { calendar, organizations: units, asOf: today }).map(
      ({ unitClass, most }) => [unitClass.level ?? unitClass.kind, most.filings],
    );
    expect(Object.fromEntries(filings)).toEqual({
      tertiary: 14,
      secondary: 12,
      primary: 8,
      'township-health-centre': 8,
      'public-health': 7,
      department: 12,
    });
  });

  it('gives every unit and department something due today, and something later', () => {
    for (const unit of units) {
      const days = daysOf(unit);
      expect([unit.id, days.filter((day) => day <= '2026-06-30').length >= 5]).toEqual([
        unit.id,
        true,
      ]);
      expect([unit.id, days.includes(today)]).toEqual([unit.id, true]);
      expect([unit.id, days.some((day) => day > '2026-07-31')]).toEqual([unit.id, true]);
    }
  });

  it('gives a hospital and a department something more this month', () => {
    for (const unit of [tertiary, department]) {
      expect(daysOf(unit).some((day) => day > today && day <= '2026-07-31')).toBe(true);
    }
  });

  it('asks for progress once, in the middle of the second phase', () => {
    expect(
      dates.tasks.get('stage-progress')?.occurrences?.map(({ key, due }) => [key, due]),
    ).toEqual([['2026-H1', '2026-07-08']]);
  });

  it('moves the three papers to the Friday, since 25 January is a Sunday', () => {
    for (const key of ['negative-list', 'rectification-detail', 'self-check-report']) {
      expect(dates.tasks.get(key)?.due).toMatchObject({ day: '2026-01-23' });
    }
  });

  it('puts no deadline on a rest day and leaves none without a date', () => {
    expect(
      checkCampaign(campaign, { calendar }).filter(({ severity }) => severity !== 'hint'),
    ).toEqual([]);
    expect(new Set(toReview.map(({ kind }) => kind))).toEqual(new Set(['proposed', 'rest-day']));
    const rest = toReview.filter(({ kind }) => kind === 'rest-day').map(({ path }) => path);
    expect(rest).toEqual(['phases/self-check/to', 'phases/evaluation/to']);
  });

  it('keeps the document’s own words for the two phases that overlap', () => {
    expect(campaign.phases.slice(1).map(({ from, to }) => [from.wording, to.wording])).toEqual([
      ['2月初', '8月底'],
      ['8月初', '10月底'],
    ]);
    const evaluation = dates.phases.get('evaluation');
    expect(evaluation?.from).toMatchObject({ status: 'dated', day: '2026-08-01' });
  });

  it('says of each day that the document does not give why it is proposed', () => {
    for (const { due, recurs } of campaign.tasks) {
      const { source, wording } = due ?? recurs ?? { wording: '' };
      expect(wording).not.toBe('');
      expect(source).toMatchObject({ proposed: true });
    }
  });
});
