import { sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import type * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { Range } from '#schema/contracts/permission.ts';
import type { ProgressSchema } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { listProgress, overdueQuery, sumProgress, sumsByUnitQuery } from './progress.repository.ts';
import { publishInto } from './submissions.fixtures.ts';

type Progress = v.InferOutput<typeof ProgressSchema>;

let world: TestApp;
let campaignId: string;
let part: Range;
const everything: Range = { everything: true };

/** Three units owe a report that is overdue. */
beforeAll(async () => {
  world = await createTestApp();
  ({ campaignId } = await publishInto(world.site));
  const { actor } = await createTestContext(world.site, 'reviewer');
  part = rangeOf(actor, 'submissions.read');
  world.clock.set('2026-08-07T17:00:00+08:00');
});
afterAll(() => world.close());

async function planOf(query: SQLWrapper): Promise<string> {
  const { db } = world.site.database;
  const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
  return plan.map(({ detail }) => detail).join('\n');
}
const filter = (range: Range) => ({ campaignId, range, asOf: world.clock.now() });
const page = { limit: 100, after: [3, 'org_0'] as const };
const ofAll = 'SCAN organizations USING COVERING INDEX ix_organizations_order';
const inOrder = 'SEARCH organizations USING COVERING INDEX ix_organizations_order';

describe('how the engine reads 报送进度 of a large campaign', () => {
  it('walks the units in their order and stops where the page is full', async () => {
    const { db } = world.site.database;
    for (const [given, way] of [
      [{ limit: 100 }, ofAll],
      [page, inOrder],
    ] as const) {
      const query = listProgress(db, { ...filter(everything), overdueOnly: false, page: given });
      const plan = await planOf(query);
      expect(plan).toContain(way);
      expect(plan).toContain('submissions USING INDEX ix_submissions_unit');
      expect(plan).not.toMatch(/SCAN submissions|FOR GROUP BY/);
    }
  });

  it('finds who is overdue among what is missing', async () => {
    const { db } = world.site.database;
    const names = await planOf(overdueQuery(db, filter(everything)));
    expect(names).toContain('ix_submissions_missing');
    const rows = { ...filter(everything), overdueOnly: true, page };
    const late = await planOf(listProgress(db, rows));
    expect(late).toContain('ix_submissions_missing');
    for (const plan of [names, late]) expect(plan).not.toMatch(/SCAN submissions/);
  });

  it('finds what a bureau asks by its places, and goes through nothing else', async () => {
    const { db } = world.site.database;
    const rows = (overdueOnly: boolean) => listProgress(db, { ...filter(part), overdueOnly, page });
    for (const query of [rows(true), rows(false), sumsByUnitQuery(db, filter(part))]) {
      const plan = await planOf(query);
      expect(plan).toContain('SEARCH submissions USING INTEGER PRIMARY KEY (rowid=?)');
      expect(plan).toMatch(
        /COVERING INDEX ix_submissions_unit \(campaign_id=\? AND organization_id=\?/,
      );
      expect(plan).toMatch(
        /COVERING INDEX ix_submissions_supervision \(campaign_id=\? AND supervision_path>\?/,
      );
      expect(plan).not.toMatch(/SCAN submissions|ix_submissions_(due|missing)/);
    }
  });

  it('adds up from an index alone', async () => {
    const { db } = world.site.database;
    const rows = await sumProgress(db, filter(everything));
    expect(rows).toMatchObject({ due: 3, arrived: 0, overdue: 3, overdueUnits: 3 });
  });

  it('adds up a part to what its units have', async () => {
    const { db } = world.site.database;
    const rows = await listProgress(db, { ...filter(part), overdueOnly: false });
    const sum = (of: 'due' | 'arrived' | 'onTime' | 'overdue') =>
      rows.reduce((before, row) => before + row[of], 0);
    expect(rows.length).toBeGreaterThan(0);
    const late = rows.filter(({ overdue }) => overdue > 0);
    expect(await sumProgress(db, filter(part))).toEqual({
      due: sum('due'),
      arrived: sum('arrived'),
      onTime: sum('onTime'),
      overdue: sum('overdue'),
      overdueUnits: late.length,
      overdueNames: late.map(({ organizationName }) => organizationName),
    });
  });
});

describe('报送进度 page by page', () => {
  const read = async (query: string) => {
    const checker = await world.as('checker');
    const answer = await checker(`/api/submissions/progress?campaign=${campaignId}${query}`);
    expect(answer.status).toBe(200);
    return answer.json<Progress>();
  };

  for (const only of ['', '&overdue=true']) {
    it(`loses and repeats no unit, and says the same totals on each page ${only}`, async () => {
      const whole = await read(only);
      expect([whole.rows.length, whole.next]).toEqual([3, undefined]);
      const rows: Progress['rows'] = [];
      let cursor = '';
      for (let at = 0; at < 3; at += 1) {
        const one = await read(`${only}&limit=1${cursor}`);
        expect(one.totals).toEqual(whole.totals);
        expect(one.reminder).toEqual(whole.reminder);
        expect(one.next === undefined).toBe(at === 2);
        rows.push(...one.rows);
        cursor = `&cursor=${one.next ?? ''}`;
      }
      expect(rows).toEqual(whole.rows);
    });
  }

  it('names every overdue unit in the text to paste, also those of later pages', async () => {
    const { rows, reminder } = await read('&limit=1');
    expect(rows).toHaveLength(1);
    expect(reminder.zh).toContain('以下3家单位');
  });

  it('takes no cursor but its own', async () => {
    const checker = await world.as('checker');
    const path = `/api/submissions/progress?campaign=${campaignId}&limit=1&cursor=WzEsMl0`;
    expect((await checker(path)).json()).toMatchObject({ code: 'platform.invalid_cursor' });
  });
});
