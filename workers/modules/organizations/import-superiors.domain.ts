import type { OrganizationRelation } from '#schema/contracts/organizations.ts';
import { plainWord } from '#schema/contracts/unit-words.ts';
import type { Draft } from './import-rows.domain.ts';
import { nearestWord } from './nearest-word.domain.ts';
import { holdsOn } from './unit-book.domain.ts';
import type { UnitBook } from './unit-book.domain.ts';

type Dependents = ReadonlyMap<
  Draft,
  readonly { readonly draft: Draft; readonly relation: string; readonly text: string }[]
>;
type Found = { readonly id: string; readonly draft: Draft | undefined };

/** Finds the unit that each row names as its superior, in the file or in the book. */
export function resolveSuperiors(
  drafts: readonly Draft[],
  book: UnitBook,
  self: ReadonlySet<string>,
): Dependents {
  const find = finderOf(drafts, book);
  const nearest = createNearest(book);
  const dependents = new Map<Draft, { draft: Draft; relation: string; text: string }[]>();
  for (const draft of drafts) {
    for (const { relation, text } of draft.said.superiors) {
      if (self.has(plainWord(text))) {
        draft.superiors.push({ relation, superiorId: null });
        continue;
      }
      const found = find(text);
      const [only] = found;
      if (found.length > 1) {
        const values = { text, count: found.length };
        draft.said.problems.push({ column: relation, code: 'superior-ambiguous', values });
      } else if (only === undefined) complainUnknown(draft, relation, text, nearest(text));
      else {
        draft.superiors.push({ relation, superiorId: only.id });
        if (only.draft && !only.draft.known) {
          const waiting = dependents.get(only.draft) ?? [];
          dependents.set(only.draft, [...waiting, { draft, relation, text }]);
        }
      }
    }
  }
  return dependents;
}

/** A new unit that is not taken takes with it those that would stand under it. */
export function spreadFaults(drafts: readonly Draft[], dependents: Dependents): void {
  const wrong = drafts.filter(({ said }) => said.problems.length > 0);
  for (let superior = wrong.pop(); superior !== undefined; superior = wrong.pop()) {
    for (const { draft, relation, text } of dependents.get(superior) ?? []) {
      if (draft.said.problems.some(({ code }) => code.startsWith('circle'))) continue;
      if (draft.said.problems.length === 0) wrong.push(draft);
      const values = { text, row: superior.said.row };
      draft.said.problems.push({ column: relation, code: 'superior-wrong', values });
    }
  }
}

function finderOf(drafts: readonly Draft[], book: UnitBook): (text: string) => Found[] {
  const inFile = new Map<string, Found[]>();
  const put = (key: string | undefined, draft: Draft) => {
    if (key === undefined) return;
    const plain = plainWord(key);
    const known = inFile.get(plain) ?? [];
    if (known.some(({ id }) => id === draft.id)) return;
    inFile.set(plain, [...known, { id: draft.id, draft }]);
  };
  for (const draft of drafts) {
    put(draft.said.code, draft);
    put(draft.said.name, draft);
    if (draft.said.shortName !== draft.said.name) put(draft.said.shortName, draft);
  }
  return (text) => {
    const coded = book.withCode(text);
    if (coded !== undefined) return [{ id: coded.id, draft: undefined }];
    const stored = book
      .named(text)
      .filter(({ status }) => status === 'open')
      .map(({ id }): Found => ({ id, draft: undefined }));
    const filed = (inFile.get(plainWord(text)) ?? []).filter(
      ({ id }) => !stored.some((each) => each.id === id),
    );
    return [...stored, ...filed];
  };
}

const mostGuesses = 50;

/** Looking for what was meant is dear in a long book: each text once, and not without end. */
function createNearest(book: UnitBook): (text: string) => string | undefined {
  const guesses = new Map<string, string | undefined>();
  return (text) => {
    if (!guesses.has(text) && guesses.size < mostGuesses) {
      guesses.set(text, nearestWord(text, book.names));
    }
    return guesses.get(text);
  };
}

function complainUnknown(
  draft: Draft,
  relation: string,
  text: string,
  near: string | undefined,
): void {
  draft.said.problems.push(
    near === undefined
      ? { column: relation, code: 'superior-unknown', values: { text } }
      : { column: relation, code: 'superior-near', values: { text, near } },
  );
}

type StoredLink = OrganizationRelation & { readonly organizationId: string };
type Above = ReadonlyMap<string, string | null>;

/**
 * Units that would come to stand under themselves by the links of the file and of the book: on the
 * day of the file, or on a later one on which something planned begins.
 */
export function findCircles(
  drafts: readonly Draft[],
  relations: readonly StoredLink[],
  day: string,
): void {
  const later = relations.map(({ from }) => from).filter((from) => from > day);
  const now = aboveOn(relations, day);
  const written = writtenOf(drafts, now);
  for (const on of [day, ...new Set(later.toSorted())]) {
    const above = new Map([...(on === day ? now : aboveOn(relations, on)), ...written]);
    const code = on === day ? 'circle' : 'circle-later';
    const when = on === day ? undefined : { day: on };
    for (const { id, said, superiors } of drafts) {
      const { name = '' } = said;
      for (const { relation } of superiors) {
        if (hasCircle(said.problems, relation) || !isUnderItself(above, relation, id)) continue;
        said.problems.push({ column: relation, code, values: { text: name, ...when } });
      }
    }
  }
}

const hasCircle = (problems: Draft['said']['problems'], relation: string): boolean =>
  problems.some(({ column, code }) => column === relation && code.startsWith('circle'));

function aboveOn(relations: readonly StoredLink[], day: string): Above {
  const links = relations.filter((each) => holdsOn(each, day));
  return new Map(
    links.map(({ relation, organizationId, superiorId }) => [
      `${relation} ${organizationId}`,
      superiorId,
    ]),
  );
}

/** What the rows will write, from their day on; what says the same as the book leaves its plans. */
function writtenOf(drafts: readonly Draft[], now: Above): Above {
  const sound = drafts.filter(({ said }) => said.problems.length === 0);
  return new Map(
    sound.flatMap(({ id, superiors }) =>
      superiors
        .map(({ relation, superiorId }) => [`${relation} ${id}`, superiorId] as const)
        .filter(([key, superiorId]) => now.get(key) !== superiorId),
    ),
  );
}

function isUnderItself(above: Above, relation: string, id: string): boolean {
  const passed = new Set<string>();
  let current = above.get(`${relation} ${id}`) ?? null;
  while (current !== null && !passed.has(current)) {
    if (current === id) return true;
    passed.add(current);
    current = above.get(`${relation} ${current}`) ?? null;
  }
  return false;
}
