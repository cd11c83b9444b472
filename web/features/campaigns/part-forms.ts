import type { CampaignHead } from '#plugins/sdk/parts.ts';
import type { Clause, ClauseKind } from '#schema/contracts/campaign/clause.ts';
import type { Phase, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { t } from '#web/shared/i18n.ts';
import { fieldLabelOfDate, readRule, writeRule } from './date-rule.presenter.ts';
import type { PartForm } from './part-editor.ts';
import type { Values } from './values-merge.ts';

/** The Chinese of a text is what an office edits; a translation that no longer fits is dropped. */
const withChinese = (before: Text, zh: string): Text =>
  textIn(before, 'zh-CN').value === zh ? before : zh;

const readRecurrence = (recurs: Recurrence): Values => ({
  'recurs/dueOffsetDays': String(recurs.dueOffsetDays),
  'recurs/from': recurs.from,
  'recurs/to': recurs.to,
  'recurs/wording': recurs.wording,
});

const writeRecurrence = (before: Recurrence, values: Values): Recurrence => ({
  ...before,
  dueOffsetDays: Number(values['recurs/dueOffsetDays']),
  from: values['recurs/from'] ?? before.from,
  to: values['recurs/to'] ?? before.to,
  wording: values['recurs/wording'] ?? before.wording,
});

const labelOfDatePath = (name: string, prefix: string): string => {
  const [place = '', key = ''] = name.split('/');
  if (place !== 'recurs') return `${prefix}${fieldLabelOfDate(key)}`;
  const field = key as 'from';
  return `${prefix}${t(`campaigns.recurs-field-${field}`)}`;
};

/** 任务: 名称, 报给谁, 截止, 预计用时. */
export const taskForm: PartForm<Task> = {
  read: (task) => ({
    title: textIn(task.title, 'zh-CN').value,
    to: task.to,
    minutes: String(task.minutes),
    ...(task.due ? readRule(task.due, 'due') : {}),
    ...(task.recurs ? readRecurrence(task.recurs) : {}),
  }),
  write: (task, values) => ({
    ...task,
    title: withChinese(task.title, (values.title ?? '').trim()),
    to: values.to ?? task.to,
    minutes: Number(values.minutes),
    ...(task.due ? { due: writeRule(task.due, values, 'due') } : {}),
    ...(task.recurs ? { recurs: writeRecurrence(task.recurs, values) } : {}),
  }),
  labelOf: (name) => {
    if (name === 'title') return t('campaigns.task-title');
    if (name === 'to') return t('campaigns.task-office');
    if (name === 'minutes') return t('campaigns.task-minutes');
    return labelOfDatePath(name, '');
  },
};

/** 阶段: 名称, 开始, 结束. */
export const phaseForm: PartForm<Phase> = {
  read: (phase) => ({
    title: phase.title,
    ...readRule(phase.from, 'from'),
    ...readRule(phase.to, 'to'),
  }),
  write: (phase, values) => ({
    ...phase,
    title: (values.title ?? '').trim(),
    from: writeRule(phase.from, values, 'from'),
    to: writeRule(phase.to, values, 'to'),
  }),
  labelOf: (name) => {
    if (name === 'title') return t('campaigns.phase-title');
    const isStart = name.startsWith('from/');
    return labelOfDatePath(name, isStart ? t('campaigns.phase-from') : t('campaigns.phase-to'));
  },
};

/** 条款: 标题, 类别, 正文. */
export const clauseForm: PartForm<Clause> = {
  read: ({ title, kind, words }) => ({ title: title ?? '', kind, words }),
  write: ({ title: _title, ...clause }, values) => {
    const title = (values.title ?? '').trim();
    return {
      ...clause,
      ...(title === '' ? {} : { title }),
      // The picker offers these kinds only.
      kind: (values.kind ?? clause.kind) as ClauseKind,
      words: (values.words ?? '').trim(),
    };
  },
  labelOf: clauseLabel,
  wordsOf: (name, value) =>
    name === 'kind' ? t(`campaigns.clause-${value as ClauseKind}`) : value,
};

type HeadField = 'title' | 'document/title' | 'document/kindName' | 'document/issuer';
const headFields: readonly HeadField[] = [
  'title',
  'document/title',
  'document/kindName',
  'document/issuer',
];
const headLabels = {
  title: 'campaigns.head-title',
  'document/title': 'campaigns.head-document-title',
  'document/kindName': 'campaigns.head-kind',
  'document/issuer': 'campaigns.head-issuer',
  'document/recipients': 'campaigns.head-recipients',
  'document/disclosure': 'campaigns.head-disclosure',
  'period/from': 'campaigns.head-period-from',
  'period/to': 'campaigns.head-period-to',
} as const;
type HeadName = keyof typeof headLabels;

type Disclosure = CampaignHead['document']['disclosure'];

/** 文件信息. */
export const headForm: PartForm<CampaignHead> = {
  read: ({ title, document, period }) => ({
    title,
    'document/title': document.title,
    'document/kindName': document.kindName,
    'document/issuer': document.issuer,
    'document/recipients': document.recipients ?? '',
    'document/disclosure': document.disclosure,
    'period/from': period.from,
    'period/to': period.to,
  }),
  write: (head, values) => {
    const valueOf = (name: HeadName) => (values[name] ?? '').trim();
    const { recipients: _recipients, ...document } = head.document;
    const recipients = valueOf('document/recipients');
    return {
      ...head,
      title: valueOf('title'),
      period: { from: valueOf('period/from'), to: valueOf('period/to') },
      document: {
        ...document,
        title: valueOf('document/title'),
        kindName: valueOf('document/kindName'),
        issuer: valueOf('document/issuer'),
        ...(recipients === '' ? {} : { recipients }),
        // The picker offers these three only.
        disclosure: valueOf('document/disclosure') as Disclosure,
      },
    };
  },
  labelOf: (name) => t(headLabels[name as HeadName]),
  wordsOf: (name, value) =>
    name === 'document/disclosure' ? t(`campaigns.disclosure-${value as Disclosure}`) : value,
};

export const headTextFields = headFields.map((name) => ({
  name,
  label: () => t(headLabels[name]),
}));

function clauseLabel(name: string): string {
  const field = name as 'title' | 'kind' | 'words';
  return t(`campaigns.clause-field-${field}`);
}
