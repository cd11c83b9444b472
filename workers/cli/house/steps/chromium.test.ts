import { expect, test } from 'vitest';
import { findChromium } from './chromium.ts';

const has =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

test('the browser named by CHROMIUM comes before the one of the system', () => {
  const found = findChromium({ CHROMIUM: '/opt/chrome' }, has('/opt/chrome', '/usr/bin/chromium'));
  expect(found).toBe('/opt/chrome');
});

test('a CHROMIUM that is not there is not silently replaced', () => {
  expect(findChromium({ CHROMIUM: '/opt/gone' }, has('/usr/bin/chromium'))).toBeUndefined();
});

test('without CHROMIUM the Debian browser serves, or none', () => {
  expect(findChromium({}, has('/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  expect(findChromium({}, has())).toBeUndefined();
});
