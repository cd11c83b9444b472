import { describeAudience } from '#plugins/sdk/audience/describe-audience.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import { recurrencePeriods } from '#schema/contracts/campaign/dates.ts';
import type { Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { signOffPosts } from '#schema/contracts/campaign/task.ts';
import type { Deliverable, RollUp, Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import {
  fieldLabelOfDate,
  readRule,
  writeRule,
} from '#web/features/campaigns/date-rule.presenter.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { PartForm } from '#web/features/campaigns/part-editor.ts';
import type { Values } from '#web/features/campaigns/values-merge.ts';
import { t } from '#web/shared/i18n.ts';

/** The form that is made together with the task. */
export const formToMake = 'new';

/** The Chinese of a text is what an office edits; a translation that no longer fits is dropped. */
const withChinese = (before: Text | undefined, zh: string): Text =>
  before !== undefined && textIn(before, 'zh-CN').value === zh ? before : zh;

/** Lists stand in one field as JSON, so that two people's lists can be told apart as a whole. */
export const readList = <Item>(text: string): Item[] =>
  text === '' ? [] : (JSON.parse(text) as Item[]);
export const readOne = <Value>(text: string): Value | undefined =>
  text === '' ? undefined : (JSON.parse(text) as Value);

const readRecurrence = (recurs: Recurrence | undefined): Values => ({
  'recurs/every': recurs?.every ?? 'quarter',
  'recurs/dueOffsetDays': String(recurs?.dueOffsetDays ?? 10),
  'recurs/from': recurs?.from ?? '',
  'recurs/to': recurs?.to ?? '',
  'recurs/wording': recurs?.wording ?? '',
});

const writeRecurrence = (before: Recurrence | undefined, values: Values): Recurrence => ({
  ...before,
  every: recurrencePeriods.find((each) => each === values['recurs/every']) ?? 'quarter',
  dueOffsetDays: Number(values['recurs/dueOffsetDays']),
  from: values['recurs/from'] ?? '',
  to: values['recurs/to'] ?? '',
  wording: (values['recurs/wording'] ?? '').trim(),
});

const readSource = (source: Source): Values => ({
  sourceKind: 'clause' in source ? 'clause' : 'document' in source ? 'document' : 'proposed',
  sourceQuote: 'quote' in source ? (source.quote ?? '') : '',
  sourceDocument: 'document' in source ? source.document : '',
  sourceReason: 'proposed' in source ? textIn(source.reason, 'zh-CN').value : '',
});

const writeSource = (before: Source, values: Values): Source => {
  const valueOf = (name: string) => (values[name] ?? '').trim();
  const quote = valueOf('sourceQuote') === '' ? {} : { quote: valueOf('sourceQuote') };
  switch (valueOf('sourceKind')) {
    case 'document':
      return { document: valueOf('sourceDocument'), ...quote };
    case 'proposed': {
      const reason = 'proposed' in before ? before.reason : undefined;
      return { proposed: true, reason: withChinese(reason, valueOf('sourceReason')) };
    }
    default: {
      const kept = 'clause' in before ? before.clause : undefined;
      return { clause: kept ?? valueOf('clause'), ...quote };
    }
  }
};

const writeDates = (task: Task, values: Values): Pick<Task, 'due' | 'recurs'> => {
  if (values.when === 'turns') return { recurs: writeRecurrence(task.recurs, values) };
  const before = task.due ?? { kind: 'undated' as const, wording: '' };
  return { due: writeRule(before, values, 'due') };
};

const write = (before: Task, values: Values): Task => {
  const {
    due: _due,
    recurs: _recurs,
    phase: _phase,
    deliverables: _deliverables,
    nilReturn: _nilReturn,
    rollUp: _rollUp,
    prevails: _prevails,
    review: _review,
    guidance: _guidance,
    ...task
  } = before;
  const valueOf = (name: string) => (values[name] ?? '').trim();
  const deliverables = readList<Deliverable>(valueOf('deliverables'));
  const rollUp = readOne<RollUp>(valueOf('rollUp'));
  const prevails = valueOf('prevails');
  return {
    ...task,
    title: withChinese(before.title, valueOf('title')),
    clause: valueOf('clause'),
    ...(valueOf('phase') === '' ? {} : { phase: valueOf('phase') }),
    audience: readOne<Audience>(valueOf('audience')) ?? before.audience,
    ...writeDates(before, values),
    to: valueOf('to'),
    form: valueOf('form'),
    ...(deliverables.length === 0 ? {} : { deliverables }),
    signOff: signOffPosts.filter((post) => valueOf('signOff').split(' ').includes(post)),
    ...(valueOf('nilReturn') === 'yes' ? { nilReturn: true } : {}),
    ...(rollUp === undefined ? {} : { rollUp }),
    ...(prevails === 'paper' || prevails === 'scan' ? { prevails } : {}),
    ...(valueOf('double') === 'yes' ? { review: { double: true as const } } : {}),
    minutes: Number(valueOf('minutes')),
    ...(valueOf('guidance') === ''
      ? {}
      : { guidance: withChinese(before.guidance, valueOf('guidance')) }),
    source: writeSource(before.source, values),
  };
};

const labels = {
  title: 'campaigns.task-title',
  clause: 'campaigns.field-clause',
  phase: 'plan.task-phase',
  to: 'campaigns.task-office',
  form: 'campaigns.task-form',
  minutes: 'campaigns.task-minutes',
  audience: 'campaigns.task-audience',
  deliverables: 'plan.deliverables',
  signOff: 'plan.sign-off',
  nilReturn: 'plan.nil-return',
  rollUp: 'plan.roll-up',
  prevails: 'plan.prevails',
  double: 'plan.double-review',
  guidance: 'plan.guidance',
  when: 'plan.when',
  sourceKind: 'plan.source',
  sourceQuote: 'plan.source-quote',
  sourceDocument: 'plan.source-document',
  sourceReason: 'plan.source-reason',
} as const;

export type TaskField = keyof typeof labels;
export const taskLabel = (name: TaskField): string => t(labels[name]);

const recurrenceLabels = {
  every: 'plan.recurs-every',
  dueOffsetDays: 'campaigns.recurs-field-dueOffsetDays',
  from: 'campaigns.recurs-field-from',
  to: 'campaigns.recurs-field-to',
  wording: 'campaigns.recurs-field-wording',
} as const;
export const recurrenceLabel = (key: keyof typeof recurrenceLabels): string =>
  t(recurrenceLabels[key]);

const labelOf = (name: string): string => {
  const [place = '', key = ''] = name.split('/');
  if (place === 'recurs') return recurrenceLabel(key as 'from');
  return key === '' ? taskLabel(place as TaskField) : fieldLabelOfDate(key);
};

/** The names that stand behind keys, for a conflict between two people. */
const namesIn =
  (draft: Draft) =>
  (name: string, value: string): string => {
    switch (name) {
      case 'audience':
        return describeAudience(readOne<Audience>(value) ?? { all: [] });
      case 'to':
        return headOf(draft)?.body.offices.find(({ key }) => key === value)?.title ?? value;
      case 'form': {
        const form = partsOf(draft, 'form').find(({ key }) => key === value);
        return form ? textIn(form.body.title, 'zh-CN').value : t('plan.form-to-make');
      }
      case 'deliverables':
        return readList<Deliverable>(value)
          .map(({ title }) => textIn(title, 'zh-CN').value)
          .join('、');
      case 'nilReturn':
      case 'double':
        return value === 'yes' ? t('plan.yes') : t('plan.no');
      default:
        return value;
    }
  };

/** 任务, every field of it. */
export const taskFormOf = (draft: Draft): PartForm<Task> => ({
  read: (task) => ({
    title: textIn(task.title, 'zh-CN').value,
    clause: task.clause,
    phase: task.phase ?? '',
    to: task.to,
    form: task.form,
    minutes: String(task.minutes),
    audience: JSON.stringify(task.audience),
    deliverables: task.deliverables?.length ? JSON.stringify(task.deliverables) : '',
    signOff: task.signOff.join(' '),
    nilReturn: task.nilReturn ? 'yes' : '',
    rollUp: task.rollUp ? JSON.stringify(task.rollUp) : '',
    prevails: task.prevails ?? '',
    double: task.review?.double ? 'yes' : '',
    guidance: task.guidance === undefined ? '' : textIn(task.guidance, 'zh-CN').value,
    when: task.recurs ? 'turns' : 'once',
    ...readSource(task.source),
    ...readRule(task.due ?? { kind: 'undated', wording: '' }, 'due'),
    ...readRecurrence(task.recurs),
  }),
  write,
  labelOf,
  wordsOf: namesIn(draft),
});
