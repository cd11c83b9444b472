import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashCampaign, hashCanonical } from './canonical.ts';
import { smallCampaign } from './testing/campaign.fixtures.ts';

describe('the canonical form of a campaign', () => {
  it('does not depend on the order in which it was written', () => {
    const campaign = smallCampaign();
    const turned = Object.fromEntries(Object.entries(campaign).reverse());
    expect(canonicalJson(turned)).toBe(canonicalJson(campaign));
  });

  it('survives a journey through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('takes an absent value for one that was never written', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });

  it('is hashed as any other program would hash it', async () => {
    const text = '{"a":"清风"}';
    const expected = createHash('sha256').update(text).digest('hex');
    expect(await hashCanonical({ a: '清风' })).toBe(expected);
  });

  it('changes its hash with a single character of a clause', async () => {
    const campaign = smallCampaign();
    const clauses = campaign.clauses.map((clause, index) =>
      index === 0 ? { ...clause, words: `${clause.words}！` } : clause,
    );
    expect(await hashCampaign({ ...campaign, clauses })).not.toBe(await hashCampaign(campaign));
  });
});
