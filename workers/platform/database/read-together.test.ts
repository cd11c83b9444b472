import { expect, test } from 'vitest';
import { readTogether } from './read-together.ts';

const after = <Value>(ms: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(() => resolve(value), ms));

test('what was read together comes in the order in which it was named', async () => {
  expect(await readTogether(after(5, 'filing'), after(1, 2))).toEqual(['filing', 2]);
});

test('whichever refuses first, the first named refusal is heard', async () => {
  const slow = after(5, '').then(() => Promise.reject(new Error('not yours')));
  const quick = Promise.reject(new Error('key used before'));
  await expect(readTogether(slow, quick)).rejects.toThrow('not yours');
});
