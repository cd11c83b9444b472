import { describe, expect, it } from 'vitest';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import { filingCampaign } from '#workers/modules/submissions/submissions.fixtures.ts';
import { newestPeriod, sourcesOf } from './figure-sources.domain.ts';

const indicator = (key: string, part: Partial<Indicator>): Indicator => ({
  key,
  title: { zh: '满意度', en: 'Satisfaction' },
  form: 'mean',
  definition: '口径',
  unit: '分',
  measure: { kind: 'import', system: '满意度平台' },
  direction: 'higher',
  source: { proposed: true, reason: '测试' },
  ...part,
});

describe('what may be imported under a campaign', () => {
  it('is what its indicators take from a system elsewhere, with the sample each needs', () => {
    const campaign = {
      ...filingCampaign(),
      indicators: [
        indicator('score', {}),
        indicator('counted', { measure: { kind: 'filings', statistic: 'on-time' } }),
        indicator('share', { form: 'ratio', minimum: 40 }),
        indicator('ddds', { form: 'value', minimum: 40 }),
      ],
      crosswalk: [
        { common: 'discharged-satisfaction', indicator: 'score', match: 'same' as const },
      ],
    };
    const sources = sourcesOf(campaign);
    expect(sources.map(({ indicator: key, least }) => [key, least])).toEqual([
      ['score', 30],
      ['share', 40],
      ['ddds', 0],
    ]);
    expect(sources[0]).toMatchObject({
      title: { zh: '满意度', en: 'Satisfaction' },
      unit: { zh: '分', en: '分' },
      system: '满意度平台',
    });
  });
});

describe('the newest period', () => {
  it('is the one that ended last, and of two that ended together the longer', () => {
    expect(newestPeriod([])).toBeUndefined();
    expect(newestPeriod(['2025-Y', '2026-Q1'])).toBe('2026-Q1');
    expect(newestPeriod(['2026-Q2', '2026-H1', '2026-Q1'])).toBe('2026-H1');
    expect(newestPeriod(['2026-Q4', '2026-H2', '2026-Y'])).toBe('2026-Y');
  });
});
