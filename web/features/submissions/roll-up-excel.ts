import type { SheetData } from 'write-excel-file/browser';
import type { Figure } from '#schema/contracts/roll-up.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { cellStatus, countWords, headOf } from './roll-up.presenter.ts';
import type { ShownTable } from './roll-up.presenter.ts';

const bold = { fontWeight: 'bold' } as const;

/** A figure that a spreadsheet can hold exactly is a number in it, any other stays its text. */
const cellOf = (figure: Figure | undefined) => {
  if (figure === undefined) return null;
  const value = Number(figure);
  return String(value) === String(figure) ? { value, type: Number } : { value: String(figure) };
};

/** 汇总表 as a sheet: what it is and as of when, the units, the sums, what is reported and why. */
export const rollUpSheet = (table: ShownTable, unit: string): SheetData => {
  const figureOf = (field: string) => table.figures.find((each) => each.field === field);
  const keys = table.fields.map(({ field }) => field);
  const isCounted = (state: string) => state === 'accepted' || state === 'on-behalf';
  return [
    [{ value: `${unit}　${localText(table.task.title)}`, ...bold }],
    [
      {
        value: `${t('submissions.roll-up-as-of', { time: formatInstant(table.asOf) })}${countWords(table.counts)}`,
      },
    ],
    [
      { value: t('submissions.roll-up-unit'), ...bold },
      { value: t('submissions.roll-up-state'), ...bold },
      ...table.fields.map((field) => ({ value: headOf(field), ...bold, wrap: true })),
    ],
    ...table.units.map((each) => [
      { value: each.organizationName },
      { value: cellStatus(each).words },
      ...keys.map((key) => (isCounted(each.state) ? cellOf(each.figures[key]) : null)),
    ]),
    [
      { value: t('submissions.roll-up-sum'), ...bold },
      null,
      ...keys.map((key) => cellOf(figureOf(key)?.sum)),
    ],
    [
      { value: t('submissions.roll-up-figure'), ...bold },
      null,
      ...keys.map((key) => cellOf(figureOf(key)?.figure)),
    ],
    [
      { value: t('submissions.roll-up-reason'), ...bold },
      null,
      ...keys.map((key) => ({ value: figureOf(key)?.reason ?? '', wrap: true })),
    ],
  ];
};

export const sheetOptions = { stickyRowsCount: 3, stickyColumnsCount: 1 } as const;
