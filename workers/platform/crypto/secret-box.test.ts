import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { hmacHex } from './hmac.driver.ts';
import { createSecretBox } from './secret-box.driver.ts';
import { createStoredKey } from './signature.driver.ts';

const [dong, xi] = await Promise.all([createStoredKey(), createStoredKey()]);
const box = createSecretBox(async () => dong);

test('what was closed opens again, and shows nothing of itself', async () => {
  const closed = await box.seal('li@unit.example', 'contact:per_1:email');
  expect(closed).not.toContain('unit');
  expect(await box.open(closed, 'contact:per_1:email')).toBe('li@unit.example');
  expect(await box.seal('li@unit.example', 'contact:per_1:email')).not.toBe(closed);
});

test('it opens neither under another tenant’s key nor in another person’s place', async () => {
  const closed = await box.seal('li@unit.example', 'contact:per_1:email');
  const other = createSecretBox(async () => xi);
  await expect(other.open(closed, 'contact:per_1:email')).rejects.toThrow(/operation/i);
  await expect(box.open(closed, 'contact:per_2:email')).rejects.toThrow(/operation/i);
  await expect(box.open('li@unit.example', 'contact:per_1:email')).rejects.toThrow(/box/);
});

test('what was changed by a character does not open', async () => {
  const closed = await box.seal('135-0000-0000', 'contact:per_1:phone');
  const changed = `${closed.slice(0, -2)}${closed.endsWith('AA') ? 'BB' : 'AA'}`;
  await expect(box.open(changed, 'contact:per_1:phone')).rejects.toThrow(/operation/i);
});

test('ten thousand texts are closed under one reading of the key', async () => {
  let readings = 0;
  const counted = createSecretBox(async () => {
    readings += 1;
    return dong;
  });
  const numbers = Array.from({ length: 10_000 }, (_, at) => `number ${at}`);
  const closed = await Promise.all(numbers.map((each, at) => counted.seal(each, `contact:${at}`)));
  expect(readings).toBe(1);
  expect(await box.open(closed[9_999] ?? '', 'contact:9999')).toBe('number 9999');
  expect(await counted.open(await box.seal('李', 'contact:1'), 'contact:1')).toBe('李');
  expect(readings).toBe(1);
});

test('a key that could not be read is asked for again', async () => {
  let isAway = true;
  const shaky = createSecretBox(async () => {
    if (isAway) throw new Error('the key ring is away');
    return dong;
  });
  await expect(shaky.seal('李', 'contact:1')).rejects.toThrow('away');
  isAway = false;
  expect(await box.open(await shaky.seal('李', 'contact:1'), 'contact:1')).toBe('李');
});

test('a signature is the HMAC that every language computes', async () => {
  const expected = createHmac('sha256', 'k').update('1.{}').digest('hex');
  expect(await hmacHex('k', '1.{}')).toBe(expected);
});
