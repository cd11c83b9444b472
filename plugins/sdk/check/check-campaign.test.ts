import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import {
  after,
  check,
  every,
  field,
  form,
  on,
  phase,
  principle,
  undated,
  when,
} from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { organization } from '../testing/organizations.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { checkCampaign, countProblems, type CheckOptions } from './check-campaign.ts';

const good = smallCampaign();
const problemsOf = (campaign: Campaign, options: Partial<CheckOptions> = {}) =>
  checkCampaign(campaign, { calendar, ...options });

function withTask(changes: Partial<Task>): Campaign {
  return { ...good, tasks: good.tasks.map((task) => ({ ...task, ...changes })) };
}

function withForm(fields: Parameters<typeof form>[1]['fields'], rest: object = {}): Campaign {
  const [own] = good.forms;
  const extra = form('extra', { title: '附表', fields, ...rest });
  return { ...withTask({}), forms: [...(own ? [own] : []), extra] };
}

const phases = (from: string, to: string) => [
  ...good.phases,
  phase('review', { title: '评议', from: on(from, '起'), to: on(to, '止') }),
];
const second = { ...good.tasks[0], key: 'second' } as Task;
const [indicator] = good.indicators;
const measured = (measure: NonNullable<typeof indicator>['measure']) =>
  ({ ...good, indicators: [{ ...indicator, measure }] }) as Campaign;
const answers = { kind: 'answers', form: 'self-check-report', numerator: 'rectified' } as const;
const card = smallScorecard();
const shared = {
  key: 'on-time-filing',
  form: 'ratio',
  direction: 'higher',
  unit: '%',
} as const;
const cycle = { dueOffsetDays: 0, wording: '每季度' };

/** One fault each: the code that must be found, where, and the campaign that has it. */
const faults: [code: string, path: string, campaign: Campaign, options?: Partial<CheckOptions>][] =
  [
    ['references.unknown', 'tasks/self-check-report/to', withTask({ to: 'nobody' })],
    ['references.unknown', 'tasks/self-check-report/form', withTask({ form: 'nothing' })],
    ['references.unknown', 'tasks/self-check-report/phase', withTask({ phase: 'never' })],
    [
      'references.unknown',
      'crosswalk/shared',
      { ...good, crosswalk: [{ common: 'shared', indicator: 'none', match: 'same' }] },
    ],
    [
      'references.unknown',
      'tasks/self-check-report/due',
      withTask({ due: after('task-due', 3, 'natural', '其后3日') }),
    ],
    [
      'keys.duplicate',
      'tasks/self-check-report',
      { ...good, tasks: [...good.tasks, ...good.tasks] },
    ],
    [
      'keys.duplicate',
      'forms/extra/fields/n',
      withForm([field.integer('n', '甲'), field.integer('n', '乙')]),
    ],
    [
      'keys.duplicate',
      'forms/extra/list/columns/id',
      withForm([field.table('list', '表', [field.text('id', '号')])]),
    ],
    [
      'clauses.outline',
      'clauses/self-check/parent',
      { ...good, clauses: good.clauses.slice().reverse() },
    ],
    ['clauses.carries-nothing', 'tasks/self-check-report/clause', withTask({ clause: 'goal' })],
    [
      'quotes.not-found',
      'tasks/self-check-report/source',
      withTask({ source: { clause: 'self-check', quote: '每周报送一次' } }),
    ],
    ['approval.incomplete', 'approval', { ...good, approval: good.approval.slice(0, 2) }],
    [
      'phases.reversed',
      'phases/review/to',
      { ...good, phases: phases('2020-12-31', '2020-12-01') },
    ],
    [
      'phases.task-outside',
      'tasks/self-check-report/due',
      withTask({ due: on('2020-12-11', '12月11日前') }),
    ],
    ['phases.before-issue', 'phases/self-check/from', good, { issuedOn: '2020-09-11' }],
    [
      'phases.overlap',
      'phases/review/from',
      { ...good, phases: phases('2020-11-30', '2020-12-31') },
    ],
    [
      'dates.rest-day',
      'tasks/self-check-report/due',
      withTask({ due: on('2020-11-15', '2020年11月15日前') }),
    ],
    ['dates.rest-day', 'phases/review/to', { ...good, phases: phases('2020-12-01', '2021-01-31') }],
    ['dates.undated', 'tasks/self-check-report/due', withTask({ due: undated('适时') })],
    [
      'dates.due-twice',
      'tasks/self-check-report/recurs',
      withTask({ recurs: every('quarter', { from: '2020-01-01', to: '2020-12-31', ...cycle }) }),
    ],
    [
      'dates.never',
      'tasks/self-check-report/recurs',
      withTask({
        due: undefined,
        recurs: every('quarter', { from: '2020-10-01', to: '2020-11-30', ...cycle }),
      }),
    ],
    [
      'dates.anchor-unknown',
      'tasks/self-check-report/due',
      withTask({ due: after('task-due', 3, 'natural', '其后3日', { ref: 'self-check-report' }) }),
    ],
    [
      'audience.nobody',
      'tasks/self-check-report/audience',
      good,
      { organizations: [organization({ id: 'b', kind: 'bureau' })] },
    ],
    [
      'forms.unknown-field',
      'forms/extra/n/visible',
      withForm([field.integer('n', '甲', { visible: when.is('m', 1) })]),
    ],
    [
      'forms.unknown-field',
      'forms/extra/checks/c/at',
      withForm([field.integer('n', '甲')], {
        checks: [
          check('c', { assert: when.present('n'), missing: 'skip', at: 'm', message: '请核对' }),
        ],
      }),
    ],
    [
      'forms.looks-ahead',
      'forms/extra/n/visible',
      withForm([field.integer('n', '甲', { visible: when.is('m', 1) }), field.integer('m', '乙')]),
    ],
    [
      'forms.column-shadows-field',
      'forms/extra/n',
      withForm([field.integer('n', '甲'), field.table('list', '表', [field.integer('n', '乙')])]),
    ],
    ['forms.unused', 'forms/extra', withForm([field.integer('n', '甲')])],
    [
      'forms.key-reused',
      'forms/self-check-report/summary',
      good,
      {
        previous: {
          ...good,
          forms: good.forms.map((each) => ({
            ...each,
            fields: [field.integer('summary', '自查情况')],
          })),
        },
      },
    ],
    [
      'forms.asked-twice',
      'forms/extra/n',
      {
        ...withForm([field.integer('n', '自查发现问题数')]),
        tasks: [...good.tasks, { ...second, form: 'extra' }],
      },
    ],
    ['indicators.no-data', 'indicators/self-check-on-time/measure', { ...good, tasks: [] }],
    [
      'indicators.no-data',
      'indicators/self-check-on-time/measure',
      measured({ ...answers, numerator: 'summary', denominator: 'problems' }),
    ],
    ['indicators.ratio-terms', 'indicators/self-check-on-time', measured(answers)],
    [
      'crosswalk.unknown-common',
      'crosswalk/on-time-filing',
      good,
      { commonIndicators: [{ ...shared, key: 'handled-on-time' }] },
    ],
    [
      'scorecards.points-sum',
      'scorecards/conduct',
      { ...good, scorecards: [{ ...card, points: '99' }] },
    ],
    [
      'scorecards.grade-hole',
      'scorecards/conduct/grades',
      { ...good, scorecards: [smallScorecard({ passFrom: '65' })] },
    ],
    [
      'scorecards.veto-without-consequence',
      'scorecards/conduct/vetoes/red-packet',
      { ...good, scorecards: [smallScorecard({ vetoGrade: 'nowhere' })] },
    ],
  ];

