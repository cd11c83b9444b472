import type { ImportJob, ImportRow, ImportSubject } from '#schema/contracts/imports.ts';
import { figureColumns, peopleColumns, unitColumns } from '#schema/contracts/imports.ts';
import {
  figureHeadings,
  kindNames,
  levelNames,
  ownershipNames,
  peopleHeadings,
  reachNames,
  roleNames,
  selfNames,
  tagNames,
  unitHeadings,
} from '#schema/contracts/unit-words.ts';
import type { Sheet } from './workbook.driver.ts';

type Names = Readonly<Partial<Record<string, readonly string[]>>>;

const first = (names: Names) => Object.values(names).flatMap((words) => words?.[0] ?? []);

const allowed: Readonly<Record<ImportSubject, readonly (readonly string[])[]>> = {
  organizations: [
    ['类别', ...first(kindNames)],
    ['等级', ...first(levelNames)],
    ['公立/民营', ...first(ownershipNames)],
    ['标签', ...first(tagNames)],
    ['主管（由本委、本局直接主管的）', selfNames[0]],
    ['开业日期', '2026-07-01'],
  ],
  figures: [
    ['单位（一行为全辖区合计时）', selfNames[0]],
    ['数值（得分填 88.62，比例按百分数填 92.5）', '88.62'],
    ['比例也可不填数值，改填分子和样本量（分母）', ''],
  ],
  people: [
    ['角色', ...first(roleNames)],
    ['范围（不填为仅本单位）', ...first(reachNames)],
    ['单位（本委、本局的岗位）', selfNames[0]],
  ],
};

/** Each list of words as a column of its own. */
const inColumns = (lists: readonly (readonly string[])[]): string[][] => {
  const height = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? ''));
};

const headingsOf: Readonly<Record<ImportSubject, readonly string[]>> = {
  organizations: unitColumns.map((column) => unitHeadings[column][0]),
  people: peopleColumns.map((column) => peopleHeadings[column][0]),
  figures: figureColumns.map((column) => figureHeadings[column][0]),
};

/** A file with the headings to fill in, and behind it the words allowed and the units to name. */
export const templateOf = (subject: ImportSubject, units: readonly string[] = []): Sheet[] => [
  { name: '填写', rows: [headingsOf[subject]] },
  { name: '规定用语', rows: inColumns(allowed[subject]) },
  ...(units.length === 0
    ? []
    : [{ name: '单位', rows: ['单位名称', ...units].map((each) => [each]), widths: [48] }]),
];

/** The wrong rows as they were sent, with what is wrong beside them: mended, they go in again. */
export const errorSheet = (job: Pick<ImportJob, 'headings'>, rows: readonly ImportRow[]): Sheet => {
  const headings = job.headings.map(({ text }) => text);
  const lines = rows.map(({ row, cells, problems }) => [
    ...headings.map((_, index) => cells[index] ?? ''),
    `第${row}行：${problems.map(({ message }) => message).join('；')}`,
  ]);
  const widths = [...headings.map(() => 16), 60];
  return { name: '有误的行', rows: [[...headings, '问题与改法'], ...lines], widths };
};
