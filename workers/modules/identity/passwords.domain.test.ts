import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.domain.ts';
import { findPasswordFault } from './passwords.domain.ts';

describe('a password is refused', () => {
  test.each([
    ['short1!', 'too_short'],
    ['x'.repeat(129), 'too_long'],
    ['password123', 'common'],
    ['Password@2026', 'common'],
    ['woaini5201314', 'common'],
    ['aaaaaaaaaaaa', 'pattern'],
    ['1234567890123', 'pattern'],
    ['qwertyuiop123', 'pattern'],
    ['abcdefghijkl', 'pattern'],
    ['zxcvbnm09876', 'pattern'],
    ['dongquweijian2026', 'local'],
    ['clerk01@2026', 'local'],
  ])('%s: %s', (password, fault) => {
    expect(findPasswordFault(password, ['dongquweijian', 'clerk01'])).toBe(fault);
  });

  test('each of the commonest, in capitals too', () => {
    const all = [...commonPasswords].flatMap((password) => [password, password.toUpperCase()]);
    expect(all.filter((password) => findPasswordFault(password, []) === undefined)).toEqual([]);
  });
});

test('four words that do not belong together are accepted', () => {
  expect(findPasswordFault('lantian-07-baiyun', ['dongqu'])).toBeUndefined();
  expect(findPasswordFault('正确的马电池订书钉呀呀', [])).toBeUndefined();
});

test('nothing shorter than ten characters ever passes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 9 }), (password) => {
      expect(findPasswordFault(password, [])).toBe('too_short');
    }),
  );
});
