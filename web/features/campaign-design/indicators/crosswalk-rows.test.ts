import { describe, expect, test } from 'vitest';
import type { Crosswalk } from '#schema/contracts/campaign/indicator.ts';
import { answersOf, likelyMatch, takenBy, withAnswers } from './crosswalk-rows.ts';

const othersLine: Crosswalk = { common: 'rectification-rate', indicator: 'other', match: 'same' };
const own = { form: 'ratio', unit: '%', direction: 'higher' } as const;

describe('rows of the crosswalk', () => {
  const line: Crosswalk = { common: 'case-closed-rate', indicator: 'closed', match: 'same' };

  test('stay in their places, and those of other indicators are not touched', () => {
    const rows = answersOf([line, othersLine], 'closed');
    const near = rows.map((row) => ({ ...row, match: 'near' as const, note: '差别' }));
    expect(withAnswers([line, othersLine], 'closed', near)).toEqual([
      { ...line, match: 'near', note: '差别' },
      othersLine,
    ]);
    expect(withAnswers([line, othersLine], 'closed', [])).toEqual([othersLine]);
  });

  test('begin as near as can be seen', () => {
    const common = { form: 'ratio', unit: { zh: '%', en: '%' }, direction: 'higher' } as const;
    expect(likelyMatch(own, common)).toBe('same');
    expect(likelyMatch({ ...own, direction: 'trend' }, common)).toBe('near');
    expect(likelyMatch({ ...own, direction: 'lower' }, common)).toBe('substitute');
    expect(likelyMatch({ ...own, unit: '件' }, common)).toBe('substitute');
  });

  test('know who answers a common indicator already', () => {
    expect(takenBy([othersLine], 'rectification-rate', 'closed')).toBe('other');
    expect(takenBy([line], 'case-closed-rate', 'closed')).toBeUndefined();
  });
});
