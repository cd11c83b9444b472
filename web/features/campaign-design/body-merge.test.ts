import { describe, expect, test } from 'vitest';
import { smallRegister } from '#plugins/sdk/testing/register.fixtures.ts';
import { mergeBodies, putAt, sameBody, valueIn } from './body-merge.ts';

const field = (key: string, label: string) => ({ key, label });
const form = (...fields: { key: string; label: string }[]) => ({ key: 'report', fields });

const base = form(field('a', '甲'), field('b', '乙'), field('c', '丙'));

describe('two people at one form', () => {
  test('who changed different fields both keep what they wrote', () => {
    const mine = form(field('a', '甲一'), field('b', '乙'), field('c', '丙'));
    const theirs = form(field('a', '甲'), field('b', '乙'), field('c', '丙三'));
    const merged = mergeBodies(base, mine, theirs);
    expect(merged.conflicts).toEqual([]);
    expect(merged.body).toEqual(form(field('a', '甲一'), field('b', '乙'), field('c', '丙三')));
  });

  test('who renamed the same field are shown both, and mine stays until I choose', () => {
    const mine = form(field('a', '我的'), field('b', '乙'), field('c', '丙'));
    const theirs = form(field('a', '他的'), field('b', '乙'), field('c', '丙'));
    const merged = mergeBodies(base, mine, theirs);
    expect(merged.body.fields[0]?.label).toBe('我的');
    expect(merged.conflicts).toEqual([
      { path: ['fields', 'a', 'label'], mine: '我的', theirs: '他的' },
    ]);
    expect(putAt(merged.body, ['fields', 'a', 'label'], '他的').fields[0]?.label).toBe('他的');
  });

  test('what each added is there, behind what it was added behind', () => {
    const mine = form(field('a', '甲'), field('m', '我加'), field('b', '乙'), field('c', '丙'));
    const theirs = form(field('a', '甲'), field('b', '乙'), field('t', '他加'), field('c', '丙'));
    const order = mergeBodies(base, mine, theirs).body.fields.map(({ key }) => key);
    expect(order).toEqual(['a', 'm', 'b', 't', 'c']);
  });

  test('my order stands where I moved something and he did not', () => {
    const mine = form(field('c', '丙'), field('a', '甲'), field('b', '乙'));
    const theirs = form(field('a', '甲'), field('b', '乙改'), field('c', '丙'));
    const merged = mergeBodies(base, mine, theirs).body;
    expect(merged.fields).toEqual([field('c', '丙'), field('a', '甲'), field('b', '乙改')]);
  });

  test('what one removed and the other left alone is gone', () => {
    const mine = form(field('a', '甲'), field('c', '丙'));
    expect(mergeBodies(base, mine, base).body).toEqual(mine);
    expect(mergeBodies(base, base, mine).body).toEqual(mine);
  });

  test('what I removed and he reworded is asked about', () => {
    const mine = form(field('a', '甲'), field('c', '丙'));
    const theirs = form(field('a', '甲'), field('b', '乙改'), field('c', '丙'));
    const merged = mergeBodies(base, mine, theirs);
    expect(merged.conflicts).toEqual([
      { path: ['fields', 'b'], mine: undefined, theirs: field('b', '乙改') },
    ]);
    const kept = putAt(merged.body, ['fields', 'b'], field('b', '乙改'));
    expect(valueIn(kept, ['fields', 'b', 'label'])).toBe('乙改');
  });
});

test('a workflow is merged state by state and step by step', () => {
  const before = smallRegister();
  const { workflow } = before;
  if (!workflow) throw new Error('no workflow');
  const [first, ...rest] = workflow.transitions;
  if (!first) throw new Error('no step');
  const mine = {
    ...before,
    workflow: { ...workflow, transitions: [{ ...first, reason: true }, ...rest] },
  };
  const theirs = { ...before, title: '问题清单' };
  const merged = mergeBodies(before, mine, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.body).toEqual({ ...mine, title: '问题清单' });
});

test('a property that is undefined is the same as none', () => {
  expect(sameBody({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameBody([1, 2], [2, 1])).toBe(false);
});
