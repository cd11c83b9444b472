import { expect, test } from 'vitest';
import { displayWidth, formatTable } from './terminal.ts';

test('a Chinese character takes two columns of a terminal', () => {
  expect(displayWidth('清风qf')).toBe(6);
});

test('columns of a table stand under each other when Chinese and Latin text are mixed', () => {
  expect(
    formatTable([
      ['起草', 'henan-drafter', 'x'],
      ['系统管理员', 'sys', 'y'],
    ]),
  ).toBe('起草        henan-drafter  x\n系统管理员  sys            y');
});
