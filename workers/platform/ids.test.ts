import { expect, test } from 'vitest';
import { createIds, isId } from './ids.ts';

test('an id is its prefix and 26 characters that cannot be misread', () => {
  const ids = createIds();
  expect(ids.next('sub')).toMatch(/^sub_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
  expect(ids.random('evt')).toMatch(/^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
});

test('ids of ordinary records sort by the time of their making', () => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const ids = createIds({ now: () => (now += 1) });
  const made = Array.from({ length: 500 }, () => ids.next('sub'));
  expect(made.toSorted()).toEqual(made);
});

test('an id is a version 7 UUID of its instant', () => {
  const ids = createIds({ now: () => 0x0123_4567_89ab }, (bytes) => bytes.fill(0xff));
  expect(hexOf(ids.next('sub'))).toBe('0123456789ab7fffbfffffffffffffff');
});

test('a random id carries no instant', () => {
  const ids = createIds({ now: () => 0 }, (bytes) => bytes.fill(0xff));
  expect(hexOf(ids.random('cmp'))).toBe('f'.repeat(32));
});

test('no two ids of the same instant are the same', () => {
  const ids = createIds({ now: () => 1 });
  expect(new Set(Array.from({ length: 2_000 }, () => ids.next('sub'))).size).toBe(2_000);
});

test('what is no id of a prefix is told apart', () => {
  const id = createIds().next('sub');
  expect(isId(id, 'sub')).toBe(true);
  expect(isId(id, 'cmp')).toBe(false);
  expect(isId(`${id}0`, 'sub')).toBe(false);
  expect(isId(id.toUpperCase(), 'sub')).toBe(false);
  expect(() => createIds().next('Sub-1')).toThrow(/prefix/);
});

function hexOf(id: string): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const digits = id
    .slice(4)
    .split('')
    .map((character) => BigInt(alphabet.indexOf(character)));
  return digits
    .reduce((value, digit) => value * 32n + digit, 0n)
    .toString(16)
    .padStart(32, '0');
}
