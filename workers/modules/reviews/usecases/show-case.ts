import type { Review, ReviewCase } from '#schema/contracts/reviews.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import { showSubmission } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { changedPaths } from '../changed-paths.domain.ts';
import { isScoredKind, recordableCriteria } from '../recordable.domain.ts';
import { needsStampChecks, standing, undoableOf } from '../reviews.domain.ts';
import {
  listCannedReasons,
  listReviews,
  listSiblings,
  sumStandingDeductions,
} from '../reviews.repository.ts';
import type { StoredReview } from '../reviews.repository.ts';
import { loadCase } from './load-case.ts';
import type { LoadedCase } from './load-case.ts';

/** 审核: the filing beside what changed since the last round, and what this reviewer needs to decide. */
export async function showCase(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<ReviewCase> {
  const { context, input } = request;
  const { actor, db } = context;
  const loaded = await loadCase(context, input.id);
  const { submission, task, version, decisions, barred } = loaded;
  const [detail, cannedReasons, returnedBefore, criteria] = await Promise.all([
    showSubmission({ context, input }),
    listCannedReasons(db, actor.personId),
    returnsOfOtherPeriods(context, loaded),
    criteriaOf(context, loaded),
  ]);
  const undoable = undoableOf(decisions, {
    personId: actor.personId,
    at: context.clock.now(),
    submissionVersion: submission.version,
  });
  return {
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
    returnedBefore,
    cannedReasons,
    criteria,
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

async function returnsOfOtherPeriods(context: TenantContext, { submission }: LoadedCase) {
  const siblings = await listSiblings(context.db, submission);
  const occurrences = new Map(siblings.map(({ id, occurrence }) => [id, occurrence]));
  const decisions = await listReviews(context.db, [...occurrences.keys()]);
  return standing(decisions)
    .filter(({ decision }) => decision === 'return')
    .map(({ submissionId, at, points }) => ({
      occurrence: occurrences.get(submissionId) ?? '',
      at,
      points,
    }))
    .toSorted((left, right) => right.at - left.at);
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
