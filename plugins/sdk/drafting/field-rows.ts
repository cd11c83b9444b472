import type { FieldKind } from '#schema/contracts/campaign/form.ts';
import { isYes, readColumns } from './sheet-columns.ts';

/** The columns that are known, each by the headings people give it. */
const headings = {
  label: /^(?:项目名称|填报项目|填报内容|项目|栏目|名称|内容|指标名称|指标)$/u,
  kind: /类型|填法|格式/u,
  required: /必填/u,
  unit: /^(?:计量)?单位$/u,
  options: /选项|构成/u,
  table: /所属表格|所在表格/u,
  hint: /说明|提示|备注/u,
} as const;

/** The headings a sheet is asked for; the others are known beside them. */
export const fieldHeadings = '项目名称、类型、必填、计量单位、选项、所属表格、填报说明';

type FieldColumn = keyof typeof headings;

/** The words for each kind, those of the editor first. */
const kindWords: readonly [RegExp, FieldKind][] = [
  [/^(?:多行文字|多行|大段文字|长文本|文字说明)$/u, 'long-text'],
  [/^(?:单行文字|单行|文字|文本)$/u, 'text'],
  [/^(?:整数|数字|人数|件数|次数)$/u, 'integer'],
  [/^(?:小数|百分比|比例)$/u, 'decimal'],
  [/^金额/u, 'money'],
  [/^(?:月份|年月)$/u, 'month'],
  [/^日期$/u, 'date'],
  [/^多选$/u, 'multiple-choice'],
  [/^(?:单选|选择|下拉)$/u, 'choice'],
  [/^评分$/u, 'rating'],
  [/^(?:单位|机构)$/u, 'organization'],
  [/^岗位$/u, 'post'],
  [/^(?:佐证材料|佐证|附件|材料|文件)$/u, 'evidence'],
  [/^(?:表格|明细表)$/u, 'table'],
  [/^(?:分节标题|分节|小标题|标题)$/u, 'section'],
  [/^(?:自动计算|合计|计算)$/u, 'computed'],
];

/** What a name sounds like where the table says no kind. */
const nameWords: readonly [RegExp, FieldKind][] = [
  [/金额|（元）|（万元）/u, 'money'],
  [/率$|比例$|占比$/u, 'decimal'],
  [/数$|数量|（[件个次人份家条起例]）/u, 'integer'],
  [/日期|时间|时限/u, 'date'],
  [/情况|措施|问题|做法|打算|原因|说明|建议/u, 'long-text'],
  [/是否/u, 'choice'],
];

export type FieldFault = {
  readonly column: 'label' | 'kind' | 'options' | 'table';
  readonly code: 'missing' | 'unreadable' | 'unknown' | 'twice';
  readonly value: string;
};

/** One row of a table as a field of a form; what it does not say is absent. */
export type FieldRow = {
  readonly line: number;
  readonly label: string;
  readonly kind: FieldKind | undefined;
  readonly required: boolean;
  readonly unit: string | undefined;
  readonly hint: string | undefined;
  /** Of a choice its answers, of a sum the labels that it adds up. */
  readonly options: readonly string[];
  /** The label of the table that it is a column of. */
  readonly table: string | undefined;
  readonly faults: readonly FieldFault[];
};

const kindIn = (words: string, table: readonly [RegExp, FieldKind][]): FieldKind | undefined =>
  table.find(([pattern]) => pattern.test(words))?.[1];

/** Answers may hold 、 themselves: where ； or line breaks part them, nothing else does. */
const optionsIn = (cell: string): string[] => {
  const parts = /[；;\n]/u.test(cell) ? cell.split(/[；;\n]+/u) : cell.split(/[、/|，,]+/u);
  return [...new Set(parts.map((each) => each.trim()).filter(Boolean))];
};

const isHeading = (row: readonly string[]): boolean =>
  row.some((cell) => headings.label.test(cell.replace(/\s/gu, '')));

const choices: ReadonlySet<FieldKind> = new Set(['choice', 'multiple-choice', 'rating']);
const neverColumns: ReadonlySet<FieldKind> = new Set(['evidence', 'table', 'section', 'computed']);

type Unjudged = Omit<FieldRow, 'line' | 'faults'>;
type Before = { readonly rows: readonly Unjudged[]; readonly labels: readonly string[] };

function faultsOf(row: Unjudged, kindCell: string, before: Before): FieldFault[] {
  const { label, kind, options, table } = row;
  const fault = (column: FieldFault['column'], code: FieldFault['code'], value: string) => [
    { column, code, value },
  ];
  const known = [...before.labels, ...before.rows.map((each) => each.label)];
  const isTwice = before.rows.some((each) => each.label === label && each.table === table);
  const holder = before.rows.find((each) => each.label === table);
  const isChoice = kind !== undefined && choices.has(kind);
  const unknown = kind === 'computed' ? options.filter((each) => !known.includes(each)) : [];
  const isWrongColumn = kind !== undefined && neverColumns.has(kind);
  return [
    ...(label === '' ? fault('label', 'missing', '') : []),
    ...(label !== '' && isTwice ? fault('label', 'twice', label) : []),
    ...(kind === undefined ? fault('kind', 'unreadable', kindCell) : []),
    ...(isChoice && options.length < 2 ? fault('options', 'missing', '') : []),
    ...(kind === 'computed' && options.length === 0 ? fault('options', 'missing', '') : []),
    ...unknown.flatMap((each) => fault('options', 'unknown', each)),
    ...(table !== undefined && (holder?.kind !== 'table' || isWrongColumn)
      ? fault('table', 'unknown', table)
      : []),
  ];
}

/** What is ticked or chosen where the name asks 是否 and the table gives no answers. */
const usualOptions = (label: string, kind: FieldKind | undefined): string[] =>
  kind === 'choice' && /是否/u.test(label) ? ['是', '否'] : [];

/**
 * Rows of a spreadsheet as the fields of a form, the columns found by their headings; without
 * headings each line is a name. A kind that is not written is taken from the name: 件数 is a number.
 * `readFieldRows(readCells('项目名称\t类型\n查处件数\t整数'), [])` → one row of kind `integer`.
 */
export function readFieldRows(
  cells: readonly (readonly string[])[],
  labels: readonly string[],
): FieldRow[] {
  const hasHeading = isHeading(cells[0] ?? []);
  const columns = hasHeading ? readColumns(cells[0] ?? [], headings) : { label: 0 };
  const rows: FieldRow[] = [];
  cells.slice(hasHeading ? 1 : 0).forEach((line, index) => {
    const cellOf = (column: FieldColumn) =>
      (line[(columns as Partial<Record<FieldColumn, number>>)[column] ?? -1] ?? '').trim();
    const label = cellOf('label');
    const words = cellOf('kind').replace(/\s/gu, '');
    const kind = words === '' ? (kindIn(label, nameWords) ?? 'text') : kindIn(words, kindWords);
    const written = optionsIn(cellOf('options'));
    const row = {
      label,
      kind,
      required: isYes(cellOf('required')),
      unit: cellOf('unit') || undefined,
      hint: cellOf('hint') || undefined,
      options: written.length > 0 ? written : usualOptions(label, kind),
      table: cellOf('table') || undefined,
    };
    const faults = faultsOf(row, cellOf('kind'), { rows, labels });
    rows.push({ ...row, line: index + (hasHeading ? 2 : 1), faults });
  });
  return rows;
}
