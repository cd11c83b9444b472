import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import { isRow, rowsOf, sameValue } from '#plugins/sdk/forms/answers.ts';
import type { Answers, Row } from '#plugins/sdk/forms/answers.ts';
import { finalAnswers } from '#plugins/sdk/forms/validate.ts';
import { visibleFields } from '#plugins/sdk/forms/visibility.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { readableValue } from '#web/features/forms/renderer/readable-value.presenter.ts';
import { periodWords } from '#web/features/submissions/occurrence.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';

type TableField = Extract<Field, { kind: 'table' }>;

export type CellView = {
  readonly key: string;
  readonly words: string;
  readonly isChanged: boolean;
};

export type RowView = {
  readonly id: string;
  readonly cells: readonly CellView[];
  readonly isNew: boolean;
};

export type FieldView = {
  readonly key: string;
  readonly label: string;
  readonly kind: Field['kind'];
  readonly words: string;
  readonly isEmpty: boolean;
  readonly isChanged: boolean;
  /** Last time's answer, where there was one. */
  readonly previous: string | undefined;
  readonly isSameAsBefore: boolean;
  /** The same field was returned in another period, and what was said. */
  readonly returnedEarlier: string | undefined;
  /** What the last return said of it. */
  readonly returned: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly RowView[];
  readonly rowsGone: number;
  readonly evidenceIds: readonly string[];
};

const lastReturn = ({ earlier }: Pick<ReviewCase, 'earlier'>) =>
  [...earlier].reverse().find(({ decision, undone }) => decision === 'return' && !undone);

/** The reasons of the last return by field; a row's reason stands with its table. */
export const returnedReasons = (found: Pick<ReviewCase, 'earlier'>): Map<string, string> => {
  const reasons = new Map<string, string>();
  for (const { path, label, reason } of lastReturn(found)?.points ?? []) {
    const [field = ''] = path.split('/');
    const key = field === 'deliverables' ? path : field;
    const words = key === path ? reason : `${label}：${reason}`;
    const before = reasons.get(key);
    reasons.set(key, before === undefined ? words : `${before}；${words}`);
  }
  return reasons;
};

const isYearBefore = (occurrence: string, now: string): boolean =>
  /^\d{4}/.test(occurrence) && Number(occurrence.slice(0, 4)) === Number(now.slice(0, 4)) - 1;

/** 同一问题去年也退过：what another period was returned for, the newest first, by field. */
export const earlierReasons = (
  found: Pick<ReviewCase, 'returnedBefore' | 'submission'>,
): Map<string, string> => {
  const { summary, previous } = found.submission;
  const said = new Map<string, string>();
  for (const { occurrence, campaignTitle, points } of found.returnedBefore) {
    const period = periodWords(occurrence) || campaignTitle;
    // What is asked once a year has no period of its own; its document tells the year.
    const isLastYear =
      isYearBefore(occurrence, summary.occurrence) ||
      (previous?.isLastYear === true && previous.campaignTitle === campaignTitle);
    const key = isLastYear ? 'desk.returned-last-year' : 'desk.returned-earlier';
    for (const { path, reason } of points) {
      const field = path.startsWith('deliverables/') ? path : (path.split('/')[0] ?? path);
      if (!said.has(field)) said.set(field, t(key, { period, reason }));
    }
  }
  return said;
};

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const rowViews = (
  field: TableField,
  rows: readonly Row[],
  changed: ReadonlySet<string>,
): RowView[] =>
  rows.map((row) => ({
    id: row.id,
    isNew: changed.has(`${field.key}/${row.id}`),
    cells: field.columns.map((column) => ({
      key: column.key,
      words: readableValue(column, row[column.key]),
      isChanged: changed.has(`${field.key}/${row.id}/${column.key}`),
    })),
  }));

/** Every field of the filing as it was filed, with what changed and what was said the time before. */
export const fieldViews = (found: ReviewCase): FieldView[] => {
  const { form, previous } = found.submission;
  const answers: Answers = finalAnswers(form, found.submission.answers);
  const visible = visibleFields(form, answers);
  const changed = new Set(found.changedPaths);
  const reasons = returnedReasons(found);
  const earlier = earlierReasons(found);
  return form.fields
    .filter(({ key }) => visible.has(key))
    .map((field): FieldView => {
      const value = answers[field.key];
      const before = previous?.answers[field.key];
      const rows = field.kind === 'table' ? rowsOf(answers, field.key) : [];
      const under = [...changed].filter((path) => path.startsWith(`${field.key}/`));
      const known = new Set(rows.map(({ id }) => id));
      const gone = under.filter((path) => {
        const [, id = '', column] = path.split('/');
        return column === undefined && !known.has(id);
      });
      return {
        key: field.key,
        label: localText(field.label),
        kind: field.kind,
        words: field.kind === 'section' ? '' : readableValue(field, value),
        isEmpty: isMissing(value),
        isChanged: changed.has(field.key) || under.length > 0,
        previous:
          isMissing(before) || ['evidence', 'section'].includes(field.kind)
            ? undefined
            : previousWords(field, before),
        isSameAsBefore: !isMissing(before) && sameValue(before, value),
        returnedEarlier: earlier.get(field.key),
        returned: reasons.get(field.key),
        columns: field.kind === 'table' ? field.columns : [],
        rows: field.kind === 'table' ? rowViews(field, rows, changed) : [],
        rowsGone: gone.length,
        evidenceIds: field.kind === 'evidence' ? idsOf(value) : [],
      };
    });
};

/** 「去年：」 or 「上期（2026年第一季度）：」 */
export const previousLabel = (previous: { label: string; isLastYear: boolean }): string =>
  previous.isLastYear
    ? t('desk.last-year')
    : t('desk.last-period', { period: periodWords(previous.label) || previous.label });

/** Where the grey answers come from, once, above them. */
export const previousSource = (previous: { label: string; campaignTitle: string }): string =>
  t('desk.previous-source', {
    source: [previous.campaignTitle, periodWords(previous.label)].filter(Boolean).join(' · '),
  });

const previousWords = (field: Field, before: unknown): string =>
  field.kind === 'table' && Array.isArray(before)
    ? t('forms.row-count', { count: before.filter(isRow).length })
    : readableValue(field, before);
