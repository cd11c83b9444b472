import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { AuditAction } from '#schema/contracts/audit.ts';
import { citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject, Step } from '#workers/platform/database/change.ts';
import { approvalsErrors } from '../approvals.errors.ts';
import { findApproval } from '../approvals.repository.ts';
import type { StoredApproval } from '../approvals.repository.ts';
import { planOpening, planReturning, planSigning, planWithdrawing } from './plan-approval.ts';

type Acting = Pick<TenantContext, 'clock' | 'ids' | 'actor'>;

/** What an act of 审签 puts into the one change of its subject, beside the subject's own state. */
export type ApprovalMove = {
  action: AuditAction;
  facts: JsonObject;
  steps: readonly Step[];
};

/** The approval a paper waits in; it has ended where the paper stands in none of these states. */
export async function loadOpenApproval<State extends string>(
  { db }: Pick<TenantContext, 'db'>,
  { approvalId, state }: { approvalId: string | null; state: State },
  states: readonly State[],
): Promise<StoredApproval> {
  const isOpen = approvalId !== null && states.includes(state);
  const approval = isOpen ? await findApproval(db, approvalId) : undefined;
  if (approval === undefined) throw approvalsErrors['approvals.not_open']();
  return approval;
}

/** The role of the step that somebody wants to take. */
export function roleOfStep({ steps }: Pick<StoredApproval, 'steps'>, stepKey: string): string {
  const role = steps.find(({ key }) => key === stepKey)?.role;
  if (role === undefined) throw approvalsErrors['approvals.not_current']();
  return role;
}

/** 提交审签: a chain over this content; who submits has taken the first step, if that is drafting. */
export function moveByOpening(
  context: Acting,
  input: Omit<Parameters<typeof planOpening>[1], 'takenBy'> & { takesFirst?: boolean },
): ApprovalMove & {
  update: { approvalId: string; contentHash: string };
  completed: boolean;
} {
  const { takesFirst = true, ...opening } = input;
  const { contentHash } = opening;
  const takenBy = { actorId: context.actor.personId, actorPost: postOf(context) };
  const plan = planOpening(context, { ...opening, ...(takesFirst ? { takenBy } : {}) });
  const { id: approvalId, state } = plan.approval;
  return {
    update: { approvalId, contentHash },
    completed: state === 'completed',
    action: 'approval.open',
    facts: { approvalId, contentHash },
    steps: [plan.step],
  };
}

/** One step taken, on line or by the scan of the signed paper, which the subject then cites. */
export function moveBySigning(
  context: Acting,
  approval: StoredApproval,
  input: {
    stepKey: string;
    comment?: string | undefined;
    paper?: PaperSignature | undefined;
    slot?: string;
  },
): ApprovalMove & { update: { state: 'signing' | 'signed' } } {
  const { stepKey, comment, paper, slot = `${approval.id}/${stepKey}` } = input;
  const { subjectKind, subjectId, contentHash, id: approvalId } = approval;
  const actorPost = postOf(context);
  const plan = planSigning(context, approval, { stepKey, actorPost, comment, paper });
  const place = { subjectKind, subjectId, slot };
  const cited =
    paper === undefined ? [] : citeEvidence(place, [paper.evidenceId], context.clock.now());
  return {
    update: { state: plan.completed ? 'signed' : 'signing' },
    action: paper === undefined ? 'approval.approve' : 'approval.register-paper',
    facts: { approvalId, step: stepKey, contentHash, paper },
    steps: [plan.step, ...cited],
  };
}

/** The post whose turn it is sends the paper back with its reasons. */
export function moveByReturning(
  context: Acting,
  approval: StoredApproval,
  { stepKey, comment }: { stepKey: string; comment: string },
): ApprovalMove {
  const plan = planReturning(context, approval, { stepKey, comment, actorPost: postOf(context) });
  return {
    action: 'approval.return',
    facts: { approvalId: approval.id, step: stepKey, comment },
    steps: [plan.step],
  };
}

/** Who submitted the paper takes it back; what was signed no longer counts. */
export function moveByWithdrawing(
  context: Pick<TenantContext, 'clock'>,
  approval: StoredApproval,
): ApprovalMove {
  return {
    action: 'approval.withdraw',
    facts: { approvalId: approval.id },
    steps: [planWithdrawing(context, approval).step],
  };
}

/** Persons stand in records by post. */
function postOf({ actor }: Acting): string {
  return actor.post ?? actor.name;
}
