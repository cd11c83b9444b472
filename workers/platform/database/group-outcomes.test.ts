import { describe, expect, test } from 'vitest';
import type { Change, Step } from './change.ts';
import { DatabaseSuspendedError } from './database.errors.ts';
import { planGroup } from './group-batch.ts';
import type { GroupPlan } from './group-batch.ts';
import { readGroup } from './group-outcomes.ts';
import type { GroupResult } from './group-outcomes.ts';
import type { HranaStepResult } from './hrana.driver.ts';
import { advanceCounter, createChange, insertCounter } from './testing/change.fixtures.ts';

/** What an engine says; only its own words are made up here, the plan is the writer's. */
const fine: HranaStepResult = { status: 'ok', rows: [], affectedRows: 1, lastInsertRowid: 7 };
const skipped: HranaStepResult = { status: 'skipped' };
const error = (code: string, message = code): HranaStepResult => ({
  status: 'error',
  code,
  message: `SQLite error: ${message}`,
});

const claimed = createChange({
  steps: [insertCounter('claimed')],
  idempotency: { key: 'k', actorId: 'per_a', requestHash: 'asked', response: { done: true } },
});

type Answers = (plan: GroupPlan) => Record<number, HranaStepResult>;

function outcomeOf(changes: readonly Change[], answers: Answers): GroupResult {
  const plan = planGroup(changes, () => 'evt_1');
  const said = answers(plan);
  return readGroup(
    changes,
    plan,
    plan.steps.map((_, index) => said[index] ?? fine),
  );
}

const planOf = (plan: GroupPlan, index: number) => {
  const found = plan.plans[index];
  if (!found) throw new Error('the plan has fewer changes');
  return found;
};
const guardOf = (plan: GroupPlan, index: number) => {
  const [guard] = planOf(plan, index).guards.keys();
  if (guard === undefined) throw new Error('the change has no guard');
  return guard;
};
const stale = error('SQLITE_CONSTRAINT', 'CHECK constraint failed: stale_version');

describe('a group that was committed', () => {
  const moved = createChange({ steps: [advanceCounter('moved', 1)] });

  test('gives each change its place in the audit trail', () => {
    expect(outcomeOf([moved, moved], () => ({}))).toEqual({
      status: 'settled',
      results: [
        { status: 'committed', auditSeq: 7 },
        { status: 'committed', auditSeq: 7 },
      ],
    });
  });

  test('refuses the stale change alone', () => {
    const result = outcomeOf([moved, moved], (plan) => ({
      [guardOf(plan, 0)]: stale,
      [planOf(plan, 0).audit]: skipped,
      [planOf(plan, 0).last]: skipped,
    }));
    expect(result).toEqual({
      status: 'settled',
      results: [
        { status: 'refused', reason: 'stale_version' },
        { status: 'committed', auditSeq: 7 },
      ],
    });
  });

  test('names a guard by what its step says it means', () => {
    const named: Step = { ...advanceCounter('named', 1), otherwise: 'unit_is_gone' };
    const result = outcomeOf([createChange({ steps: [named] })], (plan) => ({
      [guardOf(plan, 0)]: stale,
      [planOf(plan, 0).last]: skipped,
    }));
    expect(result).toMatchObject({
      results: [{ status: 'refused', reason: 'constraint', constraint: 'unit_is_gone' }],
    });
  });

  test.each([
    ['UNIQUE constraint failed: counters.key', 'counters.key'],
    ['CHECK constraint failed: filed_has_receipt', 'filed_has_receipt'],
    ['NOT NULL constraint failed: entries.holder', 'entries.holder'],
    ['FOREIGN KEY constraint failed', 'foreign_key'],
    ['audit is append-only', 'audit is append-only'],
  ])('“%s” is refused by the name %s', (message, constraint) => {
    const result = outcomeOf([moved], (plan) => ({
      [planOf(plan, 0).first + 1]: error('SQLITE_CONSTRAINT_TRIGGER', message),
      [planOf(plan, 0).last]: skipped,
    }));
    expect(result).toMatchObject({
      results: [{ status: 'refused', reason: 'constraint', constraint }],
    });
  });

  test('an error that is no refusal fails its change and no other', () => {
    const result = outcomeOf([moved, moved], (plan) => ({
      [planOf(plan, 1).first + 1]: error('SQLITE_ERROR', 'no such table: gone'),
      [planOf(plan, 1).last]: skipped,
    }));
    expect(result).toMatchObject({ results: [{ status: 'committed' }, { status: 'failed' }] });
  });

  test('a change that nothing ran of is never taken for committed', () => {
    const result = outcomeOf([moved], (plan) =>
      Object.fromEntries(
        plan.steps.map((_, index) => [
          index,
          index === 0 || index === plan.commit ? fine : skipped,
        ]),
      ),
    );
    expect(result).toMatchObject({ results: [{ status: 'failed' }] });
  });
});

describe('a change under a key that was used before', () => {
  const answered = (requestHash: string): Answers => {
    const rows = [[requestHash, '{"done":true}']];
    return (plan) => {
      const { claim = 0, claimLookup = 0, last } = planOf(plan, 0);
      return {
        [claim]: error('SQLITE_CONSTRAINT', 'UNIQUE constraint failed: idempotency_keys.key'),
        [claimLookup]: { ...fine, rows } as HranaStepResult,
        [last]: skipped,
      };
    };
  };

  test('is answered as it was then', () => {
    expect(outcomeOf([claimed], answered('asked'))).toEqual({
      status: 'settled',
      results: [{ status: 'replayed', response: { done: true } }],
    });
  });

  test('is refused when it asks for something else', () => {
    expect(outcomeOf([claimed], answered('other'))).toEqual({
      status: 'settled',
      results: [{ status: 'refused', reason: 'idempotency_mismatch' }],
    });
  });
});

describe('a group that was not committed', () => {
  test.each(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'TRANSACTION_TIMEOUT'])(
    'for %s is sent again: nothing was written',
    (code) => {
      expect(outcomeOf([claimed], () => ({ 0: error(code) }))).toEqual({ status: 'again' });
      expect(outcomeOf([claimed], ({ commit }) => ({ [commit]: error(code) }))).toEqual({
        status: 'again',
      });
    },
  );

  test('because one change spoilt it is taken apart', () => {
    const late = error('SQLITE_CONSTRAINT', 'FOREIGN KEY constraint failed');
    expect(outcomeOf([claimed], ({ commit }) => ({ [commit]: late }))).toEqual({
      status: 'apart',
      own: { status: 'refused', reason: 'constraint', constraint: 'foreign_key' },
    });
  });

  test('of a suspended region says so', () => {
    expect(() => outcomeOf([claimed], () => ({ 0: error('BLOCKED') }))).toThrow(
      DatabaseSuspendedError,
    );
  });

  test('for anything else is an error, and no outcome is made up', () => {
    expect(() =>
      outcomeOf([claimed], ({ commit }) => ({ [commit]: error('SQLITE_FULL') })),
    ).toThrow('SQLITE_FULL');
  });
});
