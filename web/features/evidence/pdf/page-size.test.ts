import { expect, test } from 'vitest';
import { canvasWidth, heightShare } from './page-size.ts';

const a4 = { width: 595, height: 842 };

test('a page on its side is as high as it was wide', () => {
  expect(heightShare(a4, 0)).toBeCloseTo(842 / 595);
  expect(heightShare(a4, 90)).toBeCloseTo(595 / 842);
  expect(heightShare(a4, 180)).toBe(heightShare(a4, 0));
});

test('a page is drawn as sharp as the screen, and never sharper than twice its width', () => {
  expect(canvasWidth(a4, 0, 700, 1)).toBe(700);
  expect(canvasWidth(a4, 0, 700, 2)).toBe(1400);
  expect(canvasWidth(a4, 0, 700, 4)).toBe(1400);
  expect(canvasWidth(a4, 0, 700, 0.5)).toBe(700);
});

test('a very large page stays within what an old computer can hold', () => {
  const width = canvasWidth(a4, 0, 6000, 2);
  expect(width * width * heightShare(a4, 0)).toBeLessThanOrEqual(12_000_000);
  expect(width).toBeGreaterThan(2000);
  const ribbon = { width: 100, height: 20_000 };
  expect(canvasWidth(ribbon, 0, 800, 1)).toBeLessThan(250);
});
