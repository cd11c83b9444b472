import { beforeAll, describe, expect, test } from 'vitest';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { conditionWords, fromPlain, plainCondition } from './condition-words.presenter.ts';
import type { Named } from './condition-words.presenter.ts';

const fields: Named[] = [
  {
    kind: 'choice',
    key: 'done',
    label: '是否开展',
    options: [
      { key: 'yes', label: '是' },
      { key: 'no', label: '否' },
    ],
  },
  { kind: 'integer', key: 'people', label: '人数' },
  { kind: 'integer', key: 'trained', label: '参训人数' },
];
const done: Condition = { field: 'done', op: 'eq', value: 'yes' };

beforeAll(() => loadWords('editors'));

describe('a condition in words', () => {
  test('names fields and choices as the form does', () => {
    expect(conditionWords(done, fields)).toBe('“是否开展”为是');
    expect(conditionWords({ field: 'trained', op: 'le', than: 'people' }, fields)).toBe(
      '“参训人数”不大于“人数”',
    );
  });

  test('joins and brackets what is joined', () => {
    const condition: Condition = {
      all: [
        done,
        {
          any: [
            { field: 'people', op: 'gt', value: 10 },
            { field: 'trained', op: 'absent' },
          ],
        },
      ],
    };
    expect(conditionWords(condition, fields)).toBe(
      '“是否开展”为是，并且（“人数”大于10，或者未填“参训人数”）',
    );
    expect(conditionWords({ not: done }, fields)).toBe('并非“是否开展”为是');
  });
});

describe('a condition as rows', () => {
  test('goes into rows and back without a change', () => {
    for (const condition of [
      done,
      { any: [done, { field: 'people', op: 'present' }] } as Condition,
    ]) {
      const plain = plainCondition(condition);
      expect(plain && fromPlain(plain)).toEqual(condition);
    }
  });

  test('without rows says nothing', () => {
    expect(fromPlain({ join: 'all', rows: [] })).toBeUndefined();
  });

  test('nested deeper is left as it is', () => {
    expect(plainCondition({ not: done })).toBeUndefined();
    expect(plainCondition({ all: [done, { any: [done] }] })).toBeUndefined();
  });
});
