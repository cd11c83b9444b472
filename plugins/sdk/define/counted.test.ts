import { describe, expect, it } from 'vitest';
import { validateFiling } from '../forms/validate.ts';
import { counted, part, problems, told } from './counted.ts';
import { form } from './fields.ts';

const sheet = form('sheet', {
  title: '情况表',
  fields: [
    part('numbers', '数字', 'Numbers'),
    counted('found', '发现问题数', 'Problems found', problems),
    counted('listed', '清单问题数', 'Problems listed', problems, { required: false, max: '5' }),
    told('measures', '措施', 'Measures'),
  ],
});
const wrong = (answers: Record<string, unknown>) =>
  validateFiling(sheet, answers).map(({ path }) => path);

describe('fields that count and tell', () => {
  it('want every count, and no negative one', () => {
    expect(wrong({})).toEqual(['found']);
    expect(wrong({ found: -1 })).toEqual(['found']);
    expect(wrong({ found: 0 })).toEqual([]);
  });

  it('take what the author says otherwise', () => {
    expect(wrong({ found: 0, listed: 6 })).toEqual(['listed']);
  });

  it('hold a paragraph to a thousand characters', () => {
    expect(wrong({ found: 0, measures: '措'.repeat(1001) })).toEqual(['measures']);
    expect(wrong({ found: 0, measures: '措'.repeat(1000) })).toEqual([]);
  });
});
