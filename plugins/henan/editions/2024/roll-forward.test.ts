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
  organization({ id: 'township', kind: 'township-health-centre', level: undefined }),
  organization({ id: 'cdc', kind: 'public-health', level: undefined }),
  organization({ id: 'bureau', kind: 'bureau', level: undefined }),
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

describe('Henan in 2026', () => {
  it('asks each kind of unit for no more filings a year than it can bear', () => {
    const filings = computeBurden(campaign, { calendar, organizations: units, asOf: today }).map(
      ({ unitClass, most }) => [unitClass.level ?? unitClass.kind, most.filings],
    );
    expect(Object.fromEntries(filings)).toEqual({
      tertiary: 14,
      secondary: 11,
      primary: 8,
      'township-health-centre': 7,
      'public-health': 6,
      bureau: 12,
    });
  });

  it('gives a tertiary hospital something overdue or due today, this month and later', () => {
    const days = daysOf(tertiary);
    expect(days.filter((day) => day <= today).length).toBeGreaterThanOrEqual(6);
    expect(days).toContain(today);
    expect(days.some((day) => day > today && day <= '2026-07-31')).toBe(true);
    expect(days.some((day) => day > '2026-07-31')).toBe(true);
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
      '“行风建设组织架构确认”未定期限',
      '“行风建设工作小结”未定期限',
      '“‘四聚焦、四治理’专项活动情况”未定期限',
      '“权责清单与廉政风险排查情况”未定期限',
      '“大型医院巡查（行风部分）对照情况”未定期限',
      '“医德医风建档情况调研”未定期限',
      '“清廉医院创建情况”未定期限',
      '“清廉医院示范单位推荐”未定期限',
      '“民主评议行风问题整改情况”未定期限',
      '“医德医风标兵推荐”未定期限',
      '“行风问题投诉办理情况（季报）”未定期限',
      '“行风问题投诉办理情况（半年报）”未定期限',
    ]);
  });

  it('lists for 2027 each proposed day that falls on a rest day', () => {
    const next = rollForward(edition, { toYear: 2027, calendar, plan }).toReview;
    const days = next.filter(({ kind }) => kind !== 'proposed');
    expect(days.map(({ path, message }) => `${path} ${message.zh}`)).toEqual([
      'tasks/power-and-risk/due 5月29日（周六）为休息日，建议周五前',
      'tasks/ethics-archive/due 6月12日（周六）为休息日，建议周五前',
      'tasks/demonstration-recommend/due 10月30日（周六）为休息日，建议周五前',
      'tasks/model-nomination/due 7月10日（周六）为休息日，建议周五前',
    ]);
  });
});
