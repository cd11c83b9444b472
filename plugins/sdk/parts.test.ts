import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { assembleCampaign, splitCampaign } from './parts.ts';
import { smallCampaign } from './testing/campaign.fixtures.ts';
import { smallScorecard } from './testing/scorecard.fixtures.ts';

const dictionary = {
  key: 'problem-kinds',
  title: '问题类别',
  entries: [{ key: 'idle', label: '推诿扯皮' }],
  source: { proposed: true as const, reason: '测试' },
};
const whole = smallCampaign({ scorecards: [smallScorecard()], dictionaries: [dictionary] });

describe('the parts of a campaign', () => {
  it('are the whole of it, in whatever order they come back', () => {
    const lists = fc.record({
      clauses: fc.shuffledSubarray(whole.clauses),
      tasks: fc.shuffledSubarray(whole.tasks),
      scorecards: fc.shuffledSubarray(whole.scorecards),
      dictionaries: fc.option(fc.shuffledSubarray(whole.dictionaries ?? []), { nil: undefined }),
    });
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.nat()), (changes, order) => {
        const campaign = { ...whole, ...changes };
        const parts = splitCampaign(campaign)
          .map((part) => ({ part, order: order.next().value }))
          .sort((a, b) => a.order - b.order)
          .map(({ part }) => part);
        expect(canonicalJson(assembleCampaign(parts))).toBe(canonicalJson(campaign));
      }),
    );
  });

  it('each have a key and a place of their own', () => {
    const names = splitCampaign(whole).map(({ kind, key }) => `${kind}/${key}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('dictionary/problem-kinds');
    expect(names).toContain('head/head');
  });

  it('keep the head free of what is edited elsewhere', () => {
    const [head] = splitCampaign(whole);
    expect(Object.keys(head?.body ?? {})).not.toContain('clauses');
    expect(head?.body).toMatchObject({ title: whole.title, dictionaries: [] });
  });

  it('make no campaign without a head', () => {
    expect(() => assembleCampaign(splitCampaign(whole).slice(1))).toThrow('head');
  });
});
