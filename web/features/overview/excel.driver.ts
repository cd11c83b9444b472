import writeExcelFile from 'write-excel-file/browser';
import type { FigureDefinition, FigureRow, FigureValue } from '#schema/contracts/figures.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { cellWords, figureName, placeName } from './figure.presenter.ts';

export type Sheet = {
  readonly title: string;
  /** Lines above the table: the sentences. */
  readonly lines: readonly string[];
  readonly placeHeader: string;
  readonly columns: readonly FigureDefinition[];
  readonly headerOf: (column: FigureDefinition) => string;
  readonly rows: readonly FigureRow[];
  readonly total: Readonly<Record<string, FigureValue>>;
  /** 截至, and what the table is for. */
  readonly notes: readonly string[];
};

type Cell = string | number | { value: string | number; fontWeight: 'bold' };

/** Counts are numbers in the sheet; a share is its text, beside which Excel rounds nothing. */
const cellOf = (value: FigureValue | undefined, column: FigureDefinition): Cell =>
  column.form === 'count' && value?.absent === undefined && value?.numerator !== undefined
    ? value.numerator
    : cellWords(value, column);

const bold = (value: string): Cell => ({ value, fontWeight: 'bold' });

/** The rows of the sheet: title, sentences, table with its sums, 口径 of each column, 截至. */
export const sheetRows = (sheet: Sheet): Cell[][] => [
  [bold(sheet.title)],
  ...sheet.lines.map((line) => [line]),
  [],
  [bold(sheet.placeHeader), ...sheet.columns.map((column) => bold(sheet.headerOf(column)))],
  ...sheet.rows.map(({ place, values }): Cell[] => [
    placeName(place),
    ...sheet.columns.map((column) => cellOf(values[column.key], column)),
  ]),
  [
    bold(t('figures.sum')),
    ...sheet.columns.map((column) => cellOf(sheet.total[column.key], column)),
  ],
  [],
  [bold(t('figures.statements'))],
  ...sheet.columns.map((column) => [`${figureName(column)}：${localText(column.statement)}`]),
  ...sheet.notes.map((note) => [note]),
];

export const saveSheet = async (sheet: Sheet, fileName: string): Promise<void> => {
  const columns = [{ width: 28 }, ...sheet.columns.map(() => ({ width: 14 }))];
  await writeExcelFile(sheetRows(sheet), { columns }).toFile(fileName);
};
