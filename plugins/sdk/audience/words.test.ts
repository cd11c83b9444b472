import { describe, expect, it } from 'vitest';
import { anyOf, bureaus, departments, institutions, not, tagged, withFact } from '../define.ts';
import { describeAudience } from './words.ts';

describe('audiences in words', () => {
  it('name kinds, levels and the relation', () => {
    const audience = institutions({
      kinds: ['hospital'],
      levels: ['tertiary', 'secondary'],
      under: 'supervision',
    });
    expect(describeAudience(audience)).toBe('（医院）且（三级、二级）且（本委（局）主管）');
    expect(describeAudience(audience, 'en')).toBe(
      '(hospitals) and (tertiary or secondary) and (supervised by the commission)',
    );
  });

  it('name alternatives, exceptions, tags and facts', () => {
    expect(describeAudience(anyOf(bureaus(), departments()))).toBe(
      '（下级卫生健康行政部门）或（机关处（科）室）',
    );
    expect(describeAudience(not(tagged('ceiling')), 'en')).toBe('except (tagged ceiling)');
    expect(describeAudience(withFact('beds', 'ge', 100))).toBe('“beds”不小于100');
    expect(describeAudience(withFact('beds', 'present'), 'en')).toBe('with beds on record');
  });

  it('names owners and superiors other than the commission', () => {
    expect(describeAudience({ ownership: ['private-nonprofit', 'private-profit'] })).toBe(
      '民营非营利、民营营利',
    );
    expect(describeAudience({ relation: 'territory', to: 'any-bureau' })).toBe('下级部门属地管理');
  });
});
