import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain, SignOutcome } from './approvals.domain.ts';
import { currentStep, isApproved, openChain, returnStep, signStep } from './approvals.domain.ts';

const issuing = openChain([
  { key: 'draft', title: '拟稿', role: 'drafter' },
  { key: 'check', title: '核稿', role: 'checker' },
  { key: 'sign', title: '签发', role: 'signer' },
]);

const paper = {
  signedOn: '2026-03-05',
  signerPost: '分管领导',
  evidenceId: `evd_${'0'.repeat(26)}`,
};

function sign(chain: Chain, stepKey: string, actorId: string, onPaper = false): SignOutcome {
  return signStep(chain, {
    stepKey,
    actorId,
    actorPost: '行风办',
    at: 1,
    ...(onPaper ? { paper } : {}),
  });
}

function signed(outcome: SignOutcome): Chain {
  if (outcome.status !== 'signed') throw new Error(outcome.status);
  return outcome.chain;
}

describe('审签', () => {
  it('waits for the first post, then for the next one, and is complete after the last', () => {
    expect(currentStep(issuing)?.key).toBe('draft');
    const checked = signed(sign(signed(sign(issuing, 'draft', 'a')), 'check', 'b'));
    expect(currentStep(checked)?.key).toBe('sign');
    const outcome = sign(checked, 'sign', 'c');
    expect(outcome).toMatchObject({ status: 'signed', completed: true });
    expect(signed(outcome).state).toBe('completed');
  });

  it('refuses a post whose turn it is not', () => {
    expect(sign(issuing, 'sign', 'c')).toEqual({ status: 'not-current' });
  });

  it('refuses a second step of one person and names the first', () => {
    const drafted = signed(sign(issuing, 'draft', 'a'));
    expect(sign(drafted, 'check', 'a')).toEqual({ status: 'same-person', stepTitle: '拟稿' });
  });

  it('lets the registrar of the scans register several steps signed on paper', () => {
    const drafted = signed(sign(issuing, 'draft', 'a', true));
    const checked = signed(sign(drafted, 'check', 'a', true));
    expect(checked.steps[1]).toMatchObject({ state: 'done', mode: 'paper', paper });
  });

  it('ends when the post that holds it sends it back, and cannot be signed any more', () => {
    const drafted = signed(sign(issuing, 'draft', 'a'));
    const outcome = returnStep(drafted, {
      stepKey: 'check',
      actorId: 'b',
      actorPost: '办公室',
      at: 2,
      comment: '第三条时限与附件不一致',
    });
    if (outcome.status !== 'returned') throw new Error(outcome.status);
    expect(outcome.chain.state).toBe('returned');
    expect(outcome.chain.steps[1]?.comment).toBe('第三条时限与附件不一致');
    expect(sign(outcome.chain, 'check', 'b')).toEqual({ status: 'not-open' });
    expect(
      returnStep(issuing, { stepKey: 'sign', actorId: 'c', actorPost: '', at: 2, comment: '否' }),
    ).toEqual({ status: 'not-current' });
  });

  it('approves only the content that was signed', () => {
    expect(isApproved({ state: 'completed', contentHash: 'h1' }, 'h1')).toBe(true);
    expect(isApproved({ state: 'completed', contentHash: 'h1' }, 'h2')).toBe(false);
    expect(isApproved({ state: 'open', contentHash: 'h1' }, 'h1')).toBe(false);
    expect(isApproved(undefined, 'h1')).toBe(false);
  });

  it('has at most one current step, none after its end, whoever signs in whichever order', () => {
    const attempt = fc.record({
      step: fc.constantFrom('draft', 'check', 'sign'),
      actor: fc.constantFrom('a', 'b', 'c'),
      onPaper: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 12 }), (attempts) => {
        let chain = issuing;
        for (const { step, actor, onPaper } of attempts) {
          const outcome = sign(chain, step, actor, onPaper);
          if (outcome.status === 'signed') chain = outcome.chain;
        }
        const current = chain.steps.filter((step) => step.state === 'current');
        const done = chain.steps.filter((step) => step.state === 'done');
        const onLine = done.filter((step) => step.mode === 'online').map((step) => step.actorId);
        expect(current.length).toBe(chain.state === 'open' ? 1 : 0);
        expect(new Set(onLine).size).toBe(onLine.length);
        expect(chain.state === 'completed').toBe(done.length === chain.steps.length);
      }),
    );
  });
});
