import type { Audience } from '#schema/contracts/campaign/audience.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { readAudienceWords } from '../audience/read-audience.ts';
import { readDayWords } from './day-words.ts';
import { isYes, readColumns } from './sheet-columns.ts';

/** The columns that are known, each by the headings people give it. */
const headings = {
  title: /^(?:任务名称|工作任务|任务|名称|事项)$/u,
  due: /截止|完成时限|完成时间|报送时间|时限/u,
  to: /报给|报至|报送至|接收(?:科室|处室|部门)|责任(?:科室|处室)|牵头/u,
  audience: /对象|范围|填报单位|报送单位|责任单位/u,
  clause: /条款|依据/u,
  stamp: /盖章/u,
  paper: /纸质/u,
  nil: /零报告/u,
  minutes: /用时|分钟/u,
} as const;

type TaskColumn = keyof typeof headings;

export type RowFault = {
  readonly column: TaskColumn;
  readonly code: 'missing' | 'unreadable' | 'unknown' | 'twice' | 'taken';
  readonly value: string;
};

/** One row of a table as it was understood; what it does not say is absent. */
export type TaskRow = {
  /** The line in what was pasted, the heading being the first. */
  readonly line: number;
  readonly title: string;
  readonly due: DateRule | undefined;
  readonly to: string | undefined;
  readonly audience: Audience | undefined;
  readonly clause: string | undefined;
  readonly stamp: boolean;
  readonly copies: number;
  readonly nil: boolean;
  readonly minutes: number | undefined;
  readonly faults: readonly RowFault[];
};

type RowsGiven = {
  readonly year: number;
  readonly offices: readonly { key: string; title: string }[];
  readonly clauses: readonly { key: string; number: string; title?: string | undefined }[];
  /** Titles of the tasks that are there already. */
  readonly titles: readonly string[];
};

export type TaskTable = {
  readonly columns: Partial<Record<TaskColumn, number>>;
  readonly rows: readonly TaskRow[];
};

/** Cells between tabs; a cell with a line break or a tab stands in quotes, as Excel copies it. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  const endCell = () => {
    rows[rows.length - 1]?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each !== ''));
}

const bare = (words: string) => words.replace(/[\s、．.（）()]/gu, '');

const numberIn = (cell: string) => Number(/\d+/u.exec(cell)?.[0] ?? '');

function findOffice(cell: string, { offices }: RowsGiven): string | undefined {
  const named = bare(cell);
  const exact = offices.find(({ title }) => bare(title) === named);
  return (exact ?? offices.find(({ title }) => bare(title).includes(named)))?.key;
}

function findClause(cell: string, { clauses }: RowsGiven): string | undefined {
  const named = bare(cell);
  const found = clauses.find(
    ({ number, title }) =>
      bare(`${number}${title ?? ''}`) === named ||
      (title !== undefined && bare(title) === named) ||
      number === cell.trim(),
  );
  return found?.key;
}

type Reading = { cellOf: (column: TaskColumn) => string; given: RowsGiven };

function faultsOf({ cellOf, given }: Reading, row: Omit<TaskRow, 'line' | 'faults'>): RowFault[] {
  const fault = (column: TaskColumn, code: RowFault['code']) => [
    { column, code, value: cellOf(column) },
  ];
  const unlessFound = (column: 'due' | 'audience' | 'to' | 'clause') => {
    if (cellOf(column) === '' || row[column] !== undefined) return [];
    return fault(column, column === 'to' || column === 'clause' ? 'unknown' : 'unreadable');
  };
  const isOddFigure = row.minutes !== undefined && !(row.minutes >= 1 && row.minutes <= 10_000);
  return [
    ...(row.title === '' ? fault('title', 'missing') : []),
    ...(given.titles.includes(row.title) ? fault('title', 'taken') : []),
    ...(cellOf('due') === '' ? fault('due', 'missing') : unlessFound('due')),
    ...unlessFound('audience'),
    ...unlessFound('to'),
    ...unlessFound('clause'),
    ...(isOddFigure ? fault('minutes', 'unreadable') : []),
  ];
}

/**
 * Rows of a spreadsheet as tasks, the columns found by their headings in the first row. What cannot
 * be understood is named with its column and its words, and nothing is guessed in its place.
 */
export function readTaskRows(cells: readonly (readonly string[])[], given: RowsGiven): TaskTable {
  const [heading = [], ...lines] = cells;
  const columns = readColumns(heading, headings);
  const seen = new Set<string>();
  const rows = lines.map((line, index) => {
    const cellOf = (column: TaskColumn) => (line[columns[column] ?? -1] ?? '').trim();
    const row = {
      title: cellOf('title'),
      due: readDayWords(cellOf('due'), given.year),
      to: cellOf('to') === '' ? undefined : findOffice(cellOf('to'), given),
      audience: readAudienceWords(cellOf('audience')),
      clause: cellOf('clause') === '' ? undefined : findClause(cellOf('clause'), given),
      stamp: isYes(cellOf('stamp')),
      copies: isYes(cellOf('paper')) ? Math.max(1, numberIn(cellOf('paper'))) : 0,
      nil: isYes(cellOf('nil')),
      minutes: cellOf('minutes') === '' ? undefined : numberIn(cellOf('minutes')),
    };
    const twice = { column: 'title' as const, code: 'twice' as const, value: row.title };
    const isTwice = row.title !== '' && seen.has(row.title);
    seen.add(row.title);
    const faults = [...faultsOf({ cellOf, given }, row), ...(isTwice ? [twice] : [])];
    return { ...row, line: index + 2, faults };
  });
  return { columns, rows };
}
