import type { TaskRow } from '#plugins/sdk/drafting/task-rows.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import { filingClauseKinds } from '#schema/contracts/campaign/clause.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { ChangeParts, Draft } from '#schema/contracts/campaigns.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import { t } from '#web/shared/i18n.ts';
import { asFilingClause, newForm } from './new-bodies.ts';
import { makeKey } from './new-key.ts';

type Parts = Pick<Draft, 'parts'>;
/** What a row that does not say it is taken to mean. */
type RowDefaults = { readonly clause: string; readonly audience: Audience };

/** What the rows are read against. */
export const givenBy = (draft: Parts) => ({
  year: headOf(draft)?.body.year ?? 2000,
  offices: headOf(draft)?.body.offices ?? [],
  clauses: partsOf(draft, 'clause').map(({ body }) => body),
  titles: partsOf(draft, 'task').map(({ body }) => textIn(body.title, 'zh-CN').value),
});

/** The clause that rows hang on unless they name one: the first that may ask for something. */
export const usualClause = (draft: Parts): string => {
  const clauses = partsOf(draft, 'clause');
  const filing = clauses.find(({ body }) => filingClauseKinds.includes(body.kind));
  return (filing ?? clauses[0])?.key ?? '';
};

const deliverablesOf = ({ stamp, copies }: TaskRow): Pick<Task, 'deliverables'> => {
  const scan = {
    key: makeKey('item'),
    title: t('plan.deliverable-stamped-scan'),
    kind: 'stamped-scan' as const,
    required: true,
  };
  const paper = {
    key: makeKey('item'),
    title: t('plan.deliverable-paper'),
    kind: 'paper' as const,
    required: true,
    copies,
  };
  const deliverables = [...(stamp ? [scan] : []), ...(copies > 0 ? [paper] : [])];
  return deliverables.length === 0 ? {} : { deliverables };
};

const taskOf = (draft: Parts, row: TaskRow, defaults: RowDefaults, form: string): Task => {
  const clause = row.clause ?? defaults.clause;
  return {
    key: makeKey('task'),
    title: row.title,
    clause,
    audience: row.audience ?? defaults.audience,
    due: row.due ?? { kind: 'undated', wording: '' },
    to: row.to ?? headOf(draft)?.body.offices[0]?.key ?? '',
    form,
    ...deliverablesOf(row),
    signOff: ['head'],
    ...(row.nil ? { nilReturn: true } : {}),
    minutes: row.minutes ?? 60,
    source: { clause },
  };
};

/** All good rows as tasks with a form each, in one act; their clauses become work where needed. */
export const changeOfRows = (
  draft: Parts,
  rows: readonly TaskRow[],
  defaults: RowDefaults,
): ChangeParts => {
  const good = rows.filter(({ faults }) => faults.length === 0);
  const clauses = new Set(good.map(({ clause }) => clause ?? defaults.clause));
  const save = partsOf(draft, 'clause').flatMap(({ key, version, body }) => {
    const work = clauses.has(key) ? asFilingClause(body) : undefined;
    return work === undefined ? [] : [{ kind: 'clause' as const, key, version, body: work }];
  });
  const add = good.flatMap((row) => {
    const form = newForm(row.title);
    return [
      { kind: 'form' as const, body: { ...form } },
      { kind: 'task' as const, body: { ...taskOf(draft, row, defaults, form.key) } },
    ];
  });
  return { add, ...(save.length === 0 ? {} : { save }) };
};
