import { addDays } from '#plugins/sdk/dates/days.ts';
import * as language from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';

/** How often every institution reports in the year, and how many of these days have passed. */
export const rounds = 19;
const passedRounds = 15;
const daysApart = 18;
export const roundKey = (at: number): string => `round-${at}`;
export const roundDay = (today: string, at: number): string =>
  addDays(today, (at - passedRounds) * daysApart + daysApart - 5);
/** Everything was opened on this day. */
export const firstDay = (today: string): string => addDays(today, -320);

const source = language.proposed('测速');

function forms() {
  const { field, form } = language;
  const report = form('round-report', {
    title: '测速报表',
    fields: [
      field.integer('cases', '件数', { required: true, min: '0' }),
      field.money('amount', '涉及金额', { required: true, min: '0' }),
    ],
  });
  const summary = form('round-summary', {
    title: '测速汇总表',
    fields: [
      field.integer('cases', '件数', { required: true }),
      field.money('amount', '涉及金额', { required: true }),
    ],
  });
  const problem = form('problem', {
    title: '问题登记表',
    fields: [
      field.longText('what', '问题表现', { required: true, maxLength: 500 }),
      field.date('deadline', '整改期限'),
    ],
  });
  const complaint = form('complaint', {
    title: '来件登记',
    fields: [field.longText('about', '反映事项', { required: true, maxLength: 500 })],
  });
  return { report, summary, problem, complaint };
}

function tasksOf(today: string, { report, summary }: ReturnType<typeof forms>) {
  const { bureaus, institutions, on, task } = language;
  const signOff = ['filler' as const];
  const everybody = Array.from({ length: rounds }, (_, at) =>
    task(roundKey(at), {
      title: `第${at + 1}次报送`,
      audience: institutions(),
      due: on(roundDay(today, at), '按期报送'),
      to: 'medical',
      form: at === 0 ? report : 'round-report',
      signOff,
      minutes: 10,
      quote: '按期报送',
    }),
  );
  const rollUp = task('summary', {
    title: '汇总上报',
    audience: bureaus({ tags: ['city'] }),
    due: on(roundDay(today, passedRounds), '汇总上报'),
    to: 'medical',
    form: summary,
    signOff,
    rollUp: {
      task: roundKey(passedRounds - 1),
      relation: 'territory',
      sums: [
        { field: 'cases', of: 'cases' },
        { field: 'amount', of: 'amount' },
      ],
    },
    minutes: 60,
    quote: '汇总上报',
  });
  return [...everybody, rollUp];
}

function registersOf({ problem, complaint }: ReturnType<typeof forms>) {
  const { caseHandling, clock, naturalDays, problemClosing, register } = language;
  return [
    register('problems', {
      title: '问题清单',
      noun: '问题',
      source,
      form: problem,
      relations: ['supervision', 'territory'],
      ...problemClosing({
        register: 'problems',
        deadline: { field: 'deadline' },
        rule: '整改期限',
        source,
      }),
    }),
    register('complaints', {
      title: '投诉登记',
      noun: '件',
      source,
      form: complaint,
      relations: ['supervision', 'territory'],
      ...caseHandling({
        clocks: [
          clock('handling', {
            title: '办理期限',
            rule: '60日',
            term: naturalDays(60),
            endsIn: ['done', 'not-accepted', 'merged'],
            stopsIn: ['supplementing'],
            owner: 'office',
            source,
          }),
        ],
      }),
    }),
  ];
}

/** A year of a large commission: nineteen reports of all institutions, a roll-up, two registers. */
export function volumeCampaign(today: string): Campaign {
  const { defineCampaign, issuing, office, work } = language;
  const drawn = forms();
  return defineCampaign({
    key: 'volume',
    title: '测速年度工作方案',
    year: Number(today.slice(0, 4)),
    period: { from: firstDay(today), to: roundDay(today, rounds) },
    document: {
      title: '测速年度工作方案',
      kindName: '工作方案',
      number: '测卫〔2026〕2号',
      issuer: '测速省卫生健康委员会',
      disclosure: 'public',
    },
    offices: [office('medical', '医政科')],
    approval: issuing({ drafter: '行风办', checker: '办公室', signer: '分管领导' }),
    phases: [],
    clauses: [
      work('reports', {
        number: '一',
        title: '报送',
        words: '各医疗机构按期报送，各局汇总上报。',
        tasks: tasksOf(today, drawn),
        registers: registersOf(drawn),
      }),
    ],
  });
}
