import type { Review, ReviewCase } from '#schema/contracts/reviews.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganization, findSuccessor } from '#workers/modules/organizations/index.ts';
import { showSubmission } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { changedPaths } from '../changed-paths.domain.ts';
import { doubtsOf, spanOf } from '../evidence-doubts.domain.ts';
import { toOpinion } from '../opinions.domain.ts';
import { opinionsQuery } from '../opinions.repository.ts';
import { listOwnReasons, listRecentReasons } from '../reasons.repository.ts';
import { isScoredKind, recordableCriteria } from '../recordable.domain.ts';
import { needsStampChecks, standing, undoableOf } from '../reviews.domain.ts';
import {
  listFiledFiles,
  listReviews,
  listSiblings,
  sumStandingDeductions,
} from '../reviews.repository.ts';
import type { Sibling, StoredReview } from '../reviews.repository.ts';
import { findRuling } from '../rulings.repository.ts';
import { listColleagues } from './ask-opinion.ts';
import { showDouble } from './assert-double.ts';
import { loadCase } from './load-case.ts';
import type { LoadedCase } from './load-case.ts';

/** 审核: the filing beside what changed since the last round, and what this reviewer needs to decide. */
export async function showCase(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<ReviewCase> {
  const { context, input } = request;
  const { actor } = context;
  const loaded = await loadCase(context, input.id);
  const { submission, task, version, decisions, barred } = loaded;
  const [detail, own, beside, earlier, criteria] = await Promise.all([
    showSubmission({ context, input }),
    ownReasons(context),
    besideOf(context, loaded),
    earlierOf(context, loaded),
    criteriaOf(context, loaded),
  ]);
  const undoable = undoableOf(decisions, {
    personId: actor.personId,
    at: context.clock.now(),
    submissionVersion: submission.version,
  });
  return {
    asOf: context.clock.now(),
    submission: detail,
    version: submission.version,
    ...(barred === undefined ? {} : { barred }),
    needsStampChecks: needsStampChecks(task, submission.deliverables),
    offices: version.campaign.offices.map(({ key, title }) => ({ key, title })),
    changedPaths: changesOf(loaded),
    earlier: toReviews(decisions),
    ...(undoable === undefined
      ? {}
      : { undoable: { reviewId: undoable.id, decision: undoable.decision } }),
    returnedBefore: earlier.returned,
    evidenceDoubts: doubtsOf(
      detail.evidence,
      spanOf(submission.occurrence, version.campaign.period),
      earlier.files,
    ),
    ...own,
    ...beside,
    criteria,
  };
}

async function ownReasons({ db, actor }: TenantContext) {
  const [cannedReasons, recentReasons] = await Promise.all([
    listOwnReasons(db, actor.personId),
    listRecentReasons(db, actor.personId),
  ]);
  return { cannedReasons, recentReasons };
}

/** Who stands beside this reviewer, what they were asked, and who takes over from her. */
async function besideOf(context: TenantContext, loaded: LoadedCase) {
  const { actor, db } = context;
  const { organizationId } = loaded.submission;
  const [opinions, colleagues, ruling, takenOverBy] = await Promise.all([
    opinionsQuery(db, loaded.submission.id),
    listColleagues(context, loaded),
    findRuling(db, loaded.submission),
    loaded.barred === 'recused'
      ? findSuccessor(db, { personId: actor.personId, organizationId })
      : undefined,
  ]);
  const double = showDouble(context, loaded, { opinions, colleagues, ruling });
  return {
    opinions: opinions.map((row) => toOpinion(row, actor)),
    colleagues,
    ...(double === undefined ? {} : { double }),
    ...(takenOverBy === undefined ? {} : { takenOverBy }),
  };
}

function changesOf({ form, revisions }: LoadedCase): string[] {
  const [newest, before] = revisions;
  return newest === undefined || before === undefined ? [] : changedPaths(form, before, newest);
}

function toReviews(decisions: readonly StoredReview[]): Review[] {
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  return decisions.map((row) => ({
    id: row.id,
    submissionId: row.submissionId,
    revision: row.revision,
    decision: row.decision,
    points: row.points,
    office: row.officeKey,
    reviewerPost: row.reviewerPost,
    round: row.round,
    ...(row.comment === null ? {} : { comment: row.comment }),
    undone: undone.has(row.id),
    at: row.at,
  }));
}

/** What was returned of the same task in other periods, and which files came with it then. */
async function earlierOf(context: TenantContext, { submission }: LoadedCase) {
  const siblings = await listSiblings(context.db, submission);
  const named = new Map(
    await Promise.all(
      siblings.map(async (each) => [each.id, await periodOf(context, each)] as const),
    ),
  );
  const before = siblings.filter(({ createdAt }) => createdAt <= submission.createdAt);
  const [decisions, files] = await Promise.all([
    listReviews(context.db, [...named.keys()]),
    listFiledFiles(
      context.db,
      before.map(({ id }) => id),
    ),
  ]);
  const unnamed = { occurrence: '', campaignTitle: '' };
  const returned = standing(decisions)
    .filter(({ decision }) => decision === 'return')
    .map(({ submissionId, at, points }) => ({
      ...(named.get(submissionId) ?? unnamed),
      at,
      points,
    }))
    .toSorted((left, right) => right.at - left.at);
  return {
    returned,
    files: files.map(({ submissionId, sha256 }) => ({
      ...(named.get(submissionId) ?? unnamed),
      sha256,
    })),
  };
}

async function periodOf({ db }: TenantContext, { occurrence, versionHash }: Sibling) {
  const { campaign } = await loadVersion(db, versionHash);
  return { occurrence, campaignTitle: campaign.document.title };
}

/** Deductions are recorded under the version in force, whichever one the filing was made under. */
async function criteriaOf(context: TenantContext, { submission }: LoadedCase) {
  const [unit, campaign] = await Promise.all([
    findOrganization(context.db, submission.organizationId),
    findCampaignRow(context.db, submission.campaignId),
  ]);
  if (unit === undefined || campaign === undefined || !isScoredKind(unit.kind)) return [];
  const [current, spent] = await Promise.all([
    loadVersion(context.db, campaign.currentHash),
    sumStandingDeductions(context.db, submission),
  ]);
  return recordableCriteria(current.campaign, spent, context.locale);
}
