import { isDay } from '#plugins/sdk/dates/days.ts';
import type { ImportHeading } from '#schema/contracts/imports.ts';
import { keyOfWord } from '#schema/contracts/unit-words.ts';
import type { ProblemCode, RowProblem } from './import-problems.domain.ts';
import { nearestWord } from './nearest-word.domain.ts';

type Names<Key extends string> = Readonly<Partial<Record<Key, readonly string[]>>>;

/** A tag by its own key, as another program would write it. */
const KEY = /^[a-z][a-z0-9-]{0,39}$/;

/** Reads one row of a file cell by cell; what cannot be read becomes a problem of its column. */
export class CellReader {
  readonly problems: RowProblem[] = [];
  readonly #texts = new Map<string, string>();

  constructor(headings: readonly ImportHeading[], cells: readonly string[]) {
    headings.forEach(({ column }, index) => {
      const text = (cells[index] ?? '').trim();
      if (column !== null && text !== '' && !this.#texts.has(column)) this.#texts.set(column, text);
    });
  }

  complain(column: string | null, code: ProblemCode, values: RowProblem['values'] = {}): void {
    this.problems.push({ column, code, values });
  }

  text(column: string, most: number): string | undefined {
    const text = this.#texts.get(column)?.replaceAll(/\s+/g, ' ');
    if (text !== undefined && text.length > most) {
      this.complain(column, 'too-long', { most });
      return undefined;
    }
    return text;
  }

  word<Key extends string>(column: string, names: Names<Key>): Key | undefined {
    const text = this.#texts.get(column);
    return text === undefined ? undefined : this.#keyOf(column, text, names);
  }

  words(column: string, names: Names<string>): string[] | undefined {
    const parts = this.#texts.get(column)?.split(/[、，,;；]/);
    const texts = parts?.map((part) => part.trim()).filter((part) => part !== '');
    if (texts === undefined) return undefined;
    const keys = texts.map((text) => (KEY.test(text) ? text : this.#keyOf(column, text, names)));
    return [...new Set(keys.flatMap((key) => key ?? []))].toSorted();
  }

  integer(column: string): number | undefined {
    const text = this.#texts.get(column);
    if (text === undefined) return undefined;
    const digits = text.normalize('NFKC').replace(/[,\s]|[张号个]$/g, '');
    const number = /^\d{1,9}(?:\.0+)?$/.test(digits) ? Number(digits) : undefined;
    if (number === undefined) this.complain(column, 'not-a-number', { text });
    return number;
  }

  /** Exact decimal text: 88.60 and 88.6分 are 88.6. */
  decimal(column: string): string | undefined {
    const text = this.#texts.get(column);
    if (text === undefined) return undefined;
    const plain = text.normalize('NFKC').replace(/[,\s]|[%分]$/g, '');
    const [, whole = '', places = ''] = /^0*(\d{1,9})(?:\.(\d+))?$/.exec(plain) ?? [];
    const kept = places.replace(/0+$/, '');
    if (whole !== '' && kept.length <= 4) return kept === '' ? whole : `${whole}.${kept}`;
    this.complain(column, whole === '' ? 'not-a-decimal' : 'too-many-places', { text });
    return undefined;
  }

  day(column: string): string | undefined {
    const text = this.#texts.get(column);
    if (text === undefined) return undefined;
    const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
    const match =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ??
      /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
    const [, year = '', month = '', day = ''] = match ?? [];
    const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (match !== null && isDay(read)) return read;
    this.complain(column, 'not-a-day', { text });
    return undefined;
  }

  #keyOf<Key extends string>(column: string, text: string, names: Names<Key>): Key | undefined {
    const key = keyOfWord(names, text);
    if (key !== undefined) return key;
    const lists = Object.values<readonly string[] | undefined>(names);
    const near = nearestWord(
      text,
      lists.flatMap((list) => list ?? []),
    );
    if (near !== undefined) this.complain(column, 'unknown-word-near', { text, near });
    else {
      const allowed = lists.flatMap((list) => list?.[0] ?? []).join('、');
      this.complain(column, 'unknown-word', { text, allowed });
    }
    return undefined;
  }
}
