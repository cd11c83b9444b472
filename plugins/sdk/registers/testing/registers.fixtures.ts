import type { Register } from '#schema/contracts/campaign/register.ts';
import { officialCalendar } from '../../dates/official-calendar.ts';
import { problemClosing } from '../../define/closing-problems.ts';
import { caseHandling } from '../../define/handling-cases.ts';
import { clock, naturalDays } from '../../define/workflows.ts';
import type { Answers } from '../../forms/answers.ts';
import type { EntryActor, EntrySource, RegisterEntry } from '../entry.ts';
import type { MoveContext } from '../guards.ts';
import { newEntry } from '../new-entry.ts';
import { takeStep, type StepInput, type StepOutcome } from '../take-step.ts';

const source = { document: '某区卫生健康委员会工作方案' };

/** Problems that are struck off one by one, from several channels. */
export const problems: Register = {
  key: 'problems',
  title: '问题清单',
  noun: '问题',
  clause: 'rectify',
  source,
  responsible: 'responsible-post',
  channels: [
    { key: 'self-check', label: '自查' },
    { key: 'inspection', label: '巡察' },
    { key: 'hotline', label: '12345' },
  ],
  ...problemClosing({
    register: 'problems',
    deadline: { field: 'deadline' },
    rule: '整改期限',
    source,
    claimNeeds: ['responsible-post', 'deadline'],
    applyNeeds: ['measures'],
    extension: { days: 30, unit: 'natural', times: 1 },
  }),
};

/** Letters with a term of 60 natural days. */
export const letters: Register = {
  key: 'letters',
  title: '信访件',
  noun: '件',
  clause: 'letters',
  source,
  duties: { reply: { field: 'named', op: 'eq', value: 'yes' } },
  ...caseHandling({
    clocks: [
      clock('handling', {
        title: '办理期限',
        rule: '信访工作条例 60日',
        term: naturalDays(60),
        endsIn: ['done', 'not-accepted', 'merged'],
        stopsIn: ['supplementing'],
        owner: 'office',
        extension: { days: 30, unit: 'natural', times: 1 },
        source,
      }),
    ],
  }),
};

export const clerk: EntryActor = {
  personId: 'p-clerk',
  post: '行风办',
  as: ['unit'],
  ofUnit: true,
  advises: false,
};
export const reviewer: EntryActor = {
  personId: 'p-reviewer',
  post: '医政科',
  as: ['office'],
  ofUnit: false,
  advises: false,
};
export const verifier: EntryActor = { ...reviewer, personId: 'p-verifier' };

export function problem(
  changes: {
    id?: string;
    organizationId?: string;
    answers?: Answers;
    sources?: EntrySource[];
    on?: string;
    by?: EntryActor;
    register?: Register;
  } = {},
): RegisterEntry {
  const { by = clerk } = changes;
  return newEntry(changes.register ?? problems, {
    id: changes.id ?? 'e1',
    organizationId: changes.organizationId ?? 'hospital',
    answers: changes.answers ?? { what: '处方点评不规范' },
    sources: changes.sources ?? [{ channel: 'self-check' }],
    actor: { personId: by.personId, post: by.post, as: by.as[0] ?? 'unit' },
    on: changes.on ?? '2026-03-02',
  });
}

export function contextOf(
  entry: RegisterEntry,
  actor: EntryActor,
  today: string,
  register: Register = problems,
): MoveContext {
  return { register, entry, actor, today, calendar: officialCalendar };
}

export type Walk = [actor: EntryActor, today: string, input: StepInput];
export const allTicks = ['measures', 'evidence', 'rules', 'accountability', 'answered'];

/** Takes steps one after another; a step that is refused says why. */
export function walk(
  entry: RegisterEntry,
  steps: readonly Walk[],
  register: Register = problems,
): RegisterEntry {
  let now = entry;
  for (const [actor, today, input] of steps) {
    const outcome: StepOutcome = takeStep(contextOf(now, actor, today, register), input);
    if (!outcome.ok) {
      throw new Error(
        `${input.transition}: ${outcome.unmet.map((each) => each.message.zh).join()}`,
      );
    }
    now = outcome.entry;
  }
  return now;
}

export const claim: StepInput = {
  transition: 'claim',
  answers: { 'responsible-post': '药剂科主任', deadline: '2026-05-10' },
};
export const apply: StepInput = { transition: 'apply', answers: { measures: '已完成培训' } };
export const close: StepInput = { transition: 'close', ticks: allTicks };

/** From the record to 已销号 in five steps. */
export const toClosed: Walk[] = [
  [clerk, '2026-03-03', claim],
  [clerk, '2026-03-04', { transition: 'begin' }],
  [clerk, '2026-04-10', apply],
  [reviewer, '2026-04-13', { transition: 'check' }],
  [verifier, '2026-04-15', close],
];
