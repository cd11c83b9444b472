import { dayAt, dueInstant } from '#plugins/sdk/dates/days.ts';
import { stampChecks } from '#schema/contracts/reviews.ts';
import { isOnTime } from '#workers/modules/submissions/index.ts';
import type { Round } from '../world/filings.ts';
import type { HistoryRows, SubmissionUpdate } from './filings.repository.ts';
import { approvalOf, deliverablesOf, revisionOf, scansOf } from './signed-rows.ts';
import type { RowsInput } from './signed-rows.ts';

export type FilingRows = { update: SubmissionUpdate } & Omit<HistoryRows, 'deductions'>;

/** Everything that stands in the database of one filing's course, if there is anything. */
export async function rowsOfFiling(input: RowsInput): Promise<FilingRows | undefined> {
  const { plan } = input;
  const none = { approvals: [], revisions: [], reviews: [], links: [] };
  switch (plan.outcome) {
    case 'untouched':
    case 'overdue':
      return undefined;
    case 'exempt':
      return { ...none, update: updated(input, { state: 'exempt', exemptionReason: plan.reason }) };
    case 'extended':
      return { ...none, update: updated(input, extension(input)) };
    case 'draft':
      return { ...none, update: updated(input, { state: 'draft', ...drafted(input) }) };
    case 'signing':
    case 'signed':
      return rowsOfSigning(input);
    case 'accepted':
    case 'nil':
    case 'in-review':
    case 'returned':
      return rowsOfRounds(input);
  }
}

function updated({ now }: RowsInput, update: Omit<SubmissionUpdate, 'version'>): SubmissionUpdate {
  return { version: 2, updatedAt: now, ...update };
}

function extension({ plan, row, cutOff }: RowsInput) {
  const dueOn = plan.newDueOn ?? row.dueOn;
  return {
    dueOn,
    dueAt: dueOn === null ? null : dueInstant(dueOn, cutOff),
    originalDueOn: row.dueOn,
    extensionReason: plan.reason,
  };
}

/** Two people in one draft: the first fields by one, the last by the other. */
function drafted({ plan, cast, now }: RowsInput) {
  const keys = Object.keys(plan.answers);
  const revisions = keys.map((key, index) => {
    const byPost = index * 2 < keys.length ? cast.filler.post : cast.helper.post;
    return [key, { revision: 1, byPost, at: now - (keys.length - index) * 600_000 }] as const;
  });
  return { answers: plan.answers, revisions: Object.fromEntries(revisions) };
}

async function rowsOfSigning(input: RowsInput): Promise<FilingRows> {
  const { plan, now } = input;
  const at = now - 20 * 3_600_000;
  const approval = await approvalOf(input, {
    answers: plan.answers,
    at,
    open: plan.outcome === 'signing',
  });
  return {
    update: updated(input, {
      state: approval.state === 'completed' ? 'signed' : 'signing',
      answers: plan.answers,
      approvalId: approval.id,
    }),
    approvals: [approval],
    revisions: [],
    reviews: [],
    links: [],
  };
}

async function rowsOfRounds(input: RowsInput): Promise<FilingRows> {
  const { plan, row, cast } = input;
  const rows: Omit<FilingRows, 'update'> = {
    approvals: [],
    revisions: [],
    reviews: [],
    links: linksOf(input),
  };
  let version = 1;
  for (const [index, round] of plan.rounds.entries()) {
    const approval = await approvalOf(input, {
      answers: round.answers,
      at: round.filedAt - 1_800_000,
    });
    const revision = await revisionOf(input, { round, number: index + 1, approvalId: approval.id });
    rows.approvals.push(approval);
    rows.revisions.push(revision);
    version += 3;
    if (round.decidedAt === undefined) continue;
    version += 1;
    rows.reviews.push(reviewOf(input, { round, number: index + 1, version, at: round.decidedAt }));
  }
  const last = plan.rounds.at(-1);
  const filed = rows.revisions.at(-1);
  const first = plan.rounds[0];
  if (last === undefined || filed === undefined || first === undefined) {
    throw new Error(`the filing ${row.id} never arrived`);
  }
  const isAccepted = plan.outcome === 'accepted' || plan.outcome === 'nil';
  const update: SubmissionUpdate = {
    version,
    state: isAccepted ? 'accepted' : plan.outcome === 'returned' ? 'returned' : 'filed',
    nil: plan.outcome === 'nil',
    answers: last.answers,
    deliverables: deliverablesOf(plan, cast.paper),
    returns: plan.rounds.filter(({ points }) => points !== undefined).length,
    pointsToMend: plan.outcome === 'returned' ? (last.points?.length ?? 0) : 0,
    approvalId: filed.approvalId ?? null,
    revision: plan.rounds.length,
    receiptNumber: filed.receiptNumber,
    firstFiledAt: first.filedAt,
    filedAt: last.filedAt,
    onTime: isOnTime(first.filedAt, row.dueAt),
    acceptedAt: isAccepted ? (last.decidedAt ?? null) : null,
    updatedAt: last.decidedAt ?? last.filedAt,
    ...paperOf(input, isAccepted, last),
  };
  return { update, ...rows };
}

/** Paper comes by hand: where the filing is accepted it has arrived, before that it may be on its way. */
function paperOf({ plan, cast }: RowsInput, isAccepted: boolean, last: Round) {
  const asked = plan.task.deliverables?.find(({ kind, required }) => kind === 'paper' && required);
  if (asked === undefined) return {};
  if (!isAccepted && plan.signedOnPaper) return { paperState: 'expected' as const };
  const paper = {
    receivedOn: dayAt(last.decidedAt ?? last.filedAt),
    copies: asked.copies ?? 1,
    receiverPost: cast.reviewer.post,
  };
  return { paperState: 'received' as const, paper };
}

function linksOf({ plan, row, cast }: RowsInput): HistoryRows['links'] {
  const { paper } = cast;
  if (paper === undefined) return [];
  const slots = scansOf(plan).map(({ key }) => `deliverables/${key}`);
  if (plan.signedOnPaper) slots.push('sign-off');
  return slots.map((slot) => ({
    evidenceId: paper.id,
    subjectKind: 'submission',
    subjectId: row.id,
    slot,
    linkedAt: plan.rounds[0]?.filedAt ?? row.createdAt,
  }));
}

function reviewOf(
  { plan, row, cast, ids }: RowsInput,
  { round, number, version, at }: { round: Round; number: number; version: number; at: number },
) {
  const isReturn = round.points !== undefined;
  return {
    id: ids(at).next('rev'),
    submissionId: row.id,
    revision: number,
    decision: isReturn ? ('return' as const) : ('accept' as const),
    points: [...(round.points ?? [])],
    stampChecks: isReturn || scansOf(plan).length === 0 ? [] : [...stampChecks],
    officeKey: row.officeKey,
    reviewerId: cast.reviewer.id,
    reviewerPost: cast.reviewer.post,
    round: number,
    comment: null,
    stateBefore: 'filed' as const,
    submissionVersion: version,
    undoes: null,
    at,
  };
}
