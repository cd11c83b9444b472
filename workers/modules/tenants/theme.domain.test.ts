import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOf, readableAccent, themeCss } from './theme.domain.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('black on white has the highest contrast there is', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#777777', '#777777')).toBe(1);
});

test('an accent that reads well stays as the commission chose it', () => {
  expect(readableAccent('#1f5f8b')).toBe('#1f5f8b');
});

test('whatever accent is chosen, it can be read on white and can be written on', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const [, safe = '', ink = ''] =
        /--accent:(#[0-9a-f]{6});--accent-ink:(#[0-9a-f]{6})/.exec(themeCss(accent)) ?? [];
      expect(contrastOf(safe, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(safe, ink)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 500 },
  );
});
