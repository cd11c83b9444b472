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

  it('lists in words what wants a look when nobody has proposed a date', () => {
    const { toReview: open } = rollForward(edition, { toYear: 2026, calendar });
    expect(open.map(({ message }) => message.zh)).toEqual([
      '“学习动员与自查自纠”未定期限',
      '1月31日（周六）为休息日，建议周五前',
      '10月31日（周六）为休息日，建议周五前',
      '1月25日（周日）为休息日，建议周五前',
      '1月25日（周日）为休息日，建议周五前',
      '1月25日（周日）为休息日，建议周五前',
      '“学习教育与问题整改进展”未定期限',
      '“权力清单与风险隐患目录”未定期限',
      '“‘留、废、改、立’制度清单”未定期限',
      '“服务措施、服务模式与医疗质量改进情况”未定期限',
      '“民主评议反馈问题整改情况（季报）”未定期限',
      '“民主评议反馈问题整改情况（半年报）”未定期限',
      '“作风建设整治工作总结和评估”未定期限',
      '“‘作风建设年’工作领导小组确认”未定期限',
      '“职责分工落实情况”未定期限',
      '“医疗收费与药品耗材采购自查自纠情况”未定期限',
    ]);
  });

  it('lists for 2027 each proposed day that falls on a rest day', () => {
    const next = rollForward(edition, { toYear: 2027, calendar, plan }).toReview;
    const days = next.filter(({ kind }) => kind !== 'proposed');
    expect(days.map(({ path, message }) => `${path} ${message.zh}`)).toEqual([
      'phases/self-check/to 1月31日（周日）为休息日，建议周五前',
      'phases/evaluation/to 10月31日（周日）为休息日，建议周五前',
      'tasks/negative-list/due 1月23日（周六）为休息日，建议周五前',
      'tasks/rectification-detail/due 1月23日（周六）为休息日，建议周五前',
      'tasks/self-check-report/due 1月23日（周六）为休息日，建议周五前',
      'tasks/risk-catalogue/due 5月29日（周六）为休息日，建议周五前',
      'tasks/rules-review/due 6月26日（周六）为休息日，建议周五前',
      'tasks/campaign-summary/due 10月30日（周六）为休息日，建议周五前',
      'tasks/leading-group/due 2月27日（周六）为休息日，建议周五前',
      'tasks/charging-and-purchase/due 6月12日（周六）为休息日，建议周五前',
    ]);
  });
});
