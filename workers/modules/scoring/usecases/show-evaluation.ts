import { dayAt } from '#plugins/sdk/dates/days.ts';
import { combineScores } from '#plugins/sdk/scoring/combine.ts';
import { keepLedger } from '#plugins/sdk/scoring/ledger/keep-ledger.ts';
import type { DemeritAccount } from '#plugins/sdk/scoring/ledger/keep-ledger.ts';
import type { DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import type { RecordedResult } from '#schema/contracts/campaign/result-use.ts';
import type { Combination } from '#schema/contracts/campaign/score-combination.ts';
import type { EvaluationAnswer, LedgerView } from '#schema/contracts/evaluation.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listAssessments } from '../assessments.repository.ts';
import type { StoredAssessment } from '../assessments.repository.ts';
import { listDemerits } from '../demerits.repository.ts';
import type { StoredDemerit } from '../demerits.repository.ts';
import { ledgerResults, scoresOf, sheetResults, usesOf } from '../evaluation.domain.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { sheetCaption } from '../sheet-notes.domain.ts';
import { mayJudge } from './list-score-facts.ts';
import { chainStateOf, viewChain } from './load-chain.ts';
import { loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedScoring } from './load-scored-unit.ts';
import { toDemerit } from './record-demerit.ts';
import { scoreUnits } from './score-units.ts';
import type { UnitScore } from './score-units.ts';

/** Everything the campaign's evaluation says of one unit, computed when it is asked for. */
export async function showEvaluation(request: {
  context: TenantContext;
  input: { campaign: string; organization: string };
}): Promise<EvaluationAnswer> {
  const { context, input } = request;
  const scoring = await loadScoring(
    context,
    await loadUnit(context, input.organization),
    input.campaign,
  );
  const { campaign, version, unit } = scoring;
  const { evaluation = {} } = version.campaign;
  const place = { campaignId: campaign.id, organizationId: unit.id };
  const computedAt = context.clock.now();
  const asked = { campaignId: campaign.id, campaign: version.campaign, now: computedAt };
  const [[scored], rows, demerits] = await Promise.all([
    scoreUnits(context.db, { ...asked, organizationIds: [unit.id] }),
    listAssessments(context.db, place),
    listDemerits(context.db, unit.id),
  ]);
  if (scored === undefined) throw scoringErrors['scoring.not_scored']();
  const kept = (evaluation.ledgers ?? []).map((ledger) => keep(context, scoring, ledger, demerits));
  const chains = evaluation.chains ?? [];
  const results = resultsOf(context, scoring, { scored, rows, kept });
  return {
    ...place,
    organizationName: unit.name,
    computedAt,
    caption: sheetCaption,
    official: false,
    chains: await Promise.all(
      chains.map((chain) => viewChain(context, scoring, { chain, rows: rowsOf(rows, chain.key) })),
    ),
    combinations: (evaluation.combinations ?? []).map((each) => combine(each, scored)),
    ledgers: kept.map(({ view }) => view),
    uses: usesOf(evaluation.uses ?? [], results, dayAt(computedAt)),
  };
}

const rowsOf = (rows: readonly StoredAssessment[], chain: string) =>
  rows.filter(({ chainKey }) => chainKey === chain);

function combine(
  combination: Combination,
  scored: UnitScore,
): EvaluationAnswer['combinations'][number] {
  const { title, words, source } = combination;
  const said = words === undefined ? {} : { words };
  return { title, ...said, source, ...combineScores(combination, scoresOf(combination, scored)) };
}

type Kept = { ledger: DemeritLedger; account: DemeritAccount | undefined; view: LedgerView };

/** A ledger of persons is kept by the institution they work in; here it is only explained. */
const personLedger = {
  zh: '对个人的记分由所在单位自行管理，个人信息不出本单位，本系统不登记。',
  en: 'Records of persons stay with the institution they work in and are not kept here.',
};

function keep(
  context: TenantContext,
  scoring: LoadedScoring,
  ledger: DemeritLedger,
  demerits: readonly StoredDemerit[],
): Kept {
  const { unit, campaign } = scoring;
  const isUnits = ledger.subject === 'unit';
  const own = demerits.filter(({ ledgerKey }) => ledgerKey === ledger.key);
  const entries = own
    .filter(({ state }) => state === 'standing')
    .map(({ id, onDay, tierKey, quantity, reason, clauseKey, penalty }) => ({
      id,
      on: onDay,
      subject: unit.id,
      tier: tierKey,
      quantity,
      reason,
      ...(clauseKey === null ? {} : { clause: clauseKey }),
      ...(penalty === null ? {} : { penalty }),
    }));
  const asOf = dayAt(context.clock.now());
  const subjects = [{ subject: unit.id }];
  const [account] = isUnits ? keepLedger(ledger, { entries, subjects, asOf }) : [];
  const { key, title, words, source, subject } = ledger;
  const view: LedgerView = {
    ledger: key,
    title,
    ...(words === undefined ? {} : { words }),
    source,
    subject,
    tiers: ledger.tiers.map(({ penalty = false, source: _source, ...tier }) => ({
      ...tier,
      penalty,
    })),
    cycle: account?.cycle ?? null,
    points: account?.points ?? 0,
    lines: (account?.lines ?? []).map(({ entry, on, points, counted, reason }) => ({
      entry,
      on,
      points,
      counted,
      reason,
    })),
    bands: (account?.bands ?? []).map(({ band, points, from, reason }) => ({
      key: band.key,
      title: band.title,
      ...(band.consequence === undefined ? {} : { consequence: band.consequence }),
      points,
      from,
      reason,
    })),
    penaltyMissing: account?.penaltyMissing ?? [],
    pending: account?.pending ?? [personLedger],
    records: own.map(toDemerit),
    mayRecord: isUnits && campaign.state === 'running' && mayJudge(context.actor, scoring),
  };
  return { ledger, account, view };
}

function resultsOf(
  context: TenantContext,
  { version }: LoadedScoring,
  given: { scored: UnitScore; rows: readonly StoredAssessment[]; kept: readonly Kept[] },
): RecordedResult[] {
  const { scored, rows, kept } = given;
  const chains = (version.campaign.evaluation?.chains ?? []).map((chain) =>
    chainStateOf(context, chain, rowsOf(rows, chain.key)),
  );
  const confirmed = new Map(
    scored.rows.flatMap(({ id, confirmedAt }) =>
      confirmedAt === null ? [] : [[id, dayAt(confirmedAt)] as const],
    ),
  );
  const sheets = Object.values(scored.sheets);
  return [
    ...sheets.flatMap((sheet) => sheetResults(sheet, chains, confirmed)),
    ...kept.flatMap(({ ledger, account }) => (account ? ledgerResults(ledger, account) : [])),
  ];
}
