import { parsePoints, printPoints } from '#plugins/sdk/points/points.ts';
import type { ChainState } from '#plugins/sdk/scoring/assessment-chain.ts';
import { rangesOf } from '#plugins/sdk/scoring/ledger/bands.ts';
import type { DemeritAccount } from '#plugins/sdk/scoring/ledger/keep-ledger.ts';
import { sourceFact } from '#plugins/sdk/scoring/recordable-facts.ts';
import { usesInForce } from '#plugins/sdk/scoring/result-uses.ts';
import type { DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import type { RecordedResult, ResultUse } from '#schema/contracts/campaign/result-use.ts';
import type { Combination } from '#schema/contracts/campaign/score-combination.ts';
import type { ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { Ranking } from '#schema/contracts/campaign/score-ranking.ts';
import type { ScoreSheet } from '#schema/contracts/campaign/score-sheet.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { EvaluationAnswer } from '#schema/contracts/evaluation.ts';
import type { Organization } from '#schema/contracts/organizations.ts';

type Sheets = Readonly<Record<string, ScoreSheet>>;

/** What the sources of a combination came to: a complete sheet, or the value on record. */
export function scoresOf(
  combination: Combination,
  { sheets, facts }: { sheets: Sheets; facts: ScoreFacts },
): Record<string, number | undefined> {
  return Object.fromEntries(
    combination.sources.map(({ key, scorecard }) => {
      if (scorecard !== undefined) {
        const sheet = sheets[scorecard];
        return [key, sheet?.complete === true ? sheet.final : undefined];
      }
      const fact = facts[sourceFact(combination.key, key)];
      return [key, fact?.kind === 'value' ? parsePoints(fact.value) : undefined];
    }),
  );
}

/** The day on which the points of a band were reached: that of the record that took them there. */
function reachedOn(
  ledger: DemeritLedger,
  { lines }: DemeritAccount,
  band: DemeritAccount['bands'][number],
): string {
  const low = rangesOf(ledger).find(({ band: each }) => each.key === band.band.key)?.low ?? 0;
  let sum = 0;
  for (const { on, points } of lines) {
    if (on < band.from) continue;
    sum += points;
    if (sum >= low) return on;
  }
  return band.from;
}

/** What a ledger has on record that another decision may ask for. */
export function ledgerResults(ledger: DemeritLedger, account: DemeritAccount): RecordedResult[] {
  const of = ledger.key;
  const bands = account.bands.map((band): RecordedResult => ({
    id: `${of}/${band.band.key}`,
    kind: 'band',
    of,
    outcome: band.band.key,
    on: reachedOn(ledger, account, band),
    reason: band.reason,
  }));
  const singles = account.lines.map(({ entry, on, points, reason }): RecordedResult => ({
    id: entry,
    kind: 'single',
    of,
    points: printPoints(points),
    on,
    reason,
  }));
  return [...bands, ...singles];
}

type FinalChain = Pick<ChainState, 'state' | 'result' | 'confirmedOn'>;

/**
 * Vetoes of a sheet from the day a second post confirmed them, and its grade where a chain has made
 * that grade final: a grade that is only computed is no result yet.
 */
export function sheetResults(
  sheet: ScoreSheet,
  chains: readonly FinalChain[],
  confirmedOn: ReadonlyMap<string, string>,
): RecordedResult[] {
  const of = sheet.scorecard;
  const vetoes = sheet.vetoes.flatMap((veto): RecordedResult[] => {
    const days = veto.eventIds.flatMap((id) => confirmedOn.get(id) ?? []).toSorted();
    const [on] = days;
    if (on === undefined) return [];
    const { key: outcome, reason } = veto;
    return [{ id: `${of}/${outcome}`, kind: 'veto', of, outcome, on, reason }];
  });
  const { grade } = sheet;
  if (grade === null) return vetoes;
  const name = textIn(grade.title, 'zh-CN').value;
  const final = chains.find(
    ({ state, result }) => state === 'final' && (result === name || result === grade.key),
  );
  if (final?.confirmedOn == null) return vetoes;
  return [
    ...vetoes,
    {
      id: `${of}/${grade.key}`,
      kind: 'grade',
      of,
      outcome: grade.key,
      on: final.confirmedOn,
      reason: grade.title,
    },
  ];
}

/** What the results mean in every other decision that the campaign names. */
export function usesOf(
  uses: readonly ResultUse[],
  results: readonly RecordedResult[],
  asOf: string,
): EvaluationAnswer['uses'] {
  return [...new Set(uses.map(({ decision }) => decision))].flatMap((decision) =>
    usesInForce(uses, { decision, results, asOf }).map((each) => {
      const { use, effect, from, until, reason, words, source } = each;
      const title = uses.find(({ key }) => key === use)?.title ?? use;
      const said = words === undefined ? {} : { words };
      return { use, title, decision, effect, from, until, reason, ...said, source };
    }),
  );
}

/** The class a unit is ranked in: the one named like its level, kind, ownership or a label of it. */
export function classOf(
  { classes }: Pick<Ranking, 'classes'>,
  unit: Pick<Organization, 'level' | 'kind' | 'ownership' | 'tags'>,
): string | undefined {
  const [only, ...others] = classes;
  if (only !== undefined && others.length === 0) return only.key;
  const names = new Set<string | null>([unit.level, unit.kind, unit.ownership, ...unit.tags]);
  return classes.find(({ key }) => names.has(key))?.key;
}
