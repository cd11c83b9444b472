import { describe, expect, it } from 'vitest';
import { branchOf, inChinese, numbersInOutline, placeInOutline, stepInOutline } from './outline.ts';

/** 一 goal · 二 steps（（一）check（1 report）（二）visit）· 三 duty */
const nodes = [
  { key: 'goal' },
  { key: 'steps' },
  { key: 'check', parent: 'steps' },
  { key: 'report', parent: 'check' },
  { key: 'visit', parent: 'steps' },
  { key: 'duty' },
];

describe('the outline of a document', () => {
  it('moves a clause with everything under it', () => {
    expect(branchOf(nodes, 'steps')).toEqual(['steps', 'check', 'report', 'visit']);
    expect(stepInOutline(nodes, 'steps', 'up')).toEqual({
      keys: ['steps', 'check', 'report', 'visit', 'goal', 'duty'],
      parent: undefined,
    });
    expect(stepInOutline(nodes, 'goal', 'down')?.keys).toEqual([
      'steps',
      'check',
      'report',
      'visit',
      'goal',
      'duty',
    ]);
    expect(stepInOutline(nodes, 'visit', 'up')).toEqual({
      keys: ['goal', 'steps', 'visit', 'check', 'report', 'duty'],
      parent: 'steps',
    });
  });

  it('indents under the clause before, and outdents behind the parent', () => {
    expect(stepInOutline(nodes, 'visit', 'in')).toEqual({
      keys: ['goal', 'steps', 'check', 'report', 'visit', 'duty'],
      parent: 'check',
    });
    expect(stepInOutline(nodes, 'check', 'out')).toEqual({
      keys: ['goal', 'steps', 'visit', 'check', 'report', 'duty'],
      parent: undefined,
    });
  });

  it('has no step where there is nothing to step over', () => {
    expect(stepInOutline(nodes, 'goal', 'up')).toBeUndefined();
    expect(stepInOutline(nodes, 'duty', 'down')).toBeUndefined();
    expect(stepInOutline(nodes, 'check', 'in')).toBeUndefined();
    expect(stepInOutline(nodes, 'goal', 'out')).toBeUndefined();
  });

  it('takes a clause that is dropped before, behind or inside another', () => {
    expect(placeInOutline(nodes, 'duty', { target: 'steps', place: 'before' })?.keys[1]).toBe(
      'duty',
    );
    expect(placeInOutline(nodes, 'goal', { target: 'steps', place: 'after' })?.keys).toEqual([
      'steps',
      'check',
      'report',
      'visit',
      'goal',
      'duty',
    ]);
    expect(placeInOutline(nodes, 'report', { target: 'goal', place: 'inside' })).toEqual({
      keys: ['goal', 'report', 'steps', 'check', 'visit', 'duty'],
      parent: 'goal',
    });
  });

  it('puts no clause into itself', () => {
    expect(placeInOutline(nodes, 'steps', { target: 'report', place: 'inside' })).toBeUndefined();
    expect(placeInOutline(nodes, 'goal', { target: 'nowhere', place: 'after' })).toBeUndefined();
  });

  it('numbers each level as official documents do', () => {
    const numbered = [{ key: 'preface', number: '' }, ...nodes.map((n) => ({ ...n, number: '?' }))];
    expect([...numbersInOutline(numbered)]).toEqual([
      ['goal', '一'],
      ['steps', '二'],
      ['check', '（一）'],
      ['report', '1'],
      ['visit', '（二）'],
      ['duty', '三'],
    ]);
    expect([10, 12, 20, 35].map(inChinese)).toEqual(['十', '十二', '二十', '三十五']);
  });
});
