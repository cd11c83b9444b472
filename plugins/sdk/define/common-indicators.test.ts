import { describe, expect, it } from 'vitest';
import { work } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { commonIndicators } from './common-indicators.ts';

const campaign = smallCampaign({
  clauses: [work('reports', { number: '一', words: '按时报送。', indicators: commonIndicators() })],
});

describe('the three shared indicators', () => {
  it('are counted from the filings themselves, so nobody is asked for a figure', () => {
    expect(campaign.indicators.map(({ key, measure }) => [key, measure])).toEqual([
      ['on-time-filing', { kind: 'filings', statistic: 'on-time' }],
      ['first-pass', { kind: 'filings', statistic: 'first-pass' }],
      ['rectified-after-return', { kind: 'filings', statistic: 'rectified-after-return' }],
    ]);
  });

  it('answer the shared names exactly, clause and reason given', () => {
    expect(campaign.crosswalk.map(({ common, match }) => [common, match])).toEqual([
      ['on-time-filing-rate', 'same'],
      ['first-pass-rate', 'same'],
      ['return-rectified-rate', 'same'],
    ]);
    for (const { clause, source } of campaign.indicators) {
      expect(clause).toBe('reports');
      expect(source).toMatchObject({ proposed: true });
    }
  });

  it('are ratios that name what they are a share of', () => {
    for (const { form, numerator, denominator, unit } of campaign.indicators) {
      expect([form, unit]).toEqual(['ratio', { zh: '%', en: '%' }]);
      expect(numerator).toBeDefined();
      expect(denominator).toBeDefined();
    }
  });
});
