import { describe, expect, it } from 'vitest';
import { problemWords } from './import-problems.domain.ts';
import type { ProblemCode } from './import-problems.domain.ts';
import { nearestWord } from './nearest-word.domain.ts';

const codes: readonly ProblemCode[] = [
  'missing',
  'missing-superior',
  'unknown-word',
  'unknown-word-near',
  'not-a-number',
  'not-a-day',
  'too-long',
  'twice-in-file',
  'order-taken',
  'code-of-another',
  'code-taken',
  'name-ambiguous',
  'unit-ended',
  'superior-unknown',
  'superior-near',
  'superior-ambiguous',
  'superior-wrong',
  'unit-unknown',
  'unit-near',
  'unit-gone',
  'username-shape',
  'phone-shape',
  'role-reserved',
  'role-elsewhere',
  'role-unit-missing',
  'role-unit-needless',
  'role-reach-too-wide',
  'person-elsewhere',
  'person-double',
  'account-exists',
  'invitation-authorized',
  'circle',
  'circle-later',
  'changed-meanwhile',
];
const values = {
  text: '甲医院',
  near: '乙医院',
  allowed: '三级、二级',
  most: 120,
  row: 7,
  unit: '东区第一医院',
  other: '东区第二医院',
  code: 'H001',
  count: 2,
  day: '2026-10-01',
};

describe('the words of a problem', () => {
  it.each(codes)('%s is said in both languages, every place filled', (code) => {
    const chinese = problemWords({ column: null, code, values }, 'zh-CN');
    const english = problemWords({ column: null, code, values }, 'en');
    expect(chinese).toMatch(/\p{Script=Han}.*[。？]$/u);
    expect(english).toMatch(/^[A-Z“0-9{].*[.?]$/);
    expect(`${chinese}${english}`).not.toMatch(/[{}]/);
  });

  it('of an unknown code are the code itself, and a place without value stays in sight', () => {
    expect(problemWords({ column: null, code: 'of-tomorrow' }, 'zh-CN')).toBe('of-tomorrow');
    expect(problemWords({ column: null, code: 'too-long' }, 'en')).toContain('{most}');
  });
});

describe('the word that was meant', () => {
  it.each([
    ['医院 ', ['医院'], '医院'],
    ['社区卫生服务中心站', ['社区卫生服务中心', '乡镇卫生院'], '社区卫生服务中心'],
    ['东区第一医完', ['东区第二医院', '东区第一医院'], '东区第一医院'],
    ['', ['医院'], undefined],
    ['完全不同的话', ['医院'], undefined],
    ['医院', [], undefined],
  ])('of “%s” among %j is %s', (text, words, meant) => {
    expect(nearestWord(text, words)).toBe(meant);
  });
});
