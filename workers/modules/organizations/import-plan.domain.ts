import type { ImportChange, ImportHeading, ImportOutcome } from '#schema/contracts/imports.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { plainWord, selfNames } from '#schema/contracts/unit-words.ts';
import type { ProblemCode, RowProblem } from './import-problems.domain.ts';
import { readUnitRow } from './import-rows.domain.ts';
import type { Draft, FileRow, PlannedSuperior, UnitRow } from './import-rows.domain.ts';
import { findCircles, resolveSuperiors, spreadFaults } from './import-superiors.domain.ts';
import { UnitBook } from './unit-book.domain.ts';
import type { StoredBook } from './unit-book.domain.ts';

type UnitFacts = Pick<
  Organization,
  'name' | 'shortName' | 'order' | 'kind' | 'level' | 'ownership' | 'tags' | 'openedOn'
> & { readonly code: string | null };

/** What taking a row writes. */
export type UnitPlan = {
  readonly id: string;
  /** Of the unit as it was checked; nothing for a new one. */
  readonly version: number | null;
  readonly unit: UnitFacts;
  readonly former: { readonly name: string; readonly shortName: string } | null;
  readonly beds: number | null;
  readonly superiors: readonly PlannedSuperior[];
};

export type PlannedRow = {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly problems: readonly RowProblem[];
  readonly changes: readonly ImportChange[];
  readonly plan: UnitPlan | null;
};

export type PlanInput = {
  readonly rows: readonly FileRow[];
  readonly headings: readonly ImportHeading[];
  readonly stored: StoredBook;
  readonly effectiveOn: string;
  /** The commission's own names beside 本委 and 本局. */
  readonly self: readonly string[];
  readonly nextId: () => string;
};

/** Holds every row of a file against the book and against the others; nothing is written. */
export function planUnits(input: PlanInput): PlannedRow[] {
  const book = new UnitBook(input.stored, input.effectiveOn);
  const said = input.rows.map((row) => readUnitRow(input.headings, row));
  findRepeated(said);
  const drafts = said.map((row): Draft => {
    const known = match(row, book);
    return { said: row, known, id: known?.id ?? input.nextId(), superiors: [] };
  });
  findTakenTwice(drafts);
  findTakenOrders(drafts, book);
  const self = new Set([...selfNames, ...input.self].map(plainWord));
  const dependents = resolveSuperiors(drafts, book, self);
  findCircles(drafts, input.stored.relations, input.effectiveOn);
  spreadFaults(drafts, dependents);
  let last = Math.max(book.lastOrder, ...said.map(({ order }) => order ?? 0));
  return drafts.map((draft) => {
    if (draft.said.problems.length > 0) return failed(draft);
    if (draft.known === undefined && draft.said.order === undefined) last += 10;
    return settle(draft, book, last);
  });
}

function complain(
  row: UnitRow,
  column: string,
  code: ProblemCode,
  values: RowProblem['values'] = {},
): void {
  row.problems.push({ column, code, values });
}

function findRepeated(rows: readonly UnitRow[]): void {
  const firsts = new Map<string, number>();
  for (const row of rows) {
    const marks = [
      ['code', row.code],
      ['name', row.code === undefined && row.name ? plainWord(row.name) : undefined],
      ['order', row.order],
    ] as const;
    for (const [column, value] of marks) {
      if (value === undefined) continue;
      const first = firsts.get(`${column} ${value}`);
      if (first === undefined) firsts.set(`${column} ${value}`, row.row);
      else complain(row, column, 'twice-in-file', { row: first });
    }
  }
}

/** The unit that a row speaks of: by code, then by name; nothing for a new one. */
function match(row: UnitRow, book: UnitBook): Organization | undefined {
  if (row.name === undefined && row.code === undefined) {
    complain(row, 'name', 'missing');
    return undefined;
  }
  const coded = row.code === undefined ? undefined : book.withCode(row.code);
  const named = row.name === undefined ? [] : book.named(row.name);
  const same = named.filter(({ name }) => plainWord(name) === plainWord(row.name ?? ''));
  if (coded === undefined && same.length > 1) {
    complain(row, 'name', 'name-ambiguous', { count: same.length, text: row.name ?? '' });
    return undefined;
  }
  const [other] = same;
  if (coded !== undefined && other !== undefined && other.id !== coded.id) {
    complain(row, 'code', 'code-of-another', { unit: coded.name, other: other.name });
  }
  const known = coded ?? other;
  if (known !== undefined && known.status !== 'open') {
    complain(row, 'name', 'unit-ended', { unit: known.name });
  }
  if (known !== undefined && coded === undefined && row.code !== undefined && known.code) {
    complain(row, 'code', 'code-taken', { code: known.code });
  }
  if (known === undefined) {
    if (row.name === undefined) complain(row, 'name', 'missing');
    if (!hasProblemOf(row, 'kind') && row.kind === undefined) complain(row, 'kind', 'missing');
    if (!row.superiors.some(({ relation }) => relation === 'supervision')) {
      complain(row, 'supervision', 'missing-superior');
    }
  }
  return known;
}

