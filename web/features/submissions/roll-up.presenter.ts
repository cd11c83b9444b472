import type { Answers } from '#plugins/sdk/forms/answers.ts';
import type {
  CellState,
  Figure,
  RollUpCounts,
  RollUpFigure,
  RollUpTable,
  RollUpUnit,
  TakeSums,
} from '#schema/contracts/roll-up.ts';
import type { SubmissionDetail, SubmissionState } from '#schema/contracts/submissions.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount, formatMoney } from '#web/shared/numbers.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

const kinds: Readonly<Record<CellState, StatusKind>> = {
  accepted: 'done',
  'on-behalf': 'done',
  waiting: 'waiting',
  missing: 'late',
  exempt: 'stopped',
};

export const cellStatus = ({ state }: Pick<RollUpUnit, 'state'>) => ({
  kind: kinds[state],
  words: t(`submissions.cell-${state}`),
});

export const figureWords = (figure: Figure | undefined): string => {
  if (figure === undefined) return '—';
  return typeof figure === 'number' && figure >= 0
    ? formatCount(figure)
    : formatMoney(String(figure));
};

/** What a cell shows: figures of what is not accepted are not there to be read as counted. */
export const cellWords = ({ state, figures }: RollUpUnit, field: string): string =>
  state === 'accepted' || state === 'on-behalf' ? figureWords(figures[field]) : '';

/** 「应汇总 60 家，已审 52 家，未审 3 家，未报 5 家。」 */
export const countWords = (counts: RollUpCounts): string =>
  [
    t('submissions.roll-up-due', { count: counts.due }),
    t('submissions.roll-up-accepted', { count: counts.accepted + counts.onBehalf }) +
      (counts.onBehalf > 0 ? t('submissions.roll-up-on-behalf', { count: counts.onBehalf }) : ''),
    t('submissions.roll-up-waiting', { count: counts.waiting }),
    t('submissions.roll-up-missing', { count: counts.missing }),
    ...(counts.exempt > 0 ? [t('submissions.roll-up-exempt', { count: counts.exempt })] : []),
  ].join(t('submissions.roll-up-comma')) + t('submissions.roll-up-stop');

const listed = ['missing', 'waiting', 'on-behalf', 'exempt'] as const;
const readAtOnce = 12;

/** Who is meant by each of the figures; a short list of who has not filed is read at once. */
export const listsOf = (units: readonly RollUpUnit[]) =>
  listed.flatMap((state) => {
    const found = units.filter((unit) => unit.state === state);
    if (found.length === 0) return [];
    return [
      {
        state,
        title: t('rollup.list', { state: t(`submissions.cell-${state}`), count: found.length }),
        names: found
          .map(({ organizationName }) => organizationName)
          .join(t('submissions.roll-up-and')),
        isOpen: state === 'missing' && found.length <= readAtOnce,
      },
    ];
  });

export const headOf = ({ label, unit }: RollUpTable['fields'][number]): string =>
  unit === undefined ? localText(label) : `${localText(label)}（${unit}）`;

const withOffice = new Set<SubmissionState>(['filed', 'held', 'accepted']);

/** After 报送 the table is what was filed; before it, and after a return, what stands now. */
export const shownTable = (table: RollUpTable, state: SubmissionState) =>
  table.filed && withOffice.has(state)
    ? { ...table, ...table.filed, asOf: table.filed.at, isFiled: true }
    : { ...table, isFiled: false };

export type ShownTable = ReturnType<typeof shownTable>;

const sumsOf = (figures: readonly RollUpFigure[]) =>
  JSON.stringify(figures.map(({ field, sum }) => [field, sum]));

/** The units below have gone on since the filing: its sums are no longer those of today. */
export const isBehind = (table: RollUpTable): boolean =>
  table.filed !== undefined && sumsOf(table.filed.figures) !== sumsOf(table.figures);

export type Typed = Readonly<Record<string, { figure: string; reason: string }>>;

/** What stands adjusted now, ready to be typed over. */
export const typedOf = (figures: readonly RollUpFigure[]): Typed =>
  Object.fromEntries(
    figures
      .filter(({ standing }) => standing === 'adjusted')
      .map(({ field, figure, reason }) => [
        field,
        { figure: String(figure ?? ''), reason: reason ?? '' },
      ]),
  );

export type Adjustments =
  | { status: 'ready'; adjustments: TakeSums['adjustments'] }
  | { status: 'wrong'; errors: { path: string; message: string }[] };

const decimal = /^-?(0|[1-9]\d{0,19})(\.\d{1,8})?$/;

/** Empty figures are their sums. An adjusted one needs a number and a reason. */
export const adjustmentsOf = (table: RollUpTable, typed: Typed): Adjustments => {
  const errors: { path: string; message: string }[] = [];
  const adjustments: TakeSums['adjustments'] = [];
  for (const { field, sum } of table.figures) {
    const { figure = '', reason = '' } = typed[field] ?? {};
    if (figure.trim() === '' || figure.trim() === String(sum)) continue;
    if (!decimal.test(figure.trim())) {
      errors.push({ path: field, message: t('submissions.roll-up-not-a-number') });
    } else if (reason.trim().length < 2) {
      errors.push({ path: `${field}-reason`, message: t('submissions.roll-up-reason-missing') });
    } else {
      const value =
        typeof sum === 'number' && !figure.includes('.') ? Number(figure) : figure.trim();
      adjustments.push({ field, figure: value, reason: reason.trim() });
    }
  }
  return errors.length > 0 ? { status: 'wrong', errors } : { status: 'ready', adjustments };
};

/** The answers that belong to that form: the server holds the sums beside them. */
export const withoutSummed = ({ rollUp }: SubmissionDetail, answers: Answers): Answers => {
  if (rollUp === undefined) return answers;
  const summed = new Set(rollUp.fields);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !summed.has(key)));
};

/** The form without what the roll-up fills in: those figures stand in the table above. */
export const withoutSums = (detail: SubmissionDetail): SubmissionDetail['form'] => {
  const { form, rollUp } = detail;
  if (rollUp === undefined) return form;
  const summed = new Set(rollUp.fields);
  const fields = form.fields.filter(({ key }) => !summed.has(key));
  return { ...form, fields, checks: [] };
};
