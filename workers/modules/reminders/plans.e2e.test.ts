import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { listAuthorities } from '#workers/modules/identity/index.ts';
import { permissionsOf } from '#workers/modules/organizations/index.ts';
import { inboxQuery } from './messages.repository.ts';
import {
  filingTallies,
  petitionTallies,
  replyTallies,
  signOffTallies,
  unsignedPaperTallies,
  unsignedTallies,
} from './waiting.repository.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

type Query = { toSQL(): { sql: string; params: unknown[] } };

/** How the engine would go about a query. */
async function planOf(query: Query): Promise<string[]> {
  const { sql: text, params } = query.toSQL();
  const args = params.map((value) => (typeof value === 'boolean' ? Number(value) : value));
  const [result] = await world.site.database.send([
    { sql: `explain query plan ${text}`, args: args as (string | number)[], wantRows: true },
  ]);
  if (result?.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.rows.map((row) => String(row[3]));
}

const unitIds = Array.from({ length: 100 }, (_, at) => `org_${at}`);
const moment = { unitIds, now: 1_000, soon: 2_000 };

describe('what waits', () => {
  it('is counted over indexes, whichever unit and however many there are', async () => {
    const { db } = world.site.database;
    const queries: Record<string, Query> = {
      filings: filingTallies(db, moment),
      replies: replyTallies(db, moment),
      unsigned: unsignedTallies(db, unitIds),
      papers: unsignedPaperTallies(db, unitIds),
      petitions: petitionTallies(db, unitIds),
      signOffs: signOffTallies(db, unitIds),
      inbox: inboxQuery(db, 'per_1', 0),
    };
    for (const [name, query] of Object.entries(queries)) {
      const plan = await planOf(query);
      expect(plan.length).toBeGreaterThan(0);
      const scans = plan.filter((step) => step.startsWith('SCAN '));
      expect(scans.map((step) => `${name}: ${step}`)).toEqual([]);
    }
  });

  it('finds a unit’s sign-offs by the unit, and a person’s messages by the person', async () => {
    const { db } = world.site.database;
    expect((await planOf(signOffTallies(db, unitIds))).join()).toContain('ix_approvals_unit');
    expect((await planOf(inboxQuery(db, 'per_1', 0))).join()).toContain('ix_messages_person');
  });
});

describe('the persons of a step', () => {
  const part = (after: string, limit: number) =>
    listAuthorities(world.site.database.db, { after, limit, day: '2026-07-08', permissionsOf });

  it('are all that hold a post, each once, in parts that follow one another', async () => {
    const whole = await part('', 100);
    expect(whole).toHaveLength(Object.keys(world.site.people).length);
    const seen: string[] = [];
    for (let after = ''; ; after = seen.at(-1) ?? '') {
      const persons = await part(after, 3);
      seen.push(...persons.map(({ personId }) => personId));
      if (persons.length < 3) break;
    }
    expect(seen).toEqual(whole.map(({ personId }) => personId));
  });

  it('come with what they may do and whom they keep away from', async () => {
    const persons = await part('', 100);
    const of = (name: string) =>
      persons.find(({ personId }) => personId === world.site.people[name]);
    const [clerk] = of('clerk')?.grants ?? [];
    expect(clerk).toMatchObject({ role: 'hospital-clerk', relation: null, path: null });
    expect(clerk?.permissions).toContain('submissions.file');
    const [reviewer] = of('reviewer')?.grants ?? [];
    expect(reviewer?.path).toContain(world.site.units['bureau']);
    expect(of('reviewer')?.recusedFrom).toEqual([world.site.units['bureau']]);
    expect(of('drafter')?.recusedFrom).toEqual([]);
  });

  it('are none before their posts begin', async () => {
    const early = await listAuthorities(world.site.database.db, {
      after: '',
      limit: 100,
      day: '1990-01-01',
      permissionsOf,
    });
    expect(early).toEqual([]);
  });

  it('leave out who was barred', async () => {
    const { writer, clock } = world.site.database;
    const { toStatement } = await import('#workers/platform/database/statement.ts');
    const id = world.site.people['department'] ?? '';
    await writer.commit({
      steps: [{ statement: toStatement(sql`update people set disabled_at = 1 where id = ${id}`) }],
      audit: {
        action: 'account.disable',
        actor: { kind: 'system', id: 'test' },
        subjectKind: 'person',
        subjectId: id,
        at: clock.now(),
        facts: {},
      },
    });
    expect((await part('', 100)).map(({ personId }) => personId)).not.toContain(id);
  });
});
