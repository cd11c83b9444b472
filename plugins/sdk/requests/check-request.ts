import type { RequestDraft } from '#schema/contracts/requests.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import type { CampaignProblem, Severity, Wording } from '../check/problem.ts';
import { words } from '../check/problem.ts';
import { workingDayUntil, type WorkCalendar } from '../dates/calendar.ts';
import type { Day } from '../dates/days.ts';
import { dayLabel, weekdayName } from '../dates/words.ts';
import { askedAlready, type AskedForm } from './asked-already.ts';
import { checkRequestForm } from './check-form.ts';
import { dueReplies, type DueReply } from './occurrences.ts';

export type RequestCheckContext = {
  calendar: WorkCalendar;
  now: number;
  today: Day;
  organizations: readonly OrganizationFacts[];
  /** The units it reaches today, and those it names that are none of the issuer's. */
  reached: readonly string[];
  foreign: readonly string[];
  /** Whether the campaign and clause that the basis cites are there. */
  citationFound: boolean;
  asked: readonly AskedForm[];
};

type Rule = (draft: RequestDraft, context: RequestCheckContext) => CampaignProblem[];

function problem(
  code: string,
  path: string,
  [message, mend]: [Wording, Wording],
  severity: Severity = 'error',
): CampaignProblem {
  return { severity, code, path, message, mend };
}

const parts = [
  ['title', '标题', 'title'],
  ['text', '工作要求', 'text'],
  ['from', '发文岗位', 'post that asks'],
  ['basis', '依据', 'basis'],
  ['to', '办理单位', 'addressees'],
  ['deadline', '截止时间', 'deadline'],
  ['stampedScan', '是否盖章', 'stamp'],
  ['nilReply', '是否可零报告', 'nil return'],
  ['minutes', '预计用时', 'time of one reply'],
  ['chain', '审签环节', 'chain of approval'],
] as const;

const complete: Rule = (draft) =>
  parts
    .filter(([key]) => draft[key] === undefined)
    .map(([key, zh, en]) =>
      problem('requests.missing', key, [
        words(`还没有填写“${zh}”`, `The ${en} is missing`),
        words('请补充后再提交审签', 'Fill it in before it is submitted'),
      ]),
    );

const addressed: Rule = ({ to }, { reached, foreign }) => {
  if (to === undefined) return [];
  const found: CampaignProblem[] = [];
  if (reached.length === 0) {
    found.push(
      problem('requests.no-addressee', 'to', [
        words('按现在的条件没有办理单位', 'No unit is reached by this'),
        words('请调整范围或指定单位', 'Change the audience or name units'),
      ]),
    );
  }
  if (foreign.length > 0) {
    found.push(
      problem('requests.out-of-range', 'to/units', [
        words(
          `指定的${foreign.length}个单位不存在、已撤并或不在职责范围内`,
          `${foreign.length} named units do not exist, are closed or outside the range`,
        ),
        words('请从名单中删去', 'Take them from the list'),
      ]),
    );
  }
  return found;
};

const ledSupport: Rule = ({ to }) => {
  const named = to?.units ?? [];
  const has = (part: string) => named.some((unit) => unit.part === part);
  if (!has('support') || has('lead')) return [];
  return [
    problem('requests.support-without-lead', 'to/units', [
      words('有配合单位，没有牵头单位', 'Some units help, and none leads'),
      words('请指定牵头单位，或把配合单位改为承办', 'Name who leads, or let them reply'),
    ]),
  ];
};

const inTime: Rule = ({ deadline, repeats }, { now, calendar }) => {
  if (deadline === undefined) return [];
  const [first] = dueReplies({ deadline }, calendar);
  const found: CampaignProblem[] = [];
  if (first !== undefined && first.dueAt <= now) {
    found.push(
      problem('requests.due-past', 'deadline', [
        words('截止时间已经过去', 'The deadline has passed'),
        words('请改为以后的时间', 'Set a later one'),
      ]),
    );
  }
  if (repeats !== undefined && repeats.until <= deadline.on) {
    found.push(
      problem('requests.repeats-end', 'repeats/until', [
        words('汇报截止日不晚于首次截止日', 'Reporting ends before it repeats'),
        words('请改晚截止日，或改为一次报送', 'Set a later end, or ask once'),
      ]),
    );
  }
  return found;
};

