import { expect, it } from 'vitest';
import { findProposals } from './alerts.ts';
import { decideProposal } from './proposal-decision.ts';
import { soundEvaluation } from './testing/evaluation.fixtures.ts';
import { eventFact } from './testing/scorecards.fixtures.ts';

function proposal() {
  const [rule] = soundEvaluation.alerts ?? [];
  const when = {
    kind: 'frequency' as const,
    fact: 'complaints',
    atLeast: 3,
    every: 'month' as const,
  };
  const complaints = eventFact({ id: 'a', on: '2024-05-01', quantity: 3 });
  const [found] = findProposals(rule ? [{ ...rule, when }] : [], {
    periods: [{ key: '2024-05', facts: { complaints } }],
  });
  if (!found) throw new Error('nothing proposed');
  return found;
}
const on = '2024-06-03';

it('约谈建议由指定岗位不采纳并写明理由，起因和决定都留痕', () => {
  const decision = { by: '行风办主任', on, accepts: false, reason: '三件为同一事项，已另行处理' };
  expect(decideProposal(proposal(), decision)).toEqual({
    ...proposal(),
    state: 'declined',
    decision,
  });
});

it('采纳的，记为采纳，不自动发生任何处置', () => {
  const decided = decideProposal(proposal(), { by: '行风办主任', on, accepts: true });
  expect(decided).toMatchObject({ state: 'accepted', measure: '约谈', eventIds: ['a'] });
});

it('没有理由的不采纳、别的岗位的决定，都不成立', () => {
  const mute = { by: '行风办主任', on, accepts: false };
  expect(decideProposal(proposal(), mute)).toEqual({
    state: 'refused',
    reason: { zh: '不采纳须写明理由', en: 'declining needs a reason' },
  });
  const other = { by: '填报员', on, accepts: true };
  expect(decideProposal(proposal(), other)).toMatchObject({
    state: 'refused',
    reason: { zh: '应由行风办主任决定' },
  });
});
