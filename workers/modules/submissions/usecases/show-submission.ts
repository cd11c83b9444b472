import { computeFields } from '#plugins/sdk/forms/compute.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Clause } from '#schema/contracts/campaign/clause.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { findApproval } from '#workers/modules/approvals/index.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { listEvidence, toEvidenceAnswer } from '#workers/modules/evidence/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { findReturnOf } from '../return-points.repository.ts';
import { listRevisions } from '../submission-revisions.repository.ts';
import { findPrevious } from '../submissions.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { officeTitle } from '../summary.domain.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { paperOfReceipt, toReceipt } from './show-receipt.ts';
import { summarize } from './summarize.ts';

/** Everything the page of one filing shows: the form, the answers, the papers, how it stands. */
export async function showSubmission(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<SubmissionDetail> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.read');
  const { submission, task, form } = loaded;
  const [unit, records] = await Promise.all([
    findOrganization(context.db, submission.organizationId),
    recordsOf(context, loaded),
  ]);
  const names = new Map([[submission.organizationId, unit?.name ?? '']]);
  const [summary] = await summarize(context, [submission], names);
  if (summary === undefined) throw new Error('a filing without its summary');
  return {
    summary,
    ...documentOf(loaded),
    form,
    deliverables: task.deliverables ?? [],
    deliverableEvidence: submission.deliverables,
    nilReturn: task.nilReturn === true,
    ...(task.rollUp === undefined
      ? {}
      : { rollUp: { fields: task.rollUp.sums.map(({ field }) => field) } }),
    ...(task.guidance === undefined ? {} : { guidance: task.guidance }),
    signOff: task.signOff,
    answers: computeFields(form, submission.answers) as SubmissionDetail['answers'],
    revisions: submission.revisions,
    prefilled: prefilledOf(loaded),
    ...(submission.paper === null ? {} : { paperRegistration: submission.paper }),
    ...records,
  };
}

function documentOf({ version, task }: LoadedSubmission) {
  const { campaign, issue } = version;
  const clause = campaign.clauses.find(({ key }) => key === task.clause);
  const number = issue?.['number'] ?? campaign.document.number;
  return {
    document: {
      title: campaign.document.title,
      ...(number === undefined ? {} : { number }),
      clauseNumber: clause?.number ?? '',
      clauseWords: clause?.words ?? '',
      issuer: campaign.document.issuer,
      disclosure: issue?.disclosure ?? campaign.document.disclosure,
      ...(campaign.document.lineage === undefined ? {} : { lineage: campaign.document.lineage }),
    },
    source: sourceOf(task.source, clause),
  };
}

function sourceOf(source: LoadedSubmission['task']['source'], clause: Clause | undefined) {
  if ('proposed' in source) {
    return { proposed: true, text: textIn(source.reason, 'zh-CN').value };
  }
  if ('document' in source) return { proposed: false, text: source.quote ?? source.document };
  return { proposed: false, text: source.quote ?? clause?.words ?? '' };
}

function prefilledOf({ form }: LoadedSubmission): SubmissionDetail['prefilled'] {
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      if (field.kind === 'section' || field.origin === undefined) return [];
      const { system, period } = field.origin;
      return [[field.key, { system, ...(period === undefined ? {} : { period }) }]];
    }),
  );
}

async function recordsOf(context: TenantContext, loaded: LoadedSubmission) {
  const { submission, form, version, task } = loaded;
  const ids = new Set(Object.values(submission.deliverables).flat());
  for (const field of form.fields) {
    const value = field.kind === 'evidence' ? submission.answers[field.key] : undefined;
    if (!Array.isArray(value)) continue;
    for (const id of value) if (typeof id === 'string') ids.add(id);
  }
  const [files, approval, revisions, previous, returned] = await Promise.all([
    listEvidence(context.db, [...ids]),
    submission.approvalId === null ? undefined : findApproval(context.db, submission.approvalId),
    listRevisions(context.db, submission.id),
    findPrevious(context.db, submission),
    submission.state === 'returned' && submission.pointsToMend > 0
      ? findReturnOf(context.db, submission.id)
      : undefined,
  ]);
  const office = officeTitle(version.campaign, submission.officeKey);
  const [newest] = revisions;
  return {
    evidence: files.map(toEvidenceAnswer),
    ...(approval === undefined ? {} : { approval: withoutUnit(approval) }),
    ...(newest === undefined
      ? {}
      : {
          receipt: toReceipt(newest, {
            title: task.title,
            office,
            paper: paperOfReceipt(task, submission),
          }),
        }),
    ...(previous === undefined
      ? {}
      : { previous: await previousOf(context, previous, version.campaign) }),
    ...(returned === undefined ? {} : { returned: { ...returned, office } }),
  };
}

/** The answers of the time before, with where they come from. */
async function previousOf({ db }: TenantContext, previous: Submission, now: Campaign) {
  const { campaign } = await loadVersion(db, previous.versionHash);
  return {
    label: previous.occurrence,
    campaignTitle: campaign.document.title,
    isLastYear: campaign.year < now.year,
    answers: previous.answers,
  };
}

function withoutUnit<T extends { organizationId: string | null }>(approval: T) {
  const { organizationId: _organizationId, ...answer } = approval;
  return answer;
}
