import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { hashCampaign } from '../canonical.ts';
import { checkCampaign } from '../check/check-campaign.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { after, every, form, field, institutions, on, proposed, undated } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { inherit, type Additions } from './inherit.ts';
import { lockedChange } from './locked.ts';

const province = smallCampaign();
const [selfCheck] = province.tasks;

/** A city that carries out the province’s plan, with a clause, a task and a form of its own. */
function city(changes: Partial<Additions> = {}): Additions {
  return {
    key: 'city-2020',
    title: '某市2020年行业作风建设实施方案',
    year: 2020,
    period: province.period,
    document: {
      ...province.document,
      title: '某市实施方案',
      issuer: '某市卫生健康委员会',
      number: '某市卫〔2020〕9号',
      signedOn: '2020-09-03',
    },
    offices: [{ key: 'city-medical', title: '市卫生健康委医政科' }],
    approval: province.approval,
    clauses: [
      { key: 'own-duty', number: '（二）', words: '每月报送。', kind: 'task', parent: 'steps' },
    ],
    tasks: [
      {
        key: 'monthly',
        title: { zh: '月报', en: 'Monthly report' },
        clause: 'own-duty',
        audience: institutions(),
        recurs: every('month', {
          dueOffsetDays: 5,
          from: '2020-09-01',
          to: '2020-11-30',
          wording: '每月5日前',
        }),
        to: 'city-medical',
        form: 'monthly',
        signOff: ['filler', 'head'],
        minutes: 20,
        source: proposed('本市要求'),
      },
    ],
    forms: [
      form('monthly', {
        title: '月报',
        fields: [field.integer('visits', '检查次数', { min: '0' })],
      }),
    ],
    ...changes,
  };
}

async function carriedOut(changes: Partial<Additions> = {}, upper = province): Promise<Campaign> {
  return inherit({ campaign: upper, hash: await hashCampaign(upper) }, city(changes), calendar);
}

const found = (campaign: Campaign, upper: Campaign = province) =>
  checkCampaign(campaign, { calendar, upper })
    .filter(({ code }) => code.startsWith('inheritance.'))
    .map(({ code, path }) => `${code} ${path}`);

describe('a city that carries out the plan of its province', () => {
  it('has every item from above word for word, its own behind them, and names what it rests on', async () => {
    const campaign = await carriedOut();
    expect(campaign.tasks.map(({ key }) => key)).toEqual(['self-check-report', 'monthly']);
    expect(campaign.clauses.slice(0, province.clauses.length)).toEqual(province.clauses);
    expect(campaign.tasks[0]).toEqual(selfCheck);
    expect(campaign.inherits).toMatchObject({
      title: province.title,
      issuer: '某区卫生健康委员会',
    });
    expect(found(campaign)).toEqual([]);
    const errors = checkCampaign(campaign, { calendar, upper: province });
    expect(errors.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(
      [],
    );
  });

  it('may ask for it earlier, never later, and not without a day', async () => {
    const due = (rule: ReturnType<typeof on>) => ({
      dates: { 'self-check-report': { due: rule } },
    });
    expect(found(await carriedOut(due(on('2020-11-06', '11月6日前'))))).toEqual([]);
    const late = await carriedOut(due(on('2020-11-20', '11月20日前')));
    expect(found(late)).toEqual(['inheritance.later tasks/self-check-report/due']);
    const open = await carriedOut({ dates: { 'self-check-report': { due: undated('适时') } } });
    expect(found(open)).toEqual(['inheritance.later tasks/self-check-report/due']);
    const [problem] = checkCampaign(late, { calendar, upper: province }).filter(
      ({ code }) => code === 'inheritance.later',
    );
    expect(problem?.message.zh).toBe('比上级要求的2020-11-13晚（2020-11-20）');
    expect(problem?.mend.zh).toContain('可以提前，不能推后');
  });

  it('keeps a day that the province counts from its own paper', async () => {
    const tasks = province.tasks.map((task) => ({
      ...task,
      due: after('issue', 30, 'natural', '印发后30日内'),
    }));
    const upper = { ...province, tasks };
    const campaign = await carriedOut({}, upper);
    expect(campaign.tasks[0]?.due).toMatchObject({ kind: 'on', on: '2020-09-30' });
    expect(found(campaign, upper)).toEqual([]);
  });

  it('does not skip a turn of what the province asks for every month', async () => {
    const monthly = every('month', {
      dueOffsetDays: 5,
      from: '2020-09-01',
      to: '2020-11-30',
      wording: '每月5日前',
    });
    const tasks = province.tasks.map(({ due: _due, ...task }) => ({ ...task, recurs: monthly }));
    const upper = { ...province, tasks };
    const turns = (recurs: typeof monthly) => ({ dates: { 'self-check-report': { recurs } } });
    expect(found(await carriedOut(turns({ ...monthly, dueOffsetDays: 2 }), upper), upper)).toEqual(
      [],
    );
    const short = await carriedOut(turns({ ...monthly, to: '2020-10-31' }), upper);
    expect(found(short, upper)).toEqual(['inheritance.later tasks/self-check-report/recurs']);
  });

  it('cannot drop or reword an item from above, nor put an own one in its place', async () => {
    const campaign = await carriedOut();
    const without = { ...campaign, tasks: campaign.tasks.slice(1) };
    expect(found(without)).toEqual(['inheritance.removed tasks/self-check-report']);
    const reworded = campaign.clauses.map((clause) => ({ ...clause, words: '从略' }));
    expect(found({ ...campaign, clauses: reworded })).toContain('inheritance.changed clauses/goal');
    const replaced = await carriedOut({ tasks: selfCheck ? [{ ...selfCheck, minutes: 1 }] : [] });
    expect(replaced.tasks).toEqual(province.tasks);
  });

  it('is told where the plan from above is not at hand', async () => {
    const problems = checkCampaign(await carriedOut(), { calendar });
    expect(problems.map(({ code }) => code)).toContain('inheritance.unknown');
  });

  it('may have an item from above sent to its own office', () => {
    const body = { ...selfCheck, to: 'city-medical' };
    expect(
      lockedChange(province, { kind: 'task', key: 'self-check-report', body }),
    ).toBeUndefined();
    const changed = { ...selfCheck, minutes: 1 };
    expect(lockedChange(province, { kind: 'task', key: 'self-check-report', body: changed })).toBe(
      'changed',
    );
    expect(
      lockedChange(province, { kind: 'task', key: 'monthly', body: undefined }),
    ).toBeUndefined();
  });
});
