import type { Approval, ApprovalStep, PaperSignature } from '#schema/contracts/approvals.ts';

/** The posts of a chain, in order, before anybody has signed. */
export type StepDefinition = { key: string; title: string; role: string };

export type Chain = Pick<Approval, 'state' | 'steps'>;

export type Signature = {
  stepKey: string;
  actorId: string;
  actorPost: string;
  at: number;
  comment?: string | undefined;
  paper?: PaperSignature | undefined;
};

export type SignOutcome =
  | { status: 'signed'; chain: Chain; completed: boolean }
  | { status: 'not-open' }
  | { status: 'not-current' }
  | { status: 'same-person'; stepTitle: string };

/** A chain whose first step waits for its post. */
export function openChain(definitions: readonly StepDefinition[]): Chain {
  return {
    state: 'open',
    steps: definitions.map((definition, position) => ({
      ...definition,
      state: position === 0 ? 'current' : 'waiting',
    })),
  };
}

export function currentStep(chain: Chain): ApprovalStep | undefined {
  if (chain.state !== 'open') return undefined;
  return chain.steps.find((step) => step.state === 'current');
}

/**
 * Takes the current step. On line, one person takes one step of a chain only: several people issue
 * a paper. A step on paper names the post that signed it, and whoever registers the scan may
 * register the next one too.
 */
export function signStep(chain: Chain, signature: Signature): SignOutcome {
  if (chain.state !== 'open') return { status: 'not-open' };
  const current = currentStep(chain);
  if (current === undefined || current.key !== signature.stepKey) return { status: 'not-current' };
  const earlier =
    signature.paper === undefined ? stepSignedBy(chain, signature.actorId) : undefined;
  if (earlier !== undefined) return { status: 'same-person', stepTitle: earlier.title };
  const position = chain.steps.indexOf(current);
  const completed = position === chain.steps.length - 1;
  const steps = chain.steps.map((step, index): ApprovalStep => {
    if (index === position) return takenStep(step, signature);
    if (index === position + 1) return { ...step, state: 'current' };
    return step;
  });
  return { status: 'signed', chain: { state: completed ? 'completed' : 'open', steps }, completed };
}

export type ReturnOutcome =
  | { status: 'returned'; chain: Chain }
  | { status: 'not-open' }
  | { status: 'not-current' };

/** The post that holds the chain sends the paper back; the chain ends, a new one starts later. */
export function returnStep(
  chain: Chain,
  refusal: { stepKey: string; actorId: string; actorPost: string; at: number; comment: string },
): ReturnOutcome {
  if (chain.state !== 'open') return { status: 'not-open' };
  const current = currentStep(chain);
  if (current === undefined || current.key !== refusal.stepKey) return { status: 'not-current' };
  const steps = chain.steps.map((step): ApprovalStep =>
    step === current
      ? {
          ...step,
          state: 'returned',
          mode: 'online',
          actorId: refusal.actorId,
          actorPost: refusal.actorPost,
          at: refusal.at,
          comment: refusal.comment,
        }
      : step,
  );
  return { status: 'returned', chain: { state: 'returned', steps } };
}

/** What was signed is what stands: a chain over another content proves nothing. */
export function isApproved(
  approval: Pick<Approval, 'state' | 'contentHash'> | undefined,
  contentHash: string,
): boolean {
  return approval?.state === 'completed' && approval.contentHash === contentHash;
}

function stepSignedBy(chain: Chain, actorId: string): ApprovalStep | undefined {
  return chain.steps.find(
    (step) => step.state === 'done' && step.mode === 'online' && step.actorId === actorId,
  );
}

function takenStep(step: ApprovalStep, signature: Signature): ApprovalStep {
  return {
    ...step,
    state: 'done',
    mode: signature.paper === undefined ? 'online' : 'paper',
    actorId: signature.actorId,
    actorPost: signature.actorPost,
    at: signature.at,
    ...(signature.comment === undefined ? {} : { comment: signature.comment }),
    ...(signature.paper === undefined ? {} : { paper: signature.paper }),
  };
}
