import { sql } from 'drizzle-orm';
import type { Change } from '../change.ts';
import { toStatement } from '../statement.ts';
import { TEST_NOW } from './tenant.fixtures.ts';

/** A change for tests: a counter is made or moved, with an audit entry. */
export function createChange(overrides: Partial<Change> = {}): Change {
  return {
    steps: [],
    audit: {
      action: 'demo.seed',
      actor: { kind: 'system', id: 'test' },
      subjectKind: 'counter',
      subjectId: 'cnt_test',
      at: TEST_NOW,
      facts: {},
    },
    ...overrides,
  };
}

export function insertCounter(key: string, next = 1) {
  return { statement: toStatement(sql`insert into counters (key, next) values (${key}, ${next})`) };
}

/** Moves a counter that stands at `from`; refused when it stands elsewhere. */
export function advanceCounter(key: string, from: number) {
  const statement = toStatement(
    sql`update counters set next = next + 1 where key = ${key} and next = ${from}`,
  );
  return { statement, expectRows: 1 as const };
}
