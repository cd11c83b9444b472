import type { ApprovalSubjectKind, PaperSignature } from '#schema/contracts/approvals.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { currentStep, openChain, returnStep, signStep } from '../approvals.domain.ts';
import type { StepDefinition } from '../approvals.domain.ts';
import { approvalsErrors } from '../approvals.errors.ts';
import { insertApproval, updateApproval } from '../approvals.repository.ts';
import type { StoredApproval } from '../approvals.repository.ts';

/** What a use case of the subject's own module puts into its one change, and what comes of it. */
export type ApprovalPlan = { approval: StoredApproval; step: Step };

type Acting = Pick<TenantContext, 'clock' | 'ids'> & {
  readonly actor: Pick<TenantContext['actor'], 'personId'>;
};

/**
 * Starts an approval over one content. `takenBy` takes the first step at once: who submits a paper
 * has drafted it.
 */
export function planOpening(
  context: Acting,
  input: {
    subject: { kind: ApprovalSubjectKind; id: string; organizationId: string | null };
    contentHash: string;
    chain: readonly StepDefinition[];
    takenBy?: { actorId: string; actorPost: string };
  },
): ApprovalPlan {
  const at = context.clock.now();
  let chain = openChain(input.chain);
  const first = currentStep(chain);
  if (input.takenBy !== undefined && first !== undefined) {
    const outcome = signStep(chain, { stepKey: first.key, ...input.takenBy, at });
    if (outcome.status === 'signed') chain = outcome.chain;
  }
  const approval: StoredApproval = {
    id: context.ids.next('apr'),
    subjectKind: input.subject.kind,
    subjectId: input.subject.id,
    organizationId: input.subject.organizationId,
    contentHash: input.contentHash,
    state: chain.state,
    steps: chain.steps,
    version: 1,
    createdAt: at,
  };
  return { approval, step: insertApproval(approval) };
}

/** The current step taken by the actor, on line or by registering a signature on paper. */
export function planSigning(
  context: Acting,
  approval: StoredApproval,
  input: {
    stepKey: string;
    actorPost: string;
    comment?: string | undefined;
    paper?: PaperSignature | undefined;
  },
): ApprovalPlan & { completed: boolean } {
  const at = context.clock.now();
  const outcome = signStep(approval, { ...input, actorId: context.actor.personId, at });
  switch (outcome.status) {
    case 'not-open':
      throw approvalsErrors['approvals.not_open']();
    case 'not-current':
      throw approvalsErrors['approvals.not_current']();
    case 'same-person':
      throw approvalsErrors['approvals.same_person']({ values: { step: outcome.stepTitle } });
    case 'signed': {
      const moved = { ...approval, ...outcome.chain, version: approval.version + 1 };
      const step = updateApproval(approval, outcome.chain, at);
      return { approval: moved, step, completed: outcome.completed };
    }
  }
}

/** The post that holds the paper sends it back with what has to be mended. */
export function planReturning(
  context: Acting,
  approval: StoredApproval,
  input: { stepKey: string; actorPost: string; comment: string },
): ApprovalPlan {
  const at = context.clock.now();
  const outcome = returnStep(approval, { ...input, actorId: context.actor.personId, at });
  switch (outcome.status) {
    case 'not-open':
      throw approvalsErrors['approvals.not_open']();
    case 'not-current':
      throw approvalsErrors['approvals.not_current']();
    case 'returned': {
      const moved = { ...approval, ...outcome.chain, version: approval.version + 1 };
      return { approval: moved, step: updateApproval(approval, outcome.chain, at) };
    }
  }
}

/** Who submitted the paper takes it back to change it; what was signed before does not count. */
export function planWithdrawing(
  context: Pick<TenantContext, 'clock'>,
  approval: StoredApproval,
): ApprovalPlan {
  if (approval.state !== 'open' && approval.state !== 'completed') {
    throw approvalsErrors['approvals.not_open']();
  }
  const chain = { state: 'withdrawn' as const, steps: approval.steps };
  const moved = { ...approval, ...chain, version: approval.version + 1 };
  return { approval: moved, step: updateApproval(approval, chain, context.clock.now()) };
}
