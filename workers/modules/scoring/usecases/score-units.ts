import type { CompiledScorecard } from '#plugins/sdk/scoring/compiled.ts';
import { scoringOf } from '#plugins/sdk/scoring/meaning.ts';
import { factsOfRecords } from '#plugins/sdk/scoring/recorded-facts.ts';
import type { RecordedFact } from '#plugins/sdk/scoring/recorded-facts.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { ScoreSheet } from '#schema/contracts/campaign/score-sheet.ts';
import { listReviews, standingDecisions } from '#workers/modules/reviews/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { recordedEvents } from '../deductions.domain.ts';
import { filingFacts } from '../filing-facts.domain.ts';
import { standingFacts } from '../score-facts.domain.ts';
import { listScoreFacts } from '../score-facts.repository.ts';
import type { StoredScoreFact } from '../score-facts.repository.ts';
import { listDeductions, listScoredFilings } from '../scoring.repository.ts';
import type { StoredDeduction } from '../scoring.repository.ts';

type Database = TenantContext['db'];
export type ScoredFilingRow = Awaited<ReturnType<typeof listScoredFilings>>[number];

/** What one unit came to, card by card, and everything it was computed from. */
export type UnitScore = {
  readonly organizationId: string;
  readonly facts: ScoreFacts;
  readonly records: readonly RecordedFact[];
  readonly rows: readonly StoredScoreFact[];
  readonly sheets: Readonly<Record<string, ScoreSheet>>;
  /** Standing deductions whose item the version in force no longer has, by card. */
  readonly unplaced: Readonly<Record<string, readonly StoredDeduction[]>>;
};

/** Units asked for in one query, and filings whose reviews are. */
const together = 50;
const reviewsTogether = 500;

type Input = {
  campaignId: string;
  campaign: Pick<Campaign, 'languageVersion' | 'scorecards'>;
  organizationIds: readonly string[];
  now: number;
};

/** The sheets of units, fifty at a time: four queries and some reviews each, whatever their number. */
export async function scoreUnits(db: Database, input: Input): Promise<UnitScore[]> {
  const { compileScorecard, score } = scoringOf(input.campaign);
  const cards = input.campaign.scorecards.map(compileScorecard);
  const scores: UnitScore[] = [];
  for (const organizationIds of inParts(input.organizationIds, together)) {
    const place = { campaignId: input.campaignId, organizationIds };
    const [filings, deductions, rows] = await Promise.all([
      listScoredFilings(db, place),
      listDeductions(db, place),
      listScoreFacts(db, place),
    ]);
    const returns = await returnsOf(db, filings);
    const own = <Row extends { organizationId: string }>(list: readonly Row[], id: string) =>
      list.filter((row) => row.organizationId === id);
    for (const organizationId of organizationIds) {
      const mine = own(filings, organizationId);
      const ids = new Set(mine.map(({ id }) => id));
      const facts = filingFacts(
        mine,
        returns.filter(({ submissionId }) => ids.has(submissionId)),
        input.now,
      );
      const material = { deductions: own(deductions, organizationId), facts };
      const unit = { organizationId, rows: own(rows, organizationId), score };
      scores.push(scoreUnit(cards, unit, material));
    }
  }
  return scores;
}

type ScoredUnit = {
  organizationId: string;
  rows: readonly StoredScoreFact[];
  score: ReturnType<typeof scoringOf>['score'];
};

function scoreUnit(
  cards: readonly CompiledScorecard[],
  { organizationId, rows, score }: ScoredUnit,
  material: { deductions: readonly StoredDeduction[]; facts: ScoreFacts },
): UnitScore {
  const records = standingFacts(rows);
  const facts = { ...factsOfRecords(records), ...material.facts };
  const sheets: Record<string, ScoreSheet> = {};
  const unplaced: Record<string, StoredDeduction[]> = {};
  for (const card of cards) {
    const { key } = card.definition;
    const standing = material.deductions.filter(
      ({ state, scorecardKey }) => state === 'standing' && scorecardKey === key,
    );
    const isPlaced = (row: StoredDeduction) => card.criterionKeys.has(row.criterionKey);
    sheets[key] = score(card, facts, recordedEvents(standing.filter(isPlaced)));
    unplaced[key] = standing.filter((row) => !isPlaced(row));
  }
  return { organizationId, facts, records, rows, sheets, unplaced };
}

async function returnsOf(db: Database, filings: readonly ScoredFilingRow[]) {
  const ids = filings.map(({ id }) => id);
  const parts = await Promise.all(
    inParts(ids, reviewsTogether).map((part) => listReviews(db, part)),
  );
  return standingDecisions(parts.flat())
    .filter(({ decision }) => decision === 'return')
    .map(({ points, ...row }) => ({ ...row, points: points.length }));
}

function inParts(ids: readonly string[], size: number): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += size) parts.push(ids.slice(at, at + size));
  return parts;
}
