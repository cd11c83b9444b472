import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  bureaus,
  departments,
  institutions,
  not,
  tagged,
  withFact,
} from '../define.ts';
import { describeAudience } from './describe-audience.ts';

const hospitals = institutions({ kinds: ['hospital'] });
const upper = institutions({ kinds: ['hospital'], levels: ['tertiary', 'secondary'] });
const centres = institutions({ kinds: ['township-health-centre', 'community-health-centre'] });

describe('audiences in the words of an official', () => {
  it('name levels by their bound, then owner and kind', () => {
    expect(describeAudience(upper)).toBe('辖区内二级及以上医院');
    expect(describeAudience(allOf(upper, { ownership: ['public'] }))).toBe(
      '辖区内二级及以上公立医院',
    );
    expect(describeAudience(upper, 'en')).toBe('hospitals of level two and above in the territory');
  });

  it('say 直属 of what stands directly under the commission', () => {
    const own = institutions({ kinds: ['hospital'], levels: ['tertiary'], under: 'supervision' });
    expect(describeAudience(own)).toBe('直属三级医院');
    expect(describeAudience(own, 'en')).toBe(
      'hospitals of level three directly under the commission',
    );
    const under = { relation: 'supervision', to: 'tenant' } as const;
    expect(describeAudience(allOf(anyOf(hospitals, centres), under))).toBe(
      '直属的医院、乡镇（街道）卫生院和社区卫生服务中心',
    );
    expect(describeAudience(allOf(hospitals, not(under)))).toBe('非直属医院');
  });

  it('list groups without brackets', () => {
    expect(describeAudience(anyOf(bureaus(), hospitals))).toBe('下级卫生健康行政部门和医院');
    expect(describeAudience(anyOf(bureaus(), upper))).toBe('下级卫生健康行政部门，二级及以上医院');
    const small = institutions({ kinds: ['hospital'], levels: ['primary', 'ungraded'] });
    expect(describeAudience(anyOf(small, centres))).toBe(
      '乡镇（街道）卫生院和社区卫生服务中心，一级和未定级医院',
    );
    expect(describeAudience(anyOf(bureaus(), departments()), 'en')).toBe(
      'lower health authorities and departments of the commission',
    );
  });

  it('except a group behind the nouns', () => {
    expect(describeAudience(allOf(anyOf(hospitals, centres), not(upper)))).toBe(
      '辖区内的医院、乡镇（街道）卫生院和社区卫生服务中心（二级及以上医院除外）',
    );
    expect(describeAudience(not(tagged('ceiling')), 'en')).toBe(
      'units except units tagged ceiling',
    );
  });

  it('name facts, owners and superiors other than the commission', () => {
    expect(describeAudience(withFact('beds', 'ge', 100))).toBe('“beds”不少于100的单位');
    expect(describeAudience(withFact('beds', 'present'), 'en')).toBe('units with beds on record');
    expect(describeAudience({ ownership: ['private-nonprofit', 'private-profit'] })).toBe(
      '民营单位',
    );
    expect(describeAudience({ relation: 'territory', to: 'any-bureau' })).toBe(
      '下级部门属地管理的单位',
    );
  });
});
