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
const units = [
  tertiary,
  organization({ id: 'secondary', level: 'secondary' }),
  organization({ id: 'primary', level: 'primary' }),
  organization({ id: 'centre', kind: 'community-health-centre', level: undefined }),
  organization({ id: 'cdc', kind: 'public-health', level: undefined }),
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

describe('Putuo in 2026', () => {
  it('asks each kind of unit for no more filings a year than it can bear', () => {
    const filings = computeBurden(campaign, { calendar, organizations: units, asOf: today }).map(
      ({ unitClass, most }) => [unitClass.level ?? unitClass.kind, most.filings],
    );
    expect(Object.fromEntries(filings)).toEqual({
      tertiary: 14,
      secondary: 12,
      primary: 8,
      'community-health-centre': 8,
      'public-health': 7,
    });
  });

  it('lets at least three filings of each unit fall due in the first half-year', () => {
    for (const unit of units) {
      const due = daysOf(unit).filter((day) => day <= '2026-06-30');
      expect([unit.id, due.length >= 3]).toEqual([unit.id, true]);
    }
  });

  it('gives a tertiary hospital something overdue or due today, this month and later', () => {
    const days = daysOf(tertiary);
    expect(days).toContain(today);
    expect(days.some((day) => day > today && day <= '2026-07-31')).toBe(true);
    expect(days.some((day) => day > '2026-07-31')).toBe(true);
  });

  it('moves the self-check to the Friday, since 15 November is a Sunday again', () => {
    expect(dates.tasks.get('self-check-report')?.due).toMatchObject({ day: '2026-11-13' });
    expect(dates.tasks.get('rectification-plan')?.due).toMatchObject({ day: '2026-11-30' });
  });

  it('keeps the three phases, while the work of parts two and four goes on all year', () => {
    const spans = [...dates.phases.values()].map(({ from, to }) =>
      [from, to].map((date) => date.status === 'dated' && date.day),
    );
    expect(spans).toEqual([
      ['2026-07-01', '2026-08-31'],
      ['2026-09-01', '2026-11-30'],
      ['2026-12-01', '2026-12-31'],
    ]);
    expect(campaign.period).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it('puts no deadline on a rest day and leaves none without a date', () => {
    expect(
      checkCampaign(campaign, { calendar }).filter(({ severity }) => severity !== 'hint'),
    ).toEqual([]);
    expect(new Set(toReview.map(({ kind }) => kind))).toEqual(new Set(['proposed']));
  });

  it('says of each day that the document does not give why it is proposed', () => {
    for (const { due, recurs } of campaign.tasks) {
      const { source, wording } = due ?? recurs ?? { wording: '' };
      expect(wording).not.toBe('');
      expect(source).toMatchObject({ proposed: true });
    }
  });

  it('lists in words what wants a look when nobody has proposed a date', () => {
    const { toReview: open } = rollForward(edition, { toYear: 2026, calendar });
    expect(open.map(({ message }) => message.zh)).toEqual([
      '原文写的是“2020年7月1日”，请改写',
      '原文写的是“2020年8月31日”，请改写',
      '原文写的是“2020年9月1日”，请改写',
      '原文写的是“2020年11月30日”，请改写',
      '原文写的是“2020年12月1日”，请改写',
      '原文写的是“2020年12月31日”，请改写',
      '“行风宣传教育和培训情况”未定期限',
      '“廉政风险滚动排查情况（季报）”未定期限',
      '“廉政风险滚动排查情况（半年报）”未定期限',
      '“医务人员医德考评结果”未定期限',
      '“处方点评和不合理处方处理情况”未定期限',
      '“投诉建议和满意度结果运用情况”未定期限',
      '“执业行为自查情况”未定期限',
      '“平安医院创建和医疗乱象整治情况”未定期限',
      '11月15日（周日）为休息日，建议周五前',
      '原文写的是“2020年11月15日前”，请改写',
      '“自查问题整改方案”未定期限',
      '“行风工作机制确认”未定期限',
    ]);
  });

  it('lists for 2027 each proposed day that falls on a rest day', () => {
    const next = rollForward(edition, { toYear: 2027, calendar, plan }).toReview;
    const days = next.filter(({ kind }) => kind !== 'proposed');
    expect(days.map(({ path, message }) => `${path} ${message.zh}`)).toEqual([
      'tasks/ethics-appraisal/due 12月11日（周六）为休息日，建议周五前',
      'tasks/prescription-review/due 6月12日（周六）为休息日，建议周五前',
      'tasks/satisfaction-use/due 9月18日（周六）为休息日，建议周五前',
      'tasks/practice-check/due 5月29日（周六）为休息日，建议周五前',
      'tasks/safe-hospital/due 7月10日（周六）为休息日，建议周五前',
      'tasks/self-check-report/due 11月13日（周六）为休息日，建议周五前',
    ]);
  });
});
