export type SheetText = { readonly headings: string[]; readonly rows: string[][] };

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

type Cell = string | number | boolean | Date | null | undefined;

const cellText = (value: Cell): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value).trim();
};

/** The first row with a word in it names the columns; rows without any word are left out. */
export const toSheetText = (cells: readonly (readonly Cell[])[]): SheetText => {
  const texts = cells.map((row) => row.map(cellText));
  const filled = texts.filter((row) => row.some((text) => text !== ''));
  const [headings = [], ...rows] = filled;
  return { headings, rows: rows.map((row) => headings.map((_, index) => row[index] ?? '')) };
};

/** The first sheet of a workbook. Numbers stay as they are written: a code of 18 digits is no number. */
export const readWorkbook = async (file: Blob): Promise<SheetText> => {
  const { readSheet } = await import('read-excel-file/universal');
  const cells = await readSheet<string>(file, 1, { parseNumber: (text) => text });
  // The reader's own types allow a constructor as a value, which no cell holds.
  const plain = cells.map((row) => row.map((cell) => (typeof cell === 'function' ? null : cell)));
  return toSheetText(plain);
};

/** What was copied out of a table: cells by tab, rows by line. */
export const readPasted = (text: string): SheetText =>
  toSheetText(text.split(/\r?\n/).map((line) => line.split('\t')));

export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly widths?: readonly number[] | undefined;
};

/** Every cell is text: what begins with `=`, `+`, `-` or `@` is never worked out by anybody. */
export const makeWorkbook = async (sheets: readonly Sheet[]): Promise<Blob> => {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const drawn = sheets.map(({ name, rows, widths }) => ({
    sheet: name,
    data: rows.map((row, index) =>
      row.map((value) => ({
        value,
        type: String,
        format: '@',
        wrap: true,
        ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
    ),
    stickyRowsCount: 1,
    columns: (widths ?? rows[0]?.map(() => 18) ?? []).map((width) => ({ width })),
  }));
  return writeExcelFile(drawn).toBlob();
};

/** Hands a file to the person, without asking the server. */
export const saveFile = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
