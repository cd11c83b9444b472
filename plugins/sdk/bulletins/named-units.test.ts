import { describe, expect, it } from 'vitest';
import { classOf, namedUnits } from './named-units.ts';

const unit = (id: string, name: string, shortName = name) => ({ id, name, shortName });
const units = [
  unit('a', '直属中心医院', '直属中心医院'),
  unit('b', '东区第一医院', '东区一院'),
  unit('c', '东区第一医院南院'),
  unit('d', '西区中心卫生院', '中心卫生院'),
  unit('e', '北区中心卫生院', '中心卫生院'),
];
const named = (text: string) => namedUnits(text, units).map(({ id }) => id);

describe('点名', () => {
  it('counts each unit once, in official order', () => {
    expect(named('东区第一医院、直属中心医院逾期；东区第一医院已说明。')).toEqual(['a', 'b']);
    expect(named('全区各单位总体较好。')).toEqual([]);
  });

  it('takes the longer name first', () => {
    expect(named('东区第一医院南院逾期未报。')).toEqual(['c']);
    expect(named('东区第一医院南院和东区第一医院')).toEqual(['b', 'c']);
  });

  it('knows a unit by a short name that is its own alone', () => {
    expect(named('东区一院按时报送，某中心卫生院迟报。')).toEqual(['b']);
    expect(named('西区中心卫生院')).toEqual(['d']);
  });

  it('is avoided by the class of a unit', () => {
    expect(classOf({ kind: 'hospital', level: 'tertiary' })).toBe('某三级医院');
    expect(classOf({ kind: 'hospital', level: null })).toBe('某医院');
    expect(classOf({ kind: 'bureau', level: null })).toBe('某卫生健康行政部门');
    expect(classOf({ kind: 'clinic', level: null })).toBe('某单位');
    expect(named(classOf({ kind: 'hospital', level: 'secondary' }))).toEqual([]);
  });
});
