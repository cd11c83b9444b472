import { numbersInOutline } from '#plugins/sdk/drafting/outline.ts';
import type { OutlinePlace } from '#plugins/sdk/drafting/outline.ts';
import { filingClauseKinds } from '#schema/contracts/campaign/clause.ts';
import type { Clause } from '#schema/contracts/campaign/clause.ts';
import type { Phase } from '#schema/contracts/campaign/dates.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import { t } from '#web/shared/i18n.ts';
import { makeKey } from './new-key.ts';

type Parts = Pick<Draft, 'parts'>;

/** The number the clause behind `after` would have in the document's own way of numbering. */
const numberFor = (draft: Parts, clause: Pick<Clause, 'key' | 'parent'>, after: string | null) => {
  const nodes = partsOf(draft, 'clause').map(({ body }) => body);
  const at = after === null ? 0 : nodes.findIndex(({ key }) => key === after) + 1;
  const list = [...nodes.slice(0, at), { ...clause, number: '?' }, ...nodes.slice(at)];
  return numbersInOutline(list).get(clause.key) ?? '';
};

/** Behind whom a clause stands that comes before, behind or inside another. */
const afterOf = (draft: Parts, target: string, place: OutlinePlace): string | null => {
  const nodes = partsOf(draft, 'clause').map(({ body }) => body);
  const at = nodes.findIndex(({ key }) => key === target);
  if (place === 'before') return nodes[at - 1]?.key ?? null;
  const branch = new Set([target]);
  let last = target;
  for (const { key, parent } of nodes) {
    if (parent === undefined || !branch.has(parent)) continue;
    branch.add(key);
    last = key;
  }
  return last;
};

type NewClause = { readonly body: Clause; readonly after: string | null };

/** An empty clause beside or inside another one, or the first of the document. */
export const newClause = (
  draft: Parts,
  at?: { target: string; place: OutlinePlace },
): NewClause => {
  const key = makeKey('clause');
  const target = partsOf(draft, 'clause').find((part) => part.key === at?.target)?.body;
  const parent = at?.place === 'inside' ? at.target : target?.parent;
  const clauses = partsOf(draft, 'clause');
  const after = at
    ? afterOf(draft, at.target, at.place)
    : (clauses[clauses.length - 1]?.key ?? null);
  const own = { key, ...(parent === undefined ? {} : { parent }) };
  const number = numberFor(draft, own, after);
  return { body: { ...own, number, words: '', kind: 'task' }, after };
};

export const newForm = (title: string): Form => ({
  key: makeKey('form'),
  title,
  fields: [{ key: 'content', kind: 'long-text', label: t('plan.new-form-field'), required: true }],
});

const yearOf = (draft: Parts) => headOf(draft)?.body.year ?? 2000;
const lastDay = (draft: Parts) => headOf(draft)?.body.period.to ?? `${yearOf(draft)}-12-31`;
const firstDay = (draft: Parts) => headOf(draft)?.body.period.from ?? `${yearOf(draft)}-01-01`;

export const newTask = (draft: Parts, clause: string): Task => ({
  key: makeKey('task'),
  title: '',
  clause,
  audience: { all: [] },
  due: { kind: 'on', on: lastDay(draft), wording: '' },
  to: headOf(draft)?.body.offices[0]?.key ?? '',
  form: '',
  signOff: ['head'],
  minutes: 60,
  source: { clause },
});

export const newPhase = (draft: Parts, clause?: string): Phase => ({
  key: makeKey('phase'),
  title: '',
  ...(clause === undefined ? {} : { clause }),
  from: { kind: 'on', on: firstDay(draft), wording: '' },
  to: { kind: 'on', on: lastDay(draft), wording: '' },
});

export const newRegister = (draft: Parts, clause: string): Register => ({
  key: makeKey('register'),
  title: t('plan.new-register'),
  noun: t('plan.new-register-noun'),
  clause,
  source: { clause },
  ...(headOf(draft)?.body.offices[0] ? { office: headOf(draft)?.body.offices[0]?.key } : {}),
});

export const newIndicator = (clause: string): Indicator => ({
  key: makeKey('indicator'),
  title: t('plan.new-indicator'),
  clause,
  form: 'ratio',
  definition: t('plan.new-indicator-definition'),
  numerator: t('plan.new-indicator-numerator'),
  denominator: t('plan.new-indicator-denominator'),
  unit: '%',
  measure: { kind: 'filings', statistic: 'on-time' },
  direction: 'higher',
  source: { clause },
});

/** A principle asks for nothing; once something hangs on it, it is work. */
export const asFilingClause = (clause: Clause): Clause | undefined =>
  filingClauseKinds.includes(clause.kind) ? undefined : { ...clause, kind: 'task' };

export const titleOfForm = (title: Task['title']): string => textIn(title, 'zh-CN').value;