function restWords(due: DueReply, others: number): Wording {
  const zh = weekdayName(due.dueOn);
  const isWeekend = zh === '周六' || zh === '周日';
  const more = others === 0 ? '' : `（另有${others}次同样）`;
  const moreEn = others === 0 ? '' : ` (and ${others} more)`;
  return words(
    `截止日${dayLabel(due.dueOn)}为${isWeekend ? zh : '节假日'}${more}`,
    `The due day ${dayLabel(due.dueOn, 'en')} is a rest day${moreEn}`,
  );
}

/** A fixed day on a rest day is warned about and stays; a make-up working day is a working day. */
const restDay: Rule = ({ deadline, repeats }, { calendar }) => {
  if (deadline === undefined) return [];
  const due = dueReplies({ deadline, repeats }, calendar);
  const resting = due.filter(({ isRestDay }) => isRestDay);
  const [first] = resting;
  const found: CampaignProblem[] = [];
  if (first !== undefined) {
    const better = workingDayUntil(first.dueOn, calendar);
    const mend = words(
      `日期不会自动顺延：可改为${dayLabel(better)}，或保留原日期`,
      `It does not move by itself: set ${dayLabel(better, 'en')}, or keep it`,
    );
    found.push(
      problem(
        'dates.rest-day',
        'deadline',
        [restWords(first, resting.length - 1), mend],
        'warning',
      ),
    );
  }
  if (due.some((each) => each.isProvisional)) {
    const message = words('有截止日暂按周末推算', 'Some due days know weekends only');
    const mend = words('放假安排公布后请核对', 'Check when the calendar is published');
    found.push(problem('dates.provisional', 'deadline', [message, mend], 'hint'));
  }
  return found;
};

const signedBySomebody: Rule = ({ chain }) => {
  if (chain === undefined) return [];
  const keys = chain.map(({ key }) => key);
  const found: CampaignProblem[] = [];
  if (new Set(keys).size < keys.length) {
    const mend = words('请给其中一个换一个标识', 'Give one of them another key');
    const message = words('审签环节标识重复', 'Two steps share a key');
    found.push(problem('keys.duplicate', 'chain', [message, mend]));
  }
  const isGood = chain[0]?.role === 'drafter' && chain.at(-1)?.role === 'signer';
  if (!isGood) {
    const message = words(
      '审签应从拟稿开始、以签发结束',
      'The chain runs from drafting to signing',
    );
    const mend = words('请补上拟稿、签发环节', 'Add the step that is missing');
    found.push(problem('requests.no-signer', 'chain', [message, mend]));
  }
  return found;
};

const cited: Rule = ({ basis }, { citationFound }) =>
  basis?.cites === undefined || citationFound
    ? []
    : [
        problem('requests.unknown-citation', 'basis/cites', [
          words('所引用的方案或条款不存在', 'The campaign or clause it cites is not there'),
          words('请重新选择，或去掉引用', 'Choose again, or cite nothing'),
        ]),
      ];

const goodForm: Rule = ({ form }, context) => {
  if (form === undefined) return [];
  const { today: asOf, calendar, organizations, reached, asked } = context;
  return [
    ...checkRequestForm(form, { calendar, asOf, organizations }),
    ...askedAlready(form, new Set(reached), asked),
  ];
};

const rules: readonly Rule[] = [
  complete,
  addressed,
  ledSupport,
  inTime,
  restDay,
  signedBySomebody,
  cited,
  goodForm,
];

/** Everything to be said about a request before it goes out, in both languages. */
export function checkRequest(draft: RequestDraft, context: RequestCheckContext): CampaignProblem[] {
  return rules.flatMap((rule) => rule(draft, context));
}
