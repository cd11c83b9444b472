import { expect, test } from 'vitest';
import { readPort } from './serve.ts';
import { CommandError } from './terminal.ts';

test('no port, or an empty one, leaves the choice to the program', () => {
  expect(readPort(undefined)).toBeUndefined();
  expect(readPort('')).toBeUndefined();
});

test('a port is a whole number below 65536; nought asks for any free one', () => {
  expect([readPort('0'), readPort('8787'), readPort('65535')]).toEqual([0, 8787, 65_535]);
});

test.each(['65536', '-1', '80.5', '8787x', 'http'])('%s is no port, and is named', (text) => {
  expect(() => readPort(text)).toThrow(CommandError);
  expect(() => readPort(text)).toThrow(text);
});
