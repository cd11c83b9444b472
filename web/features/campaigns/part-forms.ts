import type { CampaignHead } from '#plugins/sdk/parts.ts';
import type { Clause, ClauseKind } from '#schema/contracts/campaign/clause.ts';
import type { Phase } from '#schema/contracts/campaign/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { fieldLabelOfDate, readRule, writeRule } from './date-rule.presenter.ts';
import type { PartForm } from './part-editor.ts';
import type { Values } from './values-merge.ts';

const labelOfDatePath = (name: string, prefix: string): string =>
  `${prefix}${fieldLabelOfDate(name.split('/')[1] ?? '')}`;

/** 阶段: 名称, 开始, 结束. */
export const phaseForm: PartForm<Phase> = {
  read: (phase) => ({
    title: phase.title,
    clause: phase.clause ?? '',
    ...readRule(phase.from, 'from'),
    ...readRule(phase.to, 'to'),
  }),
  write: ({ clause: _clause, ...phase }, values) => ({
    ...phase,
    ...(values.clause ? { clause: values.clause } : {}),
    title: (values.title ?? '').trim(),
    from: writeRule(phase.from, values, 'from'),
    to: writeRule(phase.to, values, 'to'),
  }),
  labelOf: (name) => {
    if (name === 'title') return t('campaigns.phase-title');
    if (name === 'clause') return t('campaigns.field-clause');
    const isStart = name.startsWith('from/');
    return labelOfDatePath(name, isStart ? t('campaigns.phase-from') : t('campaigns.phase-to'));
  },
};

const namesIn = (written: string | undefined): string[] =>
  (written ?? '')
    .split(/[、，,；;\s]+/)
    .map((name) => name.trim())
    .filter(Boolean);

const writePosts = (values: Values): Pick<Clause, 'posts'> => {
  const [lead, support] = [namesIn(values.lead), namesIn(values.support)];
  if (lead.length + support.length === 0) return {};
  return {
    posts: { ...(lead.length > 0 && { lead }), ...(support.length > 0 && { support }) },
  };
};

/** 条款: 序号, 标题, 类别, 正文, 责任处室, 专项, 口径标签. */
export const clauseForm: PartForm<Clause> = {
  read: ({ number, title, kind, words, posts, workstream, labels }) => ({
    number,
    title: title ?? '',
    kind,
    words,
    lead: (posts?.lead ?? []).join('、'),
    support: (posts?.support ?? []).join('、'),
    workstream: workstream ?? '',
    labels: (labels ?? []).join(' '),
  }),
  write: (before, values) => {
    const {
      title: _title,
      posts: _posts,
      workstream: _workstream,
      labels: _labels,
      ...clause
    } = before;
    const title = (values.title ?? '').trim();
    const labels = (values.labels ?? '').split(' ').filter(Boolean);
    return {
      ...clause,
      number: (values.number ?? '').trim(),
      ...(title === '' ? {} : { title }),
      // The picker offers these kinds only.
      kind: (values.kind ?? clause.kind) as ClauseKind,
      words: (values.words ?? '').trim(),
      ...writePosts(values),
      ...(values.workstream ? { workstream: values.workstream } : {}),
      ...(labels.length === 0 ? {} : { labels }),
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
  const field = name as
    | 'title'
    | 'kind'
    | 'words'
    | 'number'
    | 'lead'
    | 'support'
    | 'workstream'
    | 'labels';
  return t(`campaigns.clause-field-${field}`);
}
