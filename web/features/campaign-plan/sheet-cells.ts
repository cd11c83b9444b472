import type { CellValue } from 'read-excel-file/browser';
import { readSheet } from 'read-excel-file/browser';

/** A day of a spreadsheet is a moment at midnight UTC. */
const textOf = (cell: CellValue | null): string => {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
};

/** The first sheet of an .xlsx, cell by cell, as text. */
export const cellsOfSheet = async (file: File): Promise<string[][]> =>
  (await readSheet(file))
    .map((row) => row.map(textOf))
    .filter((row) => row.some((cell) => cell !== ''));
