import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsIn, nextNumber, readNumber, stretchesOf, writeNumber } from './numbers.ts';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });

describe('a number of a paper', () => {
  it('is written with the issuer, the year in 〔〕 and the running figure', () => {
    expect(writeNumber({ prefix: '测卫督', year: 2026, number: 12 })).toBe('测卫督〔2026〕12号');
  });

  it.each([
    '测卫督〔2026〕12号',
    '测卫督[2026]12号',
    '测卫督（２０２６）第12号',
    ' 测卫督 [2026] 12 ',
  ])('is understood as an office types it: %s', (typed) => {
    expect(readNumber(typed)).toEqual({ prefix: '测卫督', year: 2026, number: 12 });
  });

  it.each([
    '测卫督',
    '〔2026〕12号',
    '测卫督〔26〕12号',
    '测卫督〔2026〕0号',
    '测卫督〔2026〕十二号',
  ])('is not made out of what is none: %s', (typed) => {
    expect(readNumber(typed)).toBeUndefined();
  });

  it('reads back what it wrote, for any series', () => {
    const series = fc.constantFrom('测卫发', '测卫党', '测卫行风督');
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 999_999 }),
        (prefix, year, number) => {
          const place = { prefix, year, number };
          expect(readNumber(writeNumber(place))).toEqual(place);
        },
      ),
    );
  });
});

describe('a series of a year', () => {
  it('has no gap without a void: numbers given one after the other leave none, void or not', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (voided) => {
        const record: { number: number; isVoid: boolean }[] = [];
        for (const isVoid of voided) {
          record.push({ number: nextNumber(record.map(({ number }) => number)), isVoid });
        }
        expect(gapsIn(record.map(({ number }) => number))).toEqual([]);
        const inUse = record.filter(({ isVoid }) => !isVoid).map(({ number }) => number);
        const unexplained = gapsIn(inUse).filter(
          (number) => !record.some((each) => each.number === number && each.isVoid),
        );
        expect(unexplained).toEqual([]);
      }),
    );
  });

  it('shows exactly the numbers that are missing from the record', () => {
    fc.assert(
      fc.property(numbers, (onRecord) => {
        const all = [...onRecord, ...gapsIn(onRecord)].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: all.length }, (_, index) => index + 1));
        expect(nextNumber(onRecord)).toBe(all.length + 1);
      }),
    );
  });

  it('says neighbouring numbers as one stretch and loses none of them', () => {
    expect(stretchesOf([7, 3, 4])).toEqual([
      [3, 4],
      [7, 7],
    ]);
    fc.assert(
      fc.property(numbers, (given) => {
        const count = stretchesOf(given).reduce((sum, [from, to]) => sum + to - from + 1, 0);
        expect(count).toBe(given.length);
      }),
    );
  });
});
