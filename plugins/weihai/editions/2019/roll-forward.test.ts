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

const below = [
  { relation: 'supervision' as const, superiorId: 'org_bureau', superiorIsTenant: false },
];
const tertiary = organization({ id: 'tertiary' });
const units = [
  tertiary,
  organization({ id: 'secondary', level: 'secondary' }),
  organization({ id: 'primary', level: 'primary', relations: below }),
  organization({
    id: 'township',
    kind: 'township-health-centre',
    level: undefined,
    relations: below,
  }),
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

describe('Weihai in 2026', () => {
  it('asks each kind of unit for no more filings a year than it can bear', () => {
    const filings = computeBurden(campaign, { calendar, organizations: units, asOf: today }).map(
      ({ unitClass, most }) => [unitClass.level ?? unitClass.kind, most.filings],
    );
    expect(Object.fromEntries(filings)).toEqual({
      tertiary: 13,
      secondary: 12,
      primary: 8,
      'township-health-centre': 8,
      'public-health': 3,
      bureau: 12,
    });
  });

  it('gives a tertiary hospital something overdue or due today, this month and later', () => {
    const days = daysOf(tertiary);
    expect(days.filter((day) => day <= today).length).toBeGreaterThanOrEqual(4);
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
      '“部门联动与线索办理情况”未定期限',
      '“医务人员医德医风考评结果”未定期限',
      '“区市暗访情况”未定期限',
      '“明查暗访反馈问题整改情况”未定期限',
      '“改善医疗服务60条措施进展（季报）”另按《进一步改善医疗服务60条措施》执行，本年日期待填',
      '“改善医疗服务60条措施进展（半年报）”另按《进一步改善医疗服务60条措施》执行，本年日期待填',
      '“培训、廉政教育和下基层情况”未定期限',
      '“典型做法与宣传情况”未定期限',
      '“行业作风建设领导小组确认”未定期限',
      '“相关整治情况总结”另按“各项整治行动方案”执行，本年日期待填',
      '原文写的是“2019年7月20日前”，请改写',
    ]);
  });

  it('lists for 2027 each proposed day that falls on a rest day', () => {
    const next = rollForward(edition, { toYear: 2027, calendar, plan }).toReview;
    const days = next.filter(({ kind }) => kind !== 'proposed');
    expect(days.map(({ path, message }) => `${path} ${message.zh}`)).toEqual([
      'tasks/ethics-appraisal/due 12月11日（周六）为休息日，建议周五前',
      'tasks/good-practice/due 9月18日（周六）为休息日，建议周五前',
    ]);
  });
});
