import { describe, expect, it } from 'vitest';
import { parseLevel, printLevel } from './level.ts';

describe('a level of an indicator', () => {
  it('of a share is typed as a percentage and kept as an exact share', () => {
    expect(parseLevel('95', 'ratio')).toEqual({ numerator: 19, denominator: 20 });
    expect(parseLevel('97.5%', 'ratio')).toEqual({ numerator: 39, denominator: 40 });
  });

  it('of any other figure is typed in its own unit', () => {
    expect(parseLevel('85.5', 'mean')).toEqual({ numerator: 171, denominator: 2 });
    expect(parseLevel('20000', 'count')).toEqual({ numerator: 20_000, denominator: 1 });
    expect(parseLevel('85%', 'mean')).toBeUndefined();
  });

  it.each(['ratio', 'mean'] as const)('of a %s is printed as it was typed', (form) => {
    for (const typed of ['0', '0.01', '33.3333', '100', '98.5']) {
      expect(printLevel(parseLevel(typed, form), form)).toBe(typed);
    }
  });

  it('that is no number is none, and one that no decimal says is shown as it is', () => {
    expect(parseLevel('九成', 'ratio')).toBeUndefined();
    expect(printLevel({ numerator: 1, denominator: 3 }, 'ratio')).toBe('1/3');
    expect(printLevel(undefined, 'mean')).toBe('');
  });
});
