import type { ImportHeading, StoredProblem } from '#schema/contracts/imports.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { plainWord, selfNames } from '#schema/contracts/unit-words.ts';
import { CellReader, createUnitFinder } from '#workers/modules/organizations/index.ts';
import type { UnitBook } from '#workers/modules/organizations/index.ts';
import type { SaidFigure, Spoken } from '../figure-plan.domain.ts';

type FileRow = { readonly row: number; readonly cells: readonly string[] };

/** How platforms name the line of a whole region, beside its own names. */
const wholeNames = [...selfNames, '合计', '总计', '全辖区', '全省', '全区', '全市'];

/** Reads rows cell by cell: whom they speak of by code or by name, and what they say. */
export function createFigureReader(input: {
  readonly book: UnitBook;
  readonly headings: readonly ImportHeading[];
  readonly self: readonly string[];
}): (row: FileRow) => SaidFigure {
  const whole = new Set([...wholeNames, ...input.self].map(plainWord));
  const find = createUnitFinder(input.book);
  return ({ row, cells }) => {
    const reader = new CellReader(input.headings, cells);
    const code = reader.text('code', 40)?.replaceAll(' ', '');
    const name = reader.text('name', 120);
    const terms = {
      value: reader.decimal('value') ?? null,
      numerator: reader.integer('numerator') ?? null,
      sample: reader.integer('sample') ?? null,
    };
    const faults: StoredProblem[] = reader.problems;
    const said = { row, terms, problems: faults };
    if (name !== undefined && whole.has(plainWord(name))) {
      return { ...said, of: { organizationId: '', level: 'whole' } };
    }
    const coded = code === undefined ? undefined : input.book.withCode(code);
    if (coded !== undefined) {
      const other = name === undefined ? coded : firstNamed(input.book, name);
      if (other === undefined || other.id === coded.id) return { ...said, of: spokenOf(coded) };
      const values = { unit: coded.name, other: other.name };
      return {
        ...said,
        of: undefined,
        problems: [...faults, { column: 'code', code: 'code-of-another', values }],
      };
    }
    const text = name ?? code;
    const found = text === undefined ? { code: 'missing', values: {} } : find(text);
    if ('unit' in found) return { ...said, of: spokenOf(found.unit) };
    return { ...said, of: undefined, problems: [...faults, { column: 'name', ...found }] };
  };
}

const firstNamed = (book: UnitBook, name: string): Organization | undefined => book.named(name)[0];

const spokenOf = ({ id, kind }: Organization): Spoken => ({
  organizationId: id,
  level: kind === 'bureau' ? 'area' : 'unit',
});
