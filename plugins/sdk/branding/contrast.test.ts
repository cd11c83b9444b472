import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accentContrast,
  contrastOf,
  enoughContrast,
  inkOn,
  isReadableAccent,
  readableAccent,
} from './contrast.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the contrast of an accent', () => {
  it('is highest for black on white and lowest for a colour on itself', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#777777')).toBe(1);
  });

  it('is what the published examples of WCAG give', () => {
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrastOf('#ff0000', '#ffffff')).toBeCloseTo(3.998, 2);
  });

  it('is taken on the tinted paper, so that a link in the footer is read as well', () => {
    expect(contrastOf('#767676', '#ffffff')).toBeGreaterThan(enoughContrast);
    expect(isReadableAccent('#767676')).toBe(false);
  });

  it('is never shown as enough when it is not', () => {
    expect(isReadableAccent('#717171')).toBe(false);
    expect(accentContrast('#717171')).toBe(4.4);
    fc.assert(
      fc.property(colour, (accent) => {
        expect(accentContrast(accent) >= enoughContrast).toBe(isReadableAccent(accent));
      }),
    );
  });

  it('is mended by the nearest darker shade, and no shade between would do', () => {
    expect(readableAccent('#1f5f8b')).toBe('#1f5f8b');
    expect(readableAccent('#ff0000')).toBe('#e30000');
    fc.assert(
      fc.property(colour, (accent) => {
        const shade = readableAccent(accent);
        expect(isReadableAccent(shade)).toBe(true);
        expect(contrastOf(inkOn(shade), shade)).toBeGreaterThanOrEqual(enoughContrast);
        expect(shade === accent || accentContrast(shade) < 4.8).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
