import { describe, expect, test } from 'vitest';
import type { Field } from '#schema/contracts/campaign/form.ts';
import { readableValue } from './readable-value.presenter.ts';

const options = [
  { key: 'a', label: '收费' },
  { key: 'b', label: '态度' },
];
const ratio: Field = {
  kind: 'computed',
  key: 'rate',
  label: '比率',
  compute: { op: 'ratio', of: ['part', 'whole'] },
};

describe('an answer in words', () => {
  test.each<[Field, unknown, string]>([
    [{ kind: 'integer', key: 'k', label: 'x', unit: '件' }, 12, '12 件'],
    [{ kind: 'money', key: 'k', label: 'x' }, '1234567.8', '1,234,567.8 元'],
    [{ kind: 'date', key: 'k', label: 'x' }, '2026-07-08', '2026年7月8日'],
    [{ kind: 'month', key: 'k', label: 'x' }, '2026-07', '2026年7月'],
    [{ kind: 'choice', key: 'k', label: 'x', options }, 'b', '态度'],
    [{ kind: 'multiple-choice', key: 'k', label: 'x', options }, ['b', 'a'], '态度、收费'],
    [{ kind: 'rating', key: 'k', label: 'x', steps: options, unknown: true }, 'unknown', '不了解'],
    [{ kind: 'text', key: 'k', label: 'x' }, '', '未填'],
    [ratio, { numerator: 2228, denominator: 2310 }, '96.5%（2228/2310）'],
  ])('%o says %o as %s', (field, value, words) => {
    expect(readableValue(field, value)).toBe(words);
  });

  test('files are named, and a file nobody knows is still counted', () => {
    const field: Field = { kind: 'evidence', key: 'k', label: 'x', accepts: ['file'] };
    const nameOf = (id: string) => (id === 'evd_1' ? '报告.pdf' : undefined);
    expect(readableValue(field, ['evd_1', 'evd_2'], nameOf)).toBe('报告.pdf、佐证材料');
  });
});
