import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import type { ImportJob } from '#schema/contracts/imports.ts';
import { kindNames, levelNames } from '#schema/contracts/unit-words.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { act, sendSheet, takeAll } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { readOrganizationBook } from './organizations.repository.ts';

const base = '/api/organizations/imports';
let world: TestApp;
beforeEach(async () => {
  world = await createTestApp();
});
afterEach(() => world.close());

type Row = { kind: number; level: number; beds: number; superior: number; coded: boolean };
const rowArbitrary: fc.Arbitrary<Row> = fc.record({
  kind: fc.nat({ max: organizationKinds.length - 1 }),
  level: fc.nat({ max: 4 }),
  beds: fc.nat({ max: 900 }),
  superior: fc.nat({ max: 12 }),
  coded: fc.boolean(),
});
const levels = Object.values(levelNames);

/** Units of any shape; each stands under the commission or under a row before it. */
function sheetOf(rows: readonly Row[]): Sheet {
  const lines = rows.map(({ kind, level, beds, superior, coded }, index) => [
    coded ? `C${index}` : '',
    `第${index}单位`,
    kindNames[organizationKinds[kind] ?? 'other'][0],
    levels[level]?.[0] ?? '',
    superior < index ? `第${superior}单位` : '本委',
    String(beds),
  ]);
  return [['机构编码', '单位名称', '类别', '等级', '主管', '床位数'], ...lines];
}

describe('any book of units', () => {
  it('is taken whole, stands where it says, and is unchanged when it comes again', async () => {
    const drafter = await world.as('drafter');
    await fc.assert(
      fc.asyncProperty(fc.array(rowArbitrary, { minLength: 1, maxLength: 12 }), async (rows) => {
        const sheet = sheetOf(rows);
        const id = await sendSheet(drafter, sheet);
        const checked = (await act(drafter, `${base}/${id}/check`)).json<ImportJob>();
        expect(checked.counts.error).toBe(0);
        await takeAll(drafter, id);
        const { units } = await readOrganizationBook(world.site.database.db);
        const byName = new Map(units.map((unit) => [unit.name, unit]));
        rows.forEach(({ superior }, index) => {
          const above = superior < index ? byName.get(`第${superior}单位`) : undefined;
          const own = byName.get(`第${index}单位`);
          expect(own?.paths.supervision).toBe(`${above?.paths.supervision ?? ''}${own?.id}/`);
        });
        const again = await sendSheet(drafter, sheet);
        const second = (await act(drafter, `${base}/${again}/check`)).json<ImportJob>();
        expect(second.counts).toEqual({ new: 0, changed: 0, unchanged: rows.length, error: 0 });
        await act(drafter, `${base}/${again}/drop`);
      }),
      { numRuns: 6 },
    );
  });

  it('has its own error for each row that is spoilt, and for none besides', async () => {
    const drafter = await world.as('drafter');
    const [heading, ...lines] = sheetOf(
      Array.from({ length: 20 }, () => ({ kind: 0, level: 0, beds: 1, superior: 12, coded: true })),
    );
    const spoilt = new Map([
      [3, [...(lines[3] ?? [])].with(2, '医圆')],
      [7, [...(lines[7] ?? [])].with(4, '不存在的上级')],
      [11, [...(lines[11] ?? [])].with(5, '若干')],
      [15, [...(lines[15] ?? [])].with(0, 'C2')],
    ]);
    const sheet: Sheet = [heading, ...lines.map((line, index) => spoilt.get(index) ?? line)];
    const id = await sendSheet(drafter, sheet);
    const checked = (await act(drafter, `${base}/${id}/check`)).json<ImportJob>();
    expect(checked.counts).toMatchObject({ error: 4 });
    const answer = await drafter(`${base}/${id}/rows?outcome=error`);
    const wrong = answer.json<{ items: { row: number; problems: { code: string }[] }[] }>().items;
    // Rows 12 and after stand under the thirteenth, which is good.
    expect(wrong.map(({ row, problems }) => [row, problems[0]?.code])).toEqual([
      [5, 'unknown-word-near'],
      [9, 'superior-unknown'],
      [13, 'not-a-number'],
      [17, 'twice-in-file'],
    ]);
  });
});
