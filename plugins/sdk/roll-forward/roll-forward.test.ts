import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import {
  byDocument,
  every,
  institutions,
  monthPart,
  on,
  task,
  undated,
  type RollForwardPlan,
} from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { rollForward } from './roll-forward.ts';

const rest = {
  title: '总结',
  clause: 'self-check',
  audience: institutions(),
  to: 'medical',
  form: 'self-check-report',
  minutes: 30,
};
const plan: RollForwardPlan = {
  title: (year) => `${year}年行业作风建设工作方案`,
  proposedDates: [
    { task: 'summary', on: '12-15', wording: '12月15日前（建议）', reason: '原文未定期限' },
    {
      task: 'regular',
      every: 'half-year',
      dueOffsetDays: 10,
      wording: '每半年（建议）',
      reason: '原文为“定期”，未定周期',
    },
  ],
};
const campaign = smallCampaign({
  tasks: [
    task('summary', { ...rest, due: undated('适时') }),
    task('regular', { ...rest, due: undated('定期') }),
    task('quarterly', {
      ...rest,
      recurs: every('quarter', {
        from: '2020-01-01',
        to: '2020-12-31',
        dueOffsetDays: 5,
        wording: '每季度',
      }),
    }),
    task('autumn', { ...rest, due: monthPart('2020-10', 'end', '10月底') }),
    task('other', { ...rest, due: byDocument('督查通知', '另行通知', { on: '2020-10-12' }) }),
  ],
});
const { campaign: rolled, toReview } = rollForward(campaign, { toYear: 2026, calendar, plan });
const taskOf = (key: string) => rolled.tasks.find((each) => each.key === key);

describe('rolling a campaign forward', () => {
  it('moves dates to the year and keeps their wording', () => {
    expect(taskOf('self-check-report')?.due).toEqual(on('2026-11-13', '2020年11月13日前'));
    expect(taskOf('autumn')?.due).toMatchObject({ month: '2026-10', wording: '10月底' });
    expect(taskOf('quarterly')?.recurs).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
    expect(rolled.period).toEqual({ from: '2026-09-01', to: '2026-12-31' });
  });

  it('lasts as long as in the document, unless the work now goes on all year', () => {
    expect(rolled.period).toEqual({ from: '2026-09-01', to: '2026-12-31' });
    const allYear = { ...plan, period: { from: '01-01', to: '12-31' } };
    const longer = rollForward(campaign, { toYear: 2026, calendar, plan: allYear });
    expect(longer.campaign.period).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it('leaves the clauses letter by letter, since they quote the original document', () => {
    expect(rolled.clauses).toEqual(campaign.clauses);
  });

  it('marks each date that the commission adds, with its reason', () => {
    expect(taskOf('summary')?.due).toEqual(
      on('2026-12-15', '12月15日前（建议）', {
        source: { proposed: true, reason: '原文未定期限' },
      }),
    );
    expect(taskOf('regular')).not.toHaveProperty('due');
    expect(taskOf('regular')?.recurs).toMatchObject({
      every: 'half-year',
      from: '2026-01-01',
      source: { proposed: true },
    });
  });

  it('is a new paper without number and dates, standing on the old one', () => {
    expect(rolled.document).toMatchObject({
      title: '2026年行业作风建设工作方案',
      basis: ['《2020年行业作风建设专项行动实施方案》（某卫〔2020〕1号）'],
    });
    expect(rolled.document).not.toHaveProperty('number');
    expect(rolled.document).not.toHaveProperty('signedOn');
    expect([rolled.key, rolled.year]).toEqual(['conduct-2026', 2026]);
  });

  it('forgets the day that another paper had fixed for the old year', () => {
    expect(taskOf('other')?.due).toEqual(byDocument('督查通知', '另行通知'));
  });

  it('lists each date that wants a look', () => {
    const found = toReview.map(({ kind, path }) => `${kind} ${path}`);
    expect(found).toEqual([
      'other-year tasks/self-check-report/due',
      'proposed tasks/summary/due',
      'rest-day tasks/autumn/due',
      'undated tasks/other/due',
      'proposed tasks/regular/recurs',
    ]);
    expect(toReview.find(({ kind }) => kind === 'rest-day')?.message.zh).toBe(
      '10月31日（周六）为休息日，建议周五前',
    );
  });

  it('names the paper that a date waits for, and the rule that sets one', () => {
    expect(toReview.find(({ path }) => path === 'tasks/other/due')?.message.zh).toBe(
      '“总结”另按“督查通知”执行，本年日期待填',
    );
    const law = { source: { document: '《医疗机构管理条例》' } };
    const yearly = task('yearly', { ...rest, due: on('2020-12-15', '每年12月15日前', law) });
    const next = rollForward(smallCampaign({ tasks: [yearly] }), { toYear: 2026, calendar });
    expect(next.toReview.filter(({ kind }) => kind === 'statutory')).toMatchObject([
      {
        path: 'tasks/yearly/due',
        message: { zh: '依据《医疗机构管理条例》，请核对本年是否仍按此执行' },
      },
    ]);
  });

  it('lists the turn of a recurring task that ends on a rest day', () => {
    const span = { from: '2020-01-01', to: '2020-12-31', dueOffsetDays: 0, wording: '每半年' };
    const halves = task('halves', { ...rest, recurs: every('half-year', span) });
    const next = rollForward(smallCampaign({ tasks: [halves] }), { toYear: 2023, calendar });
    const found = next.toReview.filter(({ path }) => path === 'tasks/halves/recurs');
    expect(found.map(({ day, message }) => [day, message.zh])).toEqual([
      ['2023-12-31', '12月31日（周日）为休息日，建议周五前'],
    ]);
  });

  it('refuses a plan that dates what is not there', () => {
    const wrong: RollForwardPlan = {
      ...plan,
      proposedDates: [{ task: 'nothing', on: '06-30', wording: '6月30日前', reason: '…' }],
    };
    expect(() => rollForward(campaign, { toYear: 2026, calendar, plan: wrong })).toThrow('nothing');
  });

  it('needs no plan for last year’s own campaign', () => {
    const next = rollForward(smallCampaign(), { toYear: 2021, calendar }).campaign;
    expect(next.title).toBe('2021年行业作风建设专项行动');
  });

  it('comes back to the same dates when rolled there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2001, max: 2099 }), (year) => {
        const there = rollForward(smallCampaign(), { toYear: year, calendar }).campaign;
        const back = rollForward(there, { toYear: 2020, calendar }).campaign;
        expect([back.phases, back.tasks, back.period]).toEqual([
          smallCampaign().phases,
          smallCampaign().tasks,
          smallCampaign().period,
        ]);
      }),
    );
  });
});