const hasProblemOf = (row: UnitRow, column: string) =>
  row.problems.some((problem) => problem.column === column);

/** Two rows, one by its code and one by its name, may speak of one unit. */
function findTakenTwice(drafts: readonly Draft[]): void {
  const firsts = new Map<string, number>();
  for (const { said, known } of drafts) {
    if (known === undefined) continue;
    const first = firsts.get(known.id);
    if (first === undefined) firsts.set(known.id, said.row);
    else if (!hasProblemOf(said, 'name')) complain(said, 'name', 'twice-in-file', { row: first });
  }
}

/** A number may change hands inside one file. */
function findTakenOrders(drafts: readonly Draft[], book: UnitBook): void {
  const freed = new Set(
    drafts.flatMap(({ said, known }) => {
      const moves = said.order !== undefined && said.order !== known?.order;
      return known && moves && said.problems.length === 0 ? [known.id] : [];
    }),
  );
  for (const { said, known } of drafts) {
    const holder = said.order === undefined ? undefined : book.withOrder(said.order);
    if (holder === undefined || holder.id === known?.id || freed.has(holder.id)) continue;
    complain(said, 'order', 'order-taken', { text: said.order ?? '', unit: holder.name });
  }
}

const failed = ({ said }: Draft): PlannedRow => ({
  row: said.row,
  outcome: 'error',
  problems: said.problems,
  changes: [],
  plan: null,
});

function settle(draft: Draft, book: UnitBook, nextOrder: number): PlannedRow {
  const { said, known, id } = draft;
  const name = said.name ?? known?.name ?? '';
  const isShortFree = known === undefined || known.shortName === known.name;
  const unit: UnitFacts = {
    code: said.code ?? known?.code ?? null,
    name,
    shortName: said.shortName ?? (isShortFree ? name : (known?.shortName ?? name)),
    order: said.order ?? known?.order ?? nextOrder,
    kind: said.kind ?? known?.kind ?? 'other',
    level: said.level ?? known?.level ?? null,
    ownership: said.ownership ?? known?.ownership ?? null,
    tags: (said.tags ?? known?.tags ?? []).toSorted((left, right) => left.localeCompare(right)),
    openedOn: said.openedOn ?? known?.openedOn ?? null,
  };
  const beds = said.beds !== undefined && said.beds !== book.bedsOf(id) ? said.beds : null;
  const superiors = draft.superiors.filter(
    ({ relation, superiorId }) =>
      known === undefined || book.superiorOf(id, relation) !== superiorId,
  );
  const changes = known === undefined ? [] : changesOf(known, { unit, beds, superiors }, book);
  const outcome = known === undefined ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
  const isRenamed = known !== undefined && known.name !== name;
  const former = isRenamed ? { name: known.name, shortName: known.shortName } : null;
  const version = known?.version ?? null;
  const plan = outcome === 'unchanged' ? null : { id, version, unit, former, beds, superiors };
  return { row: said.row, outcome, problems: [], changes, plan };
}

const columns = {
  code: 'code',
  name: 'name',
  shortName: 'short-name',
  order: 'order',
  kind: 'kind',
  level: 'level',
  ownership: 'ownership',
  tags: 'tags',
  openedOn: 'opened-on',
} as const;

type Plain = string | number | boolean | null | undefined;

const asText = (value: Plain | readonly string[]): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? [...value].join('、') : String(value);
};

function changesOf(
  known: Organization,
  after: Pick<UnitPlan, 'unit' | 'beds' | 'superiors'>,
  book: UnitBook,
): ImportChange[] {
  const fields = Object.keys(columns) as (keyof typeof columns)[];
  const changes = fields.flatMap((field) => {
    const [was, is] = [asText(known[field]), asText(after.unit[field])];
    return was === is ? [] : [{ column: columns[field], before: was, after: is }];
  });
  const nameOf = (id: string | null | undefined) =>
    id === undefined ? null : id === null ? '' : (book.get(id)?.name ?? id);
  const beds = { column: 'beds', before: asText(book.bedsOf(known.id)), after: asText(after.beds) };
  const moves = after.superiors.map(({ relation, superiorId }) => ({
    column: relation,
    before: nameOf(book.superiorOf(known.id, relation)),
    after: nameOf(superiorId),
  }));
  return [...changes, ...(after.beds === null ? [] : [beds]), ...moves];
}
