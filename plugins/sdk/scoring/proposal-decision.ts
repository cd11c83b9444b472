import type { ProposalDecision } from '#schema/contracts/campaign/alert-rule.ts';
import type { Proposal } from './alerts.ts';
import { phraseOf, type Phrase } from './phrases.ts';

/** A proposal that was decided: what fired stays beside what was decided and why. */
export type DecidedProposal = Omit<Proposal, 'state'> & {
  state: 'accepted' | 'declined';
  decision: ProposalDecision;
};

export type DecisionRefusal = { state: 'refused'; reason: Phrase };

/**
 * Only the post the rule names decides, and nobody declines without a reason; a measure is taken by
 * people afterwards, never here. `decideProposal(proposal, { by: '行风办主任', accepts: false, … })`
 */
export function decideProposal(
  proposal: Proposal,
  decision: ProposalDecision,
): DecidedProposal | DecisionRefusal {
  const post = phraseOf(proposal.post);
  if (decision.by !== post.zh) {
    const reason = { zh: `应由${post.zh}决定`, en: `this is for ${post.en} to decide` };
    return { state: 'refused', reason };
  }
  const isMute = decision.reason === undefined || phraseOf(decision.reason).zh.trim() === '';
  if (!decision.accepts && isMute) {
    const reason = { zh: '不采纳须写明理由', en: 'declining needs a reason' };
    return { state: 'refused', reason };
  }
  return { ...proposal, state: decision.accepts ? 'accepted' : 'declined', decision };
}
