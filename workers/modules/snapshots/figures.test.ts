import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { tallyCampaignFilings } from '#workers/modules/figures/index.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { tallyFilings } from './figures.domain.ts';
import type { FilingRecord } from './figures.domain.ts';
import { placeFilings, placeUndoneDecision, usualHalfYear } from './snapshots.fixtures.ts';

const window = { after: 1_000, until: 2_000 };

/** Instants around both ends of the window and on them. */
const instant = fc.constantFrom(400, 1_000, 1_001, 1_500, 1_999, 2_000, 2_001, 2_600);
const filing: fc.Arbitrary<FilingRecord> = fc.record({
  organizationId: fc.constantFrom('org_a', 'org_b', 'org_c'),
  isExempt: fc.boolean(),
  nil: fc.boolean(),
  dueAt: fc.option(instant),
  firstFiledAt: fc.option(instant),
  decisions: fc.uniqueArray(
    fc.record({
      decision: fc.constantFrom('accept' as const, 'return' as const),
      at: fc.integer({ min: 900, max: 2_100 }),
    }),
    { maxLength: 4, selector: ({ at }) => at },
  ),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestTenant();
});
afterAll(() => database.close());

describe('the figures of a campaign’s filings', () => {
  test('are the same whether the engine counts them or they are counted one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(filing, { maxLength: 14 }), async (filings) => {
        const campaignId = database.ids.next('cmp');
        await placeFilings(database, campaignId, filings);
        const counted = await tallyCampaignFilings(database.db, campaignId, window);
        expect(counted).toEqual(tallyFilings(filings, window));
      }),
      { numRuns: 60 },
    );
  });

  test('of a usual half-year say what its offices would say', () => {
    const halfYear = {
      after: Date.parse('2026-01-01T00:00:00+08:00'),
      until: Date.parse('2026-07-01T00:00:00+08:00'),
    };
    const { statistics, reporting } = tallyFilings(usualHalfYear(), halfYear);
    expect(statistics['on-time']).toEqual({
      numerator: 36,
      denominator: 40,
      units: 10,
      verified: 30,
      verifiedWrong: 10,
    });
    expect(statistics['first-pass']).toEqual({ numerator: 20, denominator: 30, units: 10 });
    expect(statistics['rectified-after-return']).toEqual({
      numerator: 8,
      denominator: 10,
      units: 10,
    });
    expect(reporting).toEqual({ unitsDue: 10, unitsReported: 9 });
  });

  test('leave out what falls due, or is decided, after the cut-off', () => {
    const late = {
      ...one(),
      dueAt: 2_001,
      decisions: [{ decision: 'accept' as const, at: 2_001 }],
    };
    const { statistics } = tallyFilings([late], window);
    expect(statistics['on-time'].denominator).toBe(0);
    expect(statistics['first-pass'].denominator).toBe(0);
  });

  test('count a filing returned twice once, and as mended only after the last return', () => {
    const decisions = [
      { decision: 'return' as const, at: 1_100 },
      { decision: 'accept' as const, at: 1_200 },
      { decision: 'return' as const, at: 1_300 },
    ];
    const { statistics } = tallyFilings([{ ...one(), decisions }], window);
    expect(statistics['rectified-after-return']).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('know nothing of a decision that was undone', async () => {
    const campaignId = database.ids.next('cmp');
    await placeFilings(database, campaignId, [one()]);
    const rows = await database.db.select().from(submissions);
    const submissionId = rows.find((row) => row.campaignId === campaignId)?.id ?? '';
    await placeUndoneDecision(database, { submissionId, decision: 'return', at: 1_500 });
    const { statistics } = await tallyCampaignFilings(database.db, campaignId, window);
    expect(statistics['rectified-after-return'].denominator).toBe(0);
    expect(statistics['on-time'].verified).toBe(0);
  });

  test('are zero over zero where nothing was due, and say nothing of another campaign', async () => {
    const counted = await tallyCampaignFilings(database.db, 'cmp_none', window);
    expect(counted.statistics['on-time']).toMatchObject({ numerator: 0, denominator: 0 });
    expect(counted.reporting).toEqual({ unitsDue: 0, unitsReported: 0 });
  });
});

function one(): FilingRecord {
  return {
    organizationId: 'org_a',
    isExempt: false,
    nil: false,
    dueAt: 1_800,
    firstFiledAt: 1_700,
    decisions: [],
  };
}
