import { describe, expect, test } from 'vitest';
import { saveStateOf } from './save-state.presenter.ts';
import type { SaveFacts } from './save-state.presenter.ts';

const at = Date.parse('2026-07-08T10:42:00+08:00');
const facts = (changes: Partial<SaveFacts> = {}): SaveFacts => ({
  unsent: 0,
  isReached: true,
  conflicts: 0,
  refused: 0,
  unkept: 0,
  savedAt: undefined,
  savedBefore: undefined,
  isDurable: true,
  ...changes,
});
const words = (changes: Partial<SaveFacts>) => saveStateOf(facts(changes)).words;

describe('what the foot of the form says about one’s work', () => {
  test('已保存 with the time, and the day where it was another visit', () => {
    expect(words({ savedAt: at })).toBe('已保存 10:42');
    expect(words({ savedBefore: at })).toBe('上次保存 7月8日 10:42');
    expect(words({})).toBe('填写后自动保存');
  });

  test('without the server the work is kept here, and a browser that keeps nothing says so', () => {
    expect(words({ unsent: 2, isReached: false, savedAt: at })).toBe('暂存在本机，恢复后自动保存');
    expect(words({ unsent: 2, isReached: false, isDurable: false })).toContain('不要关闭本页');
    expect(words({ unsent: 2 })).toBe('正在保存……');
  });

  test('never says 已保存 while something is not', () => {
    expect(words({ unkept: 1, savedAt: at })).toBe('有 1 处格式不对，尚未保存');
    expect(words({ refused: 1, savedAt: at })).toContain('没有保存');
    expect(words({ conflicts: 2, refused: 1, savedAt: at })).toBe('有 2 处与他人的修改不一致');
  });
});
