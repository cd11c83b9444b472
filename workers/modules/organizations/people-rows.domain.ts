import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { ImportHeading } from '#schema/contracts/imports.ts';
import type { Role } from '#schema/contracts/permission.ts';
import {
  keyOfWord,
  leaderWord,
  plainWord,
  reachNames,
  reservedWords,
  roleNames,
} from '#schema/contracts/unit-words.ts';
import { CellReader } from './import-cells.domain.ts';
import type { RowProblem } from './import-problems.domain.ts';
import type { FileRow } from './import-rows.domain.ts';

/** What a row says of a person and the post. */
export type PersonRow = {
  readonly row: number;
  readonly unit: string | undefined;
  readonly addressee: string | undefined;
  readonly username: string | undefined;
  readonly phone: string | undefined;
  readonly role: Role | typeof leaderWord | undefined;
  readonly post: string | undefined;
  readonly relation: RelationKind | undefined;
  readonly from: string | undefined;
  readonly problems: RowProblem[];
};

/** As `UsernameSchema` wants it. */
const usernameShape = /^[a-z0-9][a-z0-9._-]{2,59}$/;
const phoneShape = /^(\+\d{1,3})?1?\d{10}$/;

/** Reads one row; what nobody can do without is complained of at once. */
export function readPersonRow(
  headings: readonly ImportHeading[],
  { row, cells }: FileRow,
): PersonRow {
  const reader = new CellReader(headings, cells);
  const said = {
    row,
    unit: reader.text('unit', 120),
    addressee: reader.text('addressee', 60),
    username: usernameOf(reader),
    phone: phoneOf(reader),
    role: roleOf(reader),
    post: reader.text('post', 60),
    relation: reader.word('reach', reachNames),
    from: reader.day('from'),
    problems: reader.problems,
  };
  const complained = new Set(reader.problems.map(({ column }) => column));
  for (const column of ['unit', 'addressee', 'username', 'role'] as const) {
    if (said[column] === undefined && !complained.has(column)) reader.complain(column, 'missing');
  }
  return said;
}

function usernameOf(reader: CellReader): string | undefined {
  const text = reader.text('username', 60)?.normalize('NFKC').replaceAll(' ', '').toLowerCase();
  if (text === undefined || usernameShape.test(text)) return text;
  reader.complain('username', 'username-shape', { text });
  return undefined;
}

function phoneOf(reader: CellReader): string | undefined {
  const digits = reader.text('phone', 30)?.normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (digits === undefined || phoneShape.test(digits)) return digits;
  reader.complain('phone', 'phone-shape');
  return undefined;
}

function roleOf(reader: CellReader): PersonRow['role'] {
  const text = reader.text('role', 60);
  if (text === undefined) return undefined;
  if (plainWord(text) === plainWord(leaderWord)) return leaderWord;
  if (reservedWords.some((word) => plainWord(word) === plainWord(text))) {
    reader.complain('role', 'role-reserved', { text });
    return undefined;
  }
  return keyOfWord(roleNames, text) ?? reader.word('role', roleNames);
}
