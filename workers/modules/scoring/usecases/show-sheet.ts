import type { ScoreMaterial, ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { StoredScoreFact } from '../score-facts.repository.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { citedIn, notesOf, sheetCaption, sourceView } from '../sheet-notes.domain.ts';
import { toDeduction } from './list-deductions.ts';
import { mayJudge, toScoreFact } from './list-score-facts.ts';
import { cardOf, loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedScoring, LoadedUnit } from './load-scored-unit.ts';
import { scoreUnits } from './score-units.ts';

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
  const [scored] = await scoreUnits(context.db, {
    campaignId: campaign.id,
    campaign: { ...version.campaign, scorecards: [card] },
    organizationIds: [unit.id],
    now: computedAt,
  });
  const sheet = scored?.sheets[card.key];
  if (scored === undefined || sheet === undefined) throw scoringErrors['scoring.not_scored']();
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
      grades: (card.grades?.grades ?? []).map(({ key, title }) => ({ key, title })),
    },
    sheet,
    criteria: notesOf(card, version.campaign),
    materials: materialsOf(scoring, citedIn(sheet.tree)),
    unplaced: (scored.unplaced[card.key] ?? []).map(toDeduction),
    ...unconfirmedOf(context, loaded, scored.rows),
  };
}

/** The unit of a person's own post, where scores may be read. */
function ownUnitOf(actor: TenantContext['actor']): string | undefined {
  const units = actor.grants.flatMap(({ organizationId, permissions }) =>
    organizationId !== null && permissions.includes('scoring.read') ? [organizationId] : [],
  );
  return units.find((id) => id === actor.organizationId) ?? units[0];
}

/** 待核: shown to who judges; the unit is told what stands. */
function unconfirmedOf(
  context: TenantContext,
  { unit, subject }: LoadedUnit,
  rows: readonly StoredScoreFact[],
): Pick<ScoreSheetAnswer, 'unconfirmed'> {
  const waiting = rows.filter(({ state }) => state === 'unconfirmed');
  const isJudge = mayJudge(context.actor, { unit, subject });
  if (!isJudge || waiting.length === 0) return {};
  return { unconfirmed: waiting.map((row) => toScoreFact(row, { context, isJudge })) };
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
