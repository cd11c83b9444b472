import { describe, expect, it } from 'vitest';
import type { FigureForm, FigureLevel, FigureTerms } from '#schema/contracts/imported-figures.ts';
import { planFigures } from './figure-plan.domain.ts';
import type { SaidFigure } from './figure-plan.domain.ts';

type Said = Partial<FigureTerms> & { of?: string | null; level?: FigureLevel };
const terms = ({ value = null, numerator = null, sample = null }: Partial<FigureTerms>) => ({
  value,
  numerator,
  sample,
});
const toRow = ({ of = 'a', level = 'unit', ...said }: Said, index: number): SaidFigure => ({
  row: index + 2,
  of: of === null ? undefined : { organizationId: of, level },
  terms: terms(said),
  problems: of === null ? [{ column: 'name', code: 'unit-unknown' }] : [],
});
const plan = (
  form: FigureForm,
  said: readonly Said[],
  more: { known?: Record<string, Partial<FigureTerms>>; level?: FigureLevel } = {},
) =>
  planFigures({
    form,
    rows: said.map(toRow),
    known: new Map(Object.entries(more.known ?? {}).map(([id, each]) => [id, terms(each)])),
    level: more.level,
  });
const codesOf = (form: FigureForm, said: Said) =>
  plan(form, [said])[0]?.problems.map(({ column, code }) => [column, code]);

describe('a row of figures', () => {
  it('is new, changed with before and after, or known already', () => {
    const said = [
      { of: 'a', value: '88.6', sample: 100 },
      { of: 'b', value: '90', sample: 50 },
      { of: 'c', value: '91', sample: 60 },
    ];
    const known = { b: { value: '90', sample: 50 }, c: { value: '90.5', sample: 60 } };
    const rows = plan('mean', said, { known, level: 'unit' });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'unchanged', 'changed']);
    expect(rows[0]?.plan).toEqual({
      organizationId: 'a',
      level: 'unit',
      value: '88.6',
      numerator: null,
      sample: 100,
    });
    expect(rows[1]?.plan).toBeNull();
    expect(rows[2]?.changes).toEqual([{ column: 'value', before: '90.5', after: '91' }]);
  });

  it('keeps nothing that its indicator does not take', () => {
    const [ratio] = plan('ratio', [{ value: '75', numerator: 30, sample: 40 }]);
    expect(ratio?.plan).toMatchObject({ value: null, numerator: 30, sample: 40 });
    const [count] = plan('count', [{ value: '7', numerator: 3, sample: 9 }]);
    expect(count?.plan).toMatchObject({ value: '7', numerator: null, sample: null });
  });
});

describe('what is wrong with a row of figures', () => {
  it.each<[FigureForm, Said, string[][]]>([
    ['mean', { sample: 10 }, [['value', 'missing']]],
    ['mean', { value: '88' }, [['sample', 'sample-missing']]],
    ['mean', { value: '88', sample: 0 }, [['sample', 'sample-zero']]],
    ['ratio', { sample: 10 }, [['value', 'terms-missing']]],
    ['ratio', { numerator: 3 }, [['sample', 'sample-missing']]],
    ['ratio', { numerator: 11, sample: 10 }, [['numerator', 'numerator-over']]],
    ['ratio', { value: '100.01', sample: 10 }, [['value', 'share-over']]],
    ['ratio', { value: '100', sample: 10 }, []],
    ['count', { value: '7.5' }, [['value', 'not-a-number']]],
    ['value', {}, [['value', 'missing']]],
    ['value', { value: '38.52' }, []],
  ])('%s %o', (form, said, codes) => {
    expect(codesOf(form, said)).toEqual(codes);
  });

  it('a unit twice in a file, and one that nobody knows', () => {
    const good = { value: '88', sample: 100 };
    const rows = plan('mean', [{ ...good }, { ...good }, { ...good, of: null }]);
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['twice-in-file'],
      ['unit-unknown'],
    ]);
    expect(rows[1]?.problems[0]?.values).toEqual({ row: 2 });
  });

  it('a sum beside its own parts, in the file or beside what is known', () => {
    const good = { value: '88', sample: 100 };
    const whole = { ...good, of: '', level: 'whole' as const };
    const codes = (said: readonly Said[], level?: FigureLevel) =>
      plan('mean', said, level === undefined ? {} : { level }).map(
        ({ problems }) => problems[0]?.code,
      );
    expect(codes([{ ...good }, whole])).toEqual([undefined, 'level-mixed']);
    expect(codes([whole])).toEqual([undefined]);
    expect(codes([whole], 'unit')).toEqual(['level-mixed']);
    expect(codes([{ ...good, of: 'east', level: 'area' }], 'unit')).toEqual(['level-mixed']);
  });
});