describe('the check of a campaign', () => {
  it('finds nothing wrong with a sound campaign', () => {
    const options = {
      organizations: [organization({ id: 'h' })],
      previous: good,
      commonIndicators: [shared],
    };
    expect(problemsOf(good, options)).toEqual([]);
    expect(problemsOf({ ...good, scorecards: [card] })).toEqual([]);
  });

  it.each(faults)('finds %s at %s', (code, path, campaign, options) => {
    const found = problemsOf(campaign, options).map((each) => `${each.code} ${each.path}`);
    expect(found).toContain(`${code} ${path}`);
  });

  it('says of each problem what is wrong and what to do, in both languages', () => {
    const all = faults.flatMap(([, , campaign, options]) => problemsOf(campaign, options));
    for (const { message, mend } of all) {
      for (const text of [message.zh, message.en, mend.zh, mend.en]) {
        expect(text).not.toMatch(/^$|undefined|NaN/u);
      }
      expect(message.en).not.toMatch(/^[\u4e00-\u9fff]/u);
    }
  });

  it('advises the Friday where a deadline fell on a Saturday, in the words of the office', () => {
    const [problem] = problemsOf(
      withTask({ phase: undefined, due: on('2019-07-20', '7月20日前') }),
    );
    expect(problem).toMatchObject({
      severity: 'warning',
      message: { zh: '截止日为周六，建议改为7月19日或说明' },
    });
  });

  it('does not warn of a term of days, which moves by itself', () => {
    const due = after('issue', 6, 'natural', '印发后6日内');
    const found = problemsOf(withTask({ phase: undefined, due }), { issuedOn: '2020-11-09' });
    expect(found.filter(({ code }) => code === 'dates.rest-day')).toEqual([]);
  });

  it('does not count units when none are known', () => {
    expect(problemsOf(good).filter(({ code }) => code === 'audience.nobody')).toEqual([]);
  });

  it('lets a principle stand without anything', () => {
    const clauses = [...good.clauses, principle('last', { number: '三', words: '加强领导。' })];
    expect(problemsOf({ ...good, clauses })).toEqual([]);
  });

  it('puts errors first and counts each severity', () => {
    const campaign = withTask({ to: 'nobody', due: on('2020-11-15', '11月15日前') });
    const problems = problemsOf(campaign, { issuedOn: '2020-09-11' });
    expect(problems.map(({ severity }) => severity)).toEqual(['error', 'warning', 'hint']);
    expect(countProblems(problems)).toEqual({ error: 1, warning: 1, hint: 1 });
  });
});
