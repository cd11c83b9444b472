import type { Organization } from '#schema/contracts/organizations.ts';
import type { ProblemCode, RowProblem } from './import-problems.domain.ts';
import { nearestWord } from './nearest-word.domain.ts';
import type { UnitBook } from './unit-book.domain.ts';

export type NamedUnit =
  | { readonly unit: Organization }
  | { readonly code: ProblemCode; readonly values: RowProblem['values'] };

/** Finds the one unit that a cell names, by code or name; a name wrong in many rows is looked up once. */
export function createUnitFinder(book: UnitBook): (text: string) => NamedUnit {
  const known = new Map<string, string | undefined>();
  const nearest = (text: string): string | undefined => {
    if (!known.has(text)) known.set(text, nearestWord(text, book.names));
    return known.get(text);
  };
  return (text): NamedUnit => {
    const coded = book.withCode(text.replaceAll(' ', ''));
    const found = coded === undefined ? book.named(text) : [coded];
    const [unit] = found;
    if (found.length > 1) return { code: 'name-ambiguous', values: { text, count: found.length } };
    if (unit !== undefined) return { unit };
    const near = nearest(text);
    if (near === undefined) return { code: 'unit-unknown', values: { text } };
    return { code: 'unit-near', values: { text, near } };
  };
}
