import { describe, expect, it } from 'vitest';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { campaign } from './campaign.ts';
import { complaintReport } from './forms/complaint-report.ts';
import { inspectionReview } from './forms/inspection-review.ts';
import { scorecard } from './scorecard.ts';

const countOf = (kind: string) => campaign.clauses.filter((each) => each.kind === kind).length;
const clause = (key: string) => campaign.clauses.find((each) => each.key === key);

describe('Henan’s key points of 2024', () => {
  it('tells principles from work as the office reads its own document', () => {
    expect({
      principle: countOf('principle'),
      routine: countOf('routine'),
      task: countOf('task'),
      target: countOf('target'),
      accountability: countOf('accountability'),
      basis: countOf('basis'),
    }).toEqual({ principle: 11, routine: 7, task: 12, target: 2, accountability: 1, basis: 0 });
    expect(clause('point-1')?.kind).toBe('principle');
    expect(clause('point-9-3')?.kind).toBe('accountability');
  });

  it('has no phase and not one date inside the year', () => {
    expect(campaign.phases).toEqual([]);
    expect(new Set(campaign.tasks.map(({ due }) => due?.kind))).toEqual(new Set(['undated']));
    const codes = checkCampaign(campaign, { calendar }).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['dates.undated', 'registers.without-basis']));
  });

  it('wants both ratios of point nine at 100 %, and takes the 30 % as a quota, not an indicator', () => {
    const full = { numerator: 1, denominator: 1 };
    const targets = campaign.indicators.filter(({ target }) => target !== undefined);
    expect(targets.map(({ key, target }) => [key, target])).toEqual([
      ['case-investigated', full],
      ['case-replied', full],
    ]);
    expect(campaign.indicators.map(({ clause: at }) => at)).not.toContain('point-6-3');
  });
});

describe('what a unit of Henan files', () => {
  const answers = {
    'received-direct': 12,
    'due-cases': 10,
    investigated: 10,
    'due-replies': 8,
    replied: 8,
    founded: 2,
    'first-contact': 'yes',
  };
  const paths = (changes: Record<string, unknown>) =>
    validateFiling(complaintReport, { ...answers, ...changes }).map(({ path }) => path);

  it('asks for reasons only when something due was not done', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ replied: 7 })).toEqual(['late-reasons']);
    expect(paths({ replied: 7, 'late-reasons': '1件正在鉴定。' })).toEqual([]);
  });

  it('refuses more cases investigated than were due', () => {
    expect(paths({ investigated: 11 })).toEqual(['investigated']);
  });

  it('asks a large hospital for a time limit wherever it found a problem', () => {
    const areas = ['organization', 'education', 'mechanism', 'hot-issues', 'public-benefit'];
    const met = Object.fromEntries(areas.map((area) => [`${area}-result`, 'met']));
    const review = { ...met, 'core-rules-in-force': 18 };
    expect(validateFiling(inspectionReview, review)).toEqual([]);
    const problem = { ...review, 'education-result': 'problems' };
    expect(validateFiling(inspectionReview, problem).map(({ path }) => path)).toEqual([
      'education-problems',
      'education-until',
    ]);
  });
});

describe('Henan’s proposed scorecard', () => {
  const compiled = compileScorecard(scorecard);
  const filings = {
    kind: 'events' as const,
    events: [
      { id: 'a', category: 'late', reason: '7月8日应报，7月10日报' },
      { id: 'b', category: 'omitted', reason: '三季度未报' },
      { id: 'c', category: 'returned', reason: '缺盖章页' },
    ],
  };

  it('takes half a point for late, one for omitted, a fifth for returned', () => {
    expect(score(compiled, { filings })).toMatchObject({
      complete: true,
      deductions: 17_000,
      final: 983_000,
      grade: { key: 'excellent' },
    });
  });

  it('gives at most ten points of bonus, apart from the base', () => {
    const event = (id: string) => ({ id, reason: '被推广' });
    const sheet = score(compiled, {
      'good-practice': { kind: 'events', events: ['1', '2', '3', '4', '5', '6', '7'].map(event) },
    });
    expect(sheet).toMatchObject({ base: 1_000_000, bonus: 50_000, final: 1_050_000 });
  });

  it('caps the grade after a conduct problem with grave social effect', () => {
    const events = [{ id: 'v', reason: '经查实' }];
    const sheet = score(compiled, { 'grave-social-effect': { kind: 'events', events } });
    expect(sheet.gradeBeforeVeto?.key).toBe('excellent');
    expect(sheet.grade?.key).toBe('failed');
  });
});
