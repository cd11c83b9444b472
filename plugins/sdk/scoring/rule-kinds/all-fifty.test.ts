import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const record = readFileSync(
  new URL('../../../../docs/decisions/0006-rule-kinds.md', import.meta.url),
  'utf8',
);
const kinds = Array.from({ length: 50 }, (_, at) => `R${at + 1}`);

/** Each kind with the names of its tests, from the sources beside this one. */
const tests = readdirSync(here)
  .filter((file) => file.endsWith('.test.ts') && file !== 'all-fifty.test.ts')
  .flatMap((file) => {
    const source = readFileSync(new URL(file, here), 'utf8');
    return [...source.matchAll(/(?:it|describe)\('(R\d+): /g)].map(([, kind]) => ({ kind, file }));
  });
/** The rows of the table: kind, how it is said, where it is shown. */
const rows = record
  .split('\n')
  .filter((line) => /^\| R\d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the fifty kinds of rule', () => {
  it('stand in the record of decisions, each once and in order', () => {
    expect(rows.map(([, kind]) => kind)).toEqual(kinds);
  });

  it.each(kinds)('%s is shown by a test named after it, in the file the record names', (kind) => {
    const [, , , , shownBy] = rows.find((cells) => cells[1] === kind) ?? [];
    const files = tests.filter((each) => each.kind === kind).map(({ file }) => file);
    expect(files).not.toEqual([]);
    expect(files.map((file) => file.replace('.test.ts', ''))).toContain(
      shownBy?.replaceAll('`', ''),
    );
  });
});
