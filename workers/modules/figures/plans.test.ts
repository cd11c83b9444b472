import { sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { keptEntriesQuery, partOfEntriesQuery } from './entry-areas.repository.ts';
import { listCountedEntries, sumEntriesByUnit } from './entry-figures.repository.ts';
import { publishFigures } from './figures.fixtures.ts';
import {
  keptFilingsQuery,
  laterTodayQuery,
  overdueNamesQuery,
  partByAreaQuery,
} from './filing-areas.repository.ts';
import {
  listCountedFilings,
  listOverdueUnits,
  sumFilingsByUnit,
} from './filing-figures.repository.ts';
import { momentOf } from './moment.domain.ts';
import { tallyFilingsByUnit } from './tallied-filings.repository.ts';
import { bureausQuery } from './units.repository.ts';

let world: TestApp;
let campaignId: string;
const now = Date.parse('2026-07-08T10:00:00+08:00');

beforeAll(async () => {
  world = await createTestApp();
  ({ campaignId } = await publishFigures(world.site));
});
afterAll(() => world.close());

async function planOf(query: SQLWrapper): Promise<string> {
  const { db } = world.site.database;
  const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
  return plan.map(({ detail }) => detail).join('\n');
}
const wholeTable =
  /SCAN (filing_standings|entry_standings|filing_days|entry_days|submissions|register_entries)\b/;
const range = { everything: true as const };
const ofBureau = {
  everything: false as const,
  reaches: [{ organizationId: 'org_b', relation: 'territory' as const, path: 'org_b/' }],
};

describe('how the engine counts figures', () => {
  for (const [name, day] of [
    ['now', undefined],
    ['a day that is over', '2026-06-30'],
  ] as const) {
    const moment = () => {
      const found = momentOf(day, now);
      if (found === undefined) throw new Error('not over');
      return found;
    };
    const filings = () => ({ campaignId, moment: moment(), range });
    const entries = () => ({ register: 'problems', moment: moment(), range, embargo: true });
    const page = { after: undefined, limit: 50 };

    it(`reads the ledgers by their keys and sorts nothing, as of ${name}`, async () => {
      const { db } = world.site.database;
      const kept = await planOf(keptFilingsQuery(db, filings()));
      expect(kept).toContain('SEARCH filing_days USING PRIMARY KEY (campaign_id=?)');
      for (const embargo of [true, false]) {
        const asked = { ...entries(), embargo, counts: ['due', 'overdue'] as const };
        const entryDays = await planOf(keptEntriesQuery(db, asked));
        expect(entryDays).toContain('SEARCH entry_days USING PRIMARY KEY (register_key=?)');
        for (const plan of [kept, entryDays]) expect(plan).not.toContain('TEMP B-TREE');
      }
    });

    it(`finds by covering index what is overdue or falls due today, as of ${name}`, async () => {
      const { db } = world.site.database;
      const later = await planOf(laterTodayQuery(db, filings()));
      expect(later).toContain('USING COVERING INDEX ix_filing_standings_due');
      const late = await planOf(listOverdueUnits(db, filings()));
      const ofNow = 'USING COVERING INDEX ix_filing_standings_missing';
      const ofThen = 'USING COVERING INDEX ix_filing_standings_due';
      const names = await planOf(overdueNamesQuery(db, filings()));
      for (const plan of [late, names]) expect(plan).toContain(day === undefined ? ofNow : ofThen);
    });

    it(`finds a bureau's by its places alone, as of ${name}`, async () => {
      const { db } = world.site.database;
      const own = { ...filings(), range: ofBureau };
      const ownEntries = { ...entries(), range: ofBureau };
      const asked = {
        kind: 'answers',
        tasks: ['report'],
        numerator: 'a',
        denominator: 'b',
      } as const;
      for (const [table, among, query] of [
        ['filing_standings', 'campaign_id', sumFilingsByUnit(db, own)],
        ['filing_standings', 'campaign_id', partByAreaQuery(db, own)],
        ['filing_standings', 'campaign_id', tallyFilingsByUnit(db, own, asked)],
        [
          'filing_standings',
          'campaign_id',
          listCountedFilings(db, { ...own, statistic: 'due' }, page),
        ],
        ['entry_standings', 'register_key', sumEntriesByUnit(db, ownEntries)],
        [
          'entry_standings',
          'register_key',
          partOfEntriesQuery(db, { ...ownEntries, counts: ['due', 'closed'] }),
        ],
        [
          'entry_standings',
          'register_key',
          listCountedEntries(db, { ...ownEntries, count: 'due', place: {} }, page),
        ],
      ] as const) {
        const plan = await planOf(query);
        expect(plan).toContain(`SEARCH ${table} USING INTEGER PRIMARY KEY (rowid=?)`);
        const by = `SEARCH ${table} USING COVERING INDEX ix_${table}`;
        expect(plan).toContain(`${by}_organization (${among}=? AND organization_id=? AND until_at`);
        expect(plan).toContain(
          `${by}_territory (${among}=? AND territory_path>? AND territory_path<?)`,
        );
        expect(plan).not.toMatch(wholeTable);
      }
    });

    it(`goes through the standings of a part once for its sums and its names, as of ${name}`, async () => {
      const plan = await planOf(
        partByAreaQuery(world.site.database.db, { ...filings(), range: ofBureau }),
      );
      expect(plan).toContain('MATERIALIZE unit');
      expect(plan).toContain('SEARCH organizations USING INDEX');
      expect(plan.split('filing_standings USING INTEGER PRIMARY KEY')).toHaveLength(2);
    });

    it(`finds the authorities by their kind, as of ${name}`, async () => {
      const plan = await planOf(bureausQuery(world.site.database.db, moment()));
      expect(plan).toContain('SEARCH organizations');
      expect(plan).not.toMatch(/SCAN (organizations|organization_facts|held)\b/);
      expect(plan.includes('ix_organization_facts_kind (value=?)')).toBe(day !== undefined);
    });

    it(`never goes through a whole table, as of ${name}`, async () => {
      const { db } = world.site.database;
      const queries = [
        sumFilingsByUnit(db, filings()),
        sumEntriesByUnit(db, entries()),
        listCountedFilings(db, { ...filings(), statistic: 'overdue' }, page),
        listCountedEntries(db, { ...entries(), count: 'overdue', place: {} }, page),
      ];
      for (const query of queries) expect(await planOf(query)).not.toMatch(wholeTable);
    });
  }
});
