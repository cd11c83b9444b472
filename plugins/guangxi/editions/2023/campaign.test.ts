import { describe, expect, it } from 'vitest';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { campaign } from './campaign.ts';
import { caseHandling } from './forms/case-handling.ts';
import { behaviours, irregularCharging } from './forms/irregular-charging.ts';
import { scorecard } from './scorecard.ts';

const countOf = (kind: string) => campaign.clauses.filter((each) => each.kind === kind).length;

describe('Guangxi’s key points of 2023', () => {
  it('tells principles from work as the office reads its own document', () => {
    expect({
      principle: countOf('principle'),
      routine: countOf('routine'),
      task: countOf('task'),
      target: countOf('target'),
      accountability: countOf('accountability'),
      basis: countOf('basis'),
    }).toEqual({ principle: 20, routine: 15, task: 5, target: 4, accountability: 4, basis: 0 });
  });

  it('numbers its eighteen items through all five parts', () => {
    const items = campaign.clauses.filter(({ number }) =>
      /^（[一二三四五六七八九十]+）$/u.test(number),
    );
    expect(items).toHaveLength(18);
    expect(items.at(-1)).toMatchObject({ number: '（十八）', parent: 'part-5' });
  });

  it('states what is inferred and leaves out what nobody knows', () => {
    expect(campaign.document).toMatchObject({ issuerInferred: true, disclosureInferred: true });
    expect(campaign.document).not.toHaveProperty('number');
    expect(campaign.document).not.toHaveProperty('recipients');
    expect(campaign.document).not.toHaveProperty('printedOn');
  });

  it('has nothing wrong but that no date is given', () => {
    const codes = checkCampaign(campaign, { calendar }).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['dates.undated', 'registers.without-basis']));
  });

  it('imports the four drug indicators and gives them a direction, never a threshold', () => {
    const drugs = campaign.indicators.filter(({ clause }) => clause === 'item-10-3');
    expect(drugs.map(({ key, direction }) => [key, direction])).toEqual([
      ['prescriptions-reviewed', 'higher'],
      ['antibiotics-intensity', 'lower'],
      ['outpatient-essential', 'higher'],
      ['inpatient-essential', 'higher'],
    ]);
    for (const drug of drugs) {
      expect(drug.measure.kind).toBe('import');
      expect(drug.target).toBeUndefined();
    }
  });

  it('wants awareness and closing at 100 %, and one warning education a year', () => {
    const full = { numerator: 1, denominator: 1 };
    const find = (key: string) => campaign.indicators.find((each) => each.key === key);
    expect(find('nine-rules-awareness')?.target).toEqual(full);
    expect(find('case-closed')?.target).toEqual(full);
    expect(find('warning-education')?.minimum).toBe(1);
  });
});

describe('what a unit of Guangxi files', () => {
  it('lists the ten behaviours and sums them up', () => {
    expect(behaviours).toHaveLength(10);
    const none = Object.fromEntries(behaviours.map(({ key }) => [`${key}-cases`, 0]));
    const answers = {
      ...none,
      'repeated-cases': 3,
      'rectified-cases': 3,
      'amount-found': '1200.50',
      'amount-returned': '1200.50',
      measures: '调整收费系统规则。',
    };
    const paths = (changes: Record<string, unknown>) =>
      validateFiling(irregularCharging, { ...answers, ...changes }).map(({ path }) => path);
    expect(paths({})).toEqual([]);
    expect(paths({ 'rectified-cases': 4 })).toEqual(['rectified-cases']);
    expect(paths({ 'amount-returned': '1200.51' })).toEqual(['amount-returned']);
  });

  it('asks why, when a proven case was not dealt with and made known', () => {
    const answers = { accepted: 9, closed: 9, founded: 2, punished: 2, circulated: 2 };
    const paths = (changes: Record<string, unknown>) =>
      validateFiling(caseHandling, { ...answers, ...changes }).map(({ path }) => path);
    expect(paths({})).toEqual([]);
    expect(paths({ circulated: 1 })).toEqual(['tie-out-reasons']);
    expect(paths({ closed: 8 })).toEqual(['open-reasons']);
  });
});

describe('Guangxi’s proposed scorecard', () => {
  const compiled = compileScorecard(scorecard);

  it('prices a second return of one filing higher than the first', () => {
    const events = [
      { id: 'r1', category: 'returned', reason: '数字不一致' },
      { id: 'r2', category: 'returned-again', reason: '仍不一致' },
    ];
    expect(score(compiled, { filings: { kind: 'events', events } })).toMatchObject({
      deductions: 7_000,
      final: 993_000,
    });
  });

  it('fails a unit with a major kickback case, whatever its points', () => {
    const events = [{ id: 'v', reason: '经查实' }];
    const sheet = score(compiled, { 'major-kickback-case': { kind: 'events', events } });
    expect(sheet.final).toBe(1_000_000);
    expect(sheet.grade?.key).toBe('failed');
  });

  it('says of every point that it is a proposal', () => {
    expect(JSON.stringify(scorecard)).not.toContain('"quote"');
    expect(scorecard.source).toHaveProperty('proposed', true);
    for (const veto of scorecard.vetoes ?? []) expect(veto.source).toHaveProperty('proposed', true);
  });
});
