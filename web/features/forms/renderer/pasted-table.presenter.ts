import type { Column } from '#schema/contracts/campaign/form.ts';
import { localText } from '#web/shared/i18n.ts';
import { pastedValue } from './typed-value.presenter.ts';

/** Lines and cells as Excel and WPS put them on the clipboard: tabs, and quotes around line breaks. */
export const readCells = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (isQuoted && sign === '"' && source.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (isQuoted) {
      if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows.filter((each) => each.some((part) => part.trim() !== ''));
};

export type PastedRow = Readonly<Record<string, unknown>>;
export type UnreadCell = { readonly row: number; readonly label: string; readonly text: string };
export type PastedTable = { readonly rows: PastedRow[]; readonly unread: UnreadCell[] };

const plain = (text: string) => text.replace(/[\s*＊:：]/g, '');

/** Where the first line names columns, by their names; otherwise in the order of the form. */
const columnOrder = (
  first: readonly string[],
  columns: readonly Column[],
): (Column | undefined)[] | undefined => {
  const found = first.map((head) =>
    columns.find((column) => plain(localText(column.label)) === plain(head)),
  );
  return found.filter(Boolean).length >= Math.min(2, columns.length) ? found : undefined;
};

/** Rows ready to be added, and every cell that could not be understood, said rather than guessed. */
export const readPastedTable = (text: string, columns: readonly Column[]): PastedTable => {
  const lines = readCells(text);
  const named = lines[0] && columnOrder(lines[0], columns);
  const order = named ?? columns;
  const unread: UnreadCell[] = [];
  const rows = (named ? lines.slice(1) : lines).map((cells, index) => {
    const row: Record<string, unknown> = {};
    for (const [place, written] of cells.entries()) {
      const column = order[place];
      if (!column || written.trim() === '') continue;
      const value = pastedValue(column, written);
      if (value === undefined) {
        unread.push({ row: index + 1, label: localText(column.label), text: written.trim() });
      } else row[column.key] = value;
    }
    return row;
  });
  return { rows, unread };
};

/** A paste into a cell that is meant as cells, not as text. */
export const isTable = (text: string): boolean =>
  text.includes('\t') || text.trim().split(/\r\n?|\n/).length > 1;
