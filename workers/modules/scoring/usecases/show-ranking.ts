import { rankInClasses } from '#plugins/sdk/scoring/ranking.ts';
import type { Candidate } from '#plugins/sdk/scoring/ranking.ts';
import type { Ranking } from '#schema/contracts/campaign/score-ranking.ts';
import type { RankingAnswer } from '#schema/contracts/evaluation.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import { isScoredKind } from '#workers/modules/reviews/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { classOf } from '../evaluation.domain.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { listAskedUnits } from '../scoring.repository.ts';
import { sheetCaption } from '../sheet-notes.domain.ts';
import { scoreUnits } from './score-units.ts';
import type { UnitScore } from './score-units.ts';

type Ranked = { unit: Organization; score: UnitScore };

/** 分类排名: for the commission's own reviewers alone, never for a unit and never to be published. */
export async function showRanking(request: {
  context: TenantContext;
  input: { campaign: string; ranking?: string | undefined };
}): Promise<RankingAnswer> {
  const { context, input } = request;
  assertCan(context.actor, 'scoring.deduct', {});
  const campaign = await findCampaignRow(context.db, input.campaign);
  if (campaign === undefined) throw scoringErrors['scoring.unknown_campaign']();
  const { campaign: document } = await loadVersion(context.db, campaign.currentHash);
  const { rankings = [] } = document.evaluation ?? {};
  const ranking = rankings.find(({ key }) => key === (input.ranking ?? rankings[0]?.key));
  const card = document.scorecards.find(({ key }) => key === ranking?.scorecard);
  if (ranking === undefined || card === undefined) throw scoringErrors['scoring.unknown_ranking']();
  const computedAt = context.clock.now();
  const all = await rankedUnits(context, {
    campaignId: campaign.id,
    campaign: { ...document, scorecards: [card] },
    now: computedAt,
  });
  const { key, title, words, source } = ranking;
  return {
    campaignId: campaign.id,
    ranking: key,
    title,
    ...(words === undefined ? {} : { words }),
    source,
    computedAt,
    caption: sheetCaption,
    official: false,
    classes: classesOf(ranking, all),
    outside: all
      .filter(({ unit }) => classOf(ranking, unit) === undefined)
      .map(({ unit }) => ({ organizationId: unit.id, name: unit.name })),
    rankings: rankings.map((each) => ({ key: each.key, title: each.title })),
  };
}

/** All units the campaign scores, in official order. */
async function rankedUnits(
  context: TenantContext,
  asked: Omit<Parameters<typeof scoreUnits>[1], 'organizationIds'>,
): Promise<Ranked[]> {
  const ids = await listAskedUnits(context.db, { campaignId: asked.campaignId });
  const units = (await findOrganizations(context.db, ids)).filter(({ kind }) => isScoredKind(kind));
  const organizationIds = units.map(({ id }) => id);
  const scores = await scoreUnits(context.db, { ...asked, organizationIds });
  const byUnit = new Map(scores.map((score) => [score.organizationId, score]));
  return units
    .toSorted((left, right) => left.order - right.order)
    .flatMap((unit): Ranked[] => {
      const score = byUnit.get(unit.id);
      return score === undefined ? [] : [{ unit, score }];
    });
}

function candidateOf(ranking: Ranking, { unit, score }: Ranked): Candidate[] {
  const own = classOf(ranking, unit);
  const sheet = score.sheets[ranking.scorecard];
  if (own === undefined || sheet === undefined) return [];
  const { final: total, base, bonus, deductions, core } = sheet;
  return [
    {
      key: unit.id,
      class: own,
      figures: { total, base, bonus, deductions, core },
      grade: sheet.grade?.key ?? null,
      isVetoed: sheet.vetoes.length > 0,
      isComplete: sheet.complete,
    },
  ];
}

function classesOf(ranking: Ranking, all: readonly Ranked[]): RankingAnswer['classes'] {
  const candidates = all.flatMap((each) => candidateOf(ranking, each));
  const known = new Map(all.map((each) => [each.unit.id, each]));
  const place = new Map(all.map(({ unit }, at) => [unit.id, at]));
  const nameOf = (id: string) => known.get(id)?.unit.name ?? '';
  const inOrder = (left: { key: string }, right: { key: string }) =>
    (place.get(left.key) ?? 0) - (place.get(right.key) ?? 0);
  return rankInClasses(ranking, candidates).map((each) => ({
    class: each.class,
    title: ranking.classes.find(({ key }) => key === each.class)?.title ?? each.class,
    places: each.places
      .toSorted((left, right) => left.rank - right.rank || inOrder(left, right))
      .map(({ key, rank, isTied }) => {
        const sheet = known.get(key)?.score.sheets[ranking.scorecard];
        const grade = sheet?.grade?.title ?? null;
        return {
          organizationId: key,
          name: nameOf(key),
          rank,
          isTied,
          total: sheet?.final ?? 0,
          grade,
        };
      }),
    unranked: each.unranked
      .toSorted(inOrder)
      .map(({ key, reason }) => ({ organizationId: key, name: nameOf(key), reason })),
    selection: each.selection,
  }));
}
