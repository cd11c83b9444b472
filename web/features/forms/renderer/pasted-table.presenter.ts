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
export type PastedTable = {
  readonly rows: PastedRow[];
  readonly unread: UnreadCell[];
  /** Heads of columns that the form does not have; what stands under them is left out. */
  readonly foreign: string[];
};

const plain = (text: string) => text.replace(/[\s*＊:：（）()]/g, '');

/** The column of that name, or the only one whose name contains it. */
const columnNamed = (head: string, columns: readonly Column[]): Column | undefined => {
  const wanted = plain(head);
  const labels = columns.map((column) => ({ column, label: plain(localText(column.label)) }));
  const exact = labels.find(({ label }) => label === wanted);
  const near = wanted.length < 2 ? [] : labels.filter(({ label }) => label.includes(wanted));
  return exact?.column ?? (near.length === 1 ? near[0]?.column : undefined);
};

type Heads = { readonly order: (Column | undefined)[]; readonly foreign: string[] };

/** Where the first line names columns, by their names; otherwise the order of the form counts. */
const readHeads = (first: readonly string[], columns: readonly Column[]): Heads | undefined => {
  const order = first.map((head) => columnNamed(head, columns));
  const known = order.filter((column) => column !== undefined);
  const isHeads =
    known.length >= Math.min(2, columns.length) && new Set(known).size === known.length;
  if (!isHeads) return undefined;
  return { order, foreign: first.filter((head, place) => head.trim() !== '' && !order[place]) };
};

/** Rows ready to be added, and every cell that could not be understood, said rather than guessed. */
export const readPastedTable = (text: string, columns: readonly Column[]): PastedTable => {
  const lines = readCells(text);
  const heads = lines[0] && readHeads(lines[0], columns);
  const order = heads?.order ?? columns;
  const unread: UnreadCell[] = [];
  const rows = (heads ? lines.slice(1) : lines).map((cells, index) => {
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
  return { rows, unread, foreign: heads?.foreign ?? [] };
};

/** A paste into a cell that is meant as cells, not as text. */
export const isTable = (text: string): boolean =>
  text.includes('\t') || text.trim().split(/\r\n?|\n/).length > 1;
