import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import type { ScoreMaterial, ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { listReviews, standingDecisions } from '#workers/modules/reviews/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { recordedEvents } from '../deductions.domain.ts';
import { filingFacts } from '../filing-facts.domain.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { listDeductions } from '../scoring.repository.ts';
import { citedIn, notesOf, sheetCaption, sourceView } from '../sheet-notes.domain.ts';
import { toDeduction } from './list-deductions.ts';
import { cardOf, loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedScoring } from './load-scored-unit.ts';

export type SheetInput = { campaign: string; scorecard?: string | undefined };

/** 得分与依据 of one's own unit. */
export function showMySheet(request: {
  context: TenantContext;
  input: SheetInput;
}): Promise<ScoreSheetAnswer> {
  const { context, input } = request;
  const organizationId = ownUnitOf(context.actor);
  if (organizationId === undefined) throw scoringErrors['scoring.not_scored']();
  return showSheet({ context, input: { ...input, organizationId } });
}

/** 得分与依据, computed from the filings and the standing deductions as they are now. */
export async function showSheet(request: {
  context: TenantContext;
  input: SheetInput & { organizationId: string };
}): Promise<ScoreSheetAnswer> {
  const { context, input } = request;
  const loaded = await loadUnit(context, input.organizationId);
  const scoring = await loadScoring(context, loaded, input.campaign);
  const { unit, campaign, version } = scoring;
  const card = cardOf(scoring, input.scorecard);
  const computedAt = context.clock.now();
  const compiled = compileScorecard(card);
  const { placed, unplaced } = await deductionsOn(context, scoring, {
    scorecard: card.key,
    criteria: compiled.criterionKeys,
  });
  const facts = await factsOf(context, scoring, computedAt);
  const sheet = score(compiled, facts, recordedEvents(placed));
  return {
    campaignId: campaign.id,
    campaignTitle: campaign.title,
    organizationId: unit.id,
    organizationName: unit.name,
    computedAt,
    caption: sheetCaption,
    official: false,
    scorecard: {
      key: card.key,
      title: card.title,
      ...(card.note === undefined ? {} : { note: card.note }),
      source: sourceView(card.source, version.campaign),
    },
    sheet,
    criteria: notesOf(card, version.campaign),
    materials: materialsOf(scoring, citedIn(sheet.tree)),
    unplaced: unplaced.map(toDeduction),
  };
}

/** The unit of a person's own post, where scores may be read. */
function ownUnitOf(actor: TenantContext['actor']): string | undefined {
  const units = actor.grants.flatMap(({ organizationId, permissions }) =>
    organizationId !== null && permissions.includes('scoring.read') ? [organizationId] : [],
  );
  return units.find((id) => id === actor.organizationId) ?? units[0];
}

/** Standing deductions of the card; those whose item an amendment took away count in none. */
async function deductionsOn(
  context: TenantContext,
  { unit, campaign }: LoadedScoring,
  card: { scorecard: string; criteria: ReadonlySet<string> },
) {
  const rows = await listDeductions(context.db, {
    campaignId: campaign.id,
    organizationId: unit.id,
  });
  const own = rows.filter(
    ({ state, scorecardKey }) => state === 'standing' && scorecardKey === card.scorecard,
  );
  const isPlaced = ({ criterionKey }: { criterionKey: string }) => card.criteria.has(criterionKey);
  return { placed: own.filter(isPlaced), unplaced: own.filter((row) => !isPlaced(row)) };
}

async function factsOf(context: TenantContext, { filings }: LoadedScoring, now: number) {
  const decisions = await listReviews(
    context.db,
    filings.map(({ id }) => id),
  );
  const returns = standingDecisions(decisions)
    .filter(({ decision }) => decision === 'return')
    .map(({ points, ...row }) => ({ ...row, points: points.length }));
  return filingFacts(filings, returns, now);
}

function materialsOf({ filings, version }: LoadedScoring, cited: readonly string[]) {
  return cited.flatMap((submissionId): ScoreMaterial[] => {
    const filing = filings.find(({ id }) => id === submissionId);
    if (filing === undefined) return [];
    const { taskKey, occurrence, state, dueOn, firstFiledAt } = filing;
    const task = version.campaign.tasks.find(({ key }) => key === taskKey);
    return [
      {
        submissionId,
        title: task?.title ?? taskKey,
        occurrence,
        state,
        ...(dueOn === null ? {} : { dueOn }),
        ...(firstFiledAt === null ? {} : { firstFiledAt }),
      },
    ];
  });
}
