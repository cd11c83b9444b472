import type { ReviewCase } from '#schema/contracts/reviews.ts';
import type { ReturnPoint } from '#schema/contracts/submissions.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { fieldViews } from './case-fields.presenter.ts';

/** One thing a return can name: a field, a row of a table, a file of the list of materials. */
export type ReturnTarget = {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly depth: 0 | 1;
  /** How often earlier returns of this filing named it. */
  readonly named: number;
};

export type Ticks = Readonly<Record<string, string>>;

const timesNamed = ({ earlier }: Pick<ReviewCase, 'earlier'>, path: string): number =>
  earlier.filter(
    ({ decision, undone, points }) =>
      decision === 'return' && !undone && points.some((point) => point.path === path),
  ).length;

/** Every field in the order of the form, rows under their tables, then the list of materials. */
export const returnTargets = (found: ReviewCase): ReturnTarget[] => {
  const fields = fieldViews(found).flatMap((field): ReturnTarget[] => {
    if (field.kind === 'section') return [];
    const own: ReturnTarget = {
      path: field.key,
      label: field.label,
      value: field.words,
      depth: 0,
      named: timesNamed(found, field.key),
    };
    const rows = field.rows.map((row, index): ReturnTarget => {
      const path = `${field.key}/${row.id}`;
      return {
        path,
        label: t('reviews.row-of', { field: field.label, row: index + 1 }),
        value: row.cells
          .map(({ words }) => words)
          .slice(0, 3)
          .join(' · '),
        depth: 1,
        named: timesNamed(found, path),
      };
    });
    return [own, ...rows];
  });
  const materials = found.submission.deliverables.map((item): ReturnTarget => {
    const path = `deliverables/${item.key}`;
    const files = found.submission.deliverableEvidence[item.key]?.length ?? 0;
    return {
      path,
      label: t('reviews.material', { title: localText(item.title) }),
      value: t('reviews.files', { count: files }),
      depth: 0,
      named: timesNamed(found, path),
    };
  });
  return [...fields, ...materials];
};

/** What was ticked, in the order of the sheet. */
export const pointsOf = (targets: readonly ReturnTarget[], ticks: Ticks): ReturnPoint[] =>
  targets.flatMap(({ path, label }) => {
    const reason = ticks[path];
    return reason === undefined ? [] : [{ path, label, reason: reason.trim() }];
  });

/** Ticked and not said why. */
export const withoutReason = (points: readonly ReturnPoint[]): ReturnPoint[] =>
  points.filter(({ reason }) => reason === '');

/** This return is the N-th of the filing. */
export const returnRound = (found: ReviewCase): number => found.submission.summary.returns + 1;
