import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import { FigureDefinitionSchema } from '#schema/contracts/figures.ts';
import { catalogueOf, countsFor, registersOf } from './catalogue.domain.ts';
import { figuresCampaign } from './figures.fixtures.ts';

const campaign = figuresCampaign();
const indicator = (key: string, measure: Indicator['measure']): Indicator => ({
  key,
  title: '全覆盖',
  form: 'ratio',
  definition: '已检查的单位／应检查的单位',
  unit: '%',
  measure,
  direction: 'higher',
  source: { proposed: true, reason: '测试' },
});
const withIndicators = (...indicators: Indicator[]): Campaign => ({ ...campaign, indicators });
const measureOf = (given: Campaign, key: string) =>
  catalogueOf(given).find(({ definition }) => definition.key === key)?.measure;

describe('the figures of a campaign', () => {
  it('have each a key, a name, a unit and a 口径 in both languages', () => {
    for (const { definition } of catalogueOf(campaign)) {
      expect([definition.key, v.is(FigureDefinitionSchema, definition)]).toEqual([
        definition.key,
        true,
      ]);
      for (const words of [definition.title, definition.statement, definition.unit]) {
        expect([words.zh, words.en].every((text) => text.length > 0)).toBe(true);
      }
    }
  });

  it('stand under keys of their own', () => {
    const keys = catalogueOf(campaign).map(({ definition }) => definition.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('filings.overdue-units');
    expect(keys).toContain('problems.closing-rate');
    expect(keys).toContain('register:problems.rectification-rate');
  });

  it('mark as overdue nothing but what is overdue', () => {
    const marked = catalogueOf(campaign).filter(({ definition }) => definition.overdue);
    expect(marked.every(({ definition }) => /overdue/.test(definition.key))).toBe(true);
  });

  it('sum every register of 销号, and say of complaints that there is none', () => {
    const [problems] = campaign.registers;
    if (problems === undefined) throw new Error('no register');
    const letters = { ...problems, key: 'letters' };
    const two = { ...campaign, registers: [...campaign.registers, letters] };
    expect(measureOf(two, 'problems.entries')).toMatchObject({
      registers: ['problems', 'letters'],
    });
    expect(measureOf(campaign, 'complaints.done')).toMatchObject({ registers: [] });
  });

  it('call no row of a master list a problem, though it is struck off as one', () => {
    expect(measureOf(campaign, 'problems.entries')).toMatchObject({ registers: ['problems'] });
    expect(measureOf(campaign, 'register:measures.closed')).toMatchObject({
      registers: ['measures'],
    });
  });

  it('leave out a register that is sealed or has no workflow', () => {
    const [problems] = campaign.registers;
    if (problems === undefined) throw new Error('no register');
    const sealed = { ...problems, key: 'sealed', sealed: true };
    const { workflow: _workflow, ...named } = { ...problems, key: 'named' };
    const { open } = registersOf({ registers: [problems, sealed, named] });
    expect(open.map(({ key }) => key)).toEqual([problems.key]);
  });

  it('offer of a register only what its workflow can reach', () => {
    const keys = catalogueOf(campaign).map(({ definition }) => definition.key);
    expect(keys).toContain('register:problems.closed');
    expect(keys).not.toContain('register:problems.completion-rate');
    expect(keys).not.toContain('register:problems.reply-rate');
  });
});

describe('an indicator', () => {
  it('counted from filings in time or from a register is counted here', () => {
    const given = withIndicators(
      indicator('in-time', { kind: 'filings', statistic: 'on-time' }),
      indicator('closing', {
        kind: 'register',
        register: 'problems',
        statistic: 'closing-rate',
      }),
    );
    expect(measureOf(given, 'indicator:in-time')).toEqual({
      kind: 'filings',
      statistic: 'on-time-rate',
    });
    expect(measureOf(given, 'indicator:closing')).toEqual({
      kind: 'entries',
      registers: ['problems'],
      statistic: 'closing-rate',
    });
  });

  it('counted from reviews, from whole numbers of a form or by units is counted of its own', () => {
    const numbers = { form: 'trainings', numerator: 'trained-people', denominator: 'due-people' };
    const given = withIndicators(
      indicator('passed', { kind: 'filings', statistic: 'first-pass' }),
      indicator('typed', { kind: 'answers', ...numbers }),
      indicator('covered', { kind: 'register', register: 'problems', statistic: 'unit-coverage' }),
    );
    const { form: _form, ...fields } = numbers;
    expect(measureOf(given, 'indicator:passed')).toMatchObject({
      source: { kind: 'reviews', statistic: 'first-pass' },
    });
    expect(measureOf(given, 'indicator:typed')).toMatchObject({
      source: { kind: 'answers', tasks: ['training-report'], ...fields },
    });
    expect(measureOf(given, 'indicator:covered')).toMatchObject({
      source: { kind: 'coverage', register: 'problems' },
    });
  });

  it('that is imported is what the system says, judged by the shared least number of answers', () => {
    const imported = indicator('imported', { kind: 'import', system: '满意度平台' });
    const of = { kind: 'imported', indicator: 'imported', form: 'ratio' };
    expect(measureOf(withIndicators(imported), 'indicator:imported')).toEqual({ ...of, least: 1 });
    const crosswalk = [
      { common: 'discharged-satisfaction', indicator: 'imported', match: 'same' as const },
    ];
    const shared = { ...withIndicators({ ...imported, minimum: 12 }), crosswalk };
    expect(measureOf(shared, 'indicator:imported')).toEqual({ ...of, least: 30 });
    const most = { ...withIndicators({ ...imported, minimum: 50 }), crosswalk };
    expect(measureOf(most, 'indicator:imported')).toEqual({ ...of, least: 50 });
  });

  it('that is imported as a value of its own unit is printed with its decimal place', () => {
    const value = {
      ...indicator('ddds', { kind: 'import', system: '平台' }),
      form: 'value' as const,
    };
    const shown = catalogueOf(withIndicators(value)).at(-1);
    expect(shown?.definition.form).toBe('mean');
    expect(shown?.measure).toMatchObject({ form: 'value', least: 0 });
  });

  it('that is typed as anything but a whole number is not counted here', () => {
    const given = withIndicators(
      indicator('words', { kind: 'answers', form: 'trainings', numerator: 'summary' }),
      indicator('nowhere', { kind: 'answers', form: 'problem', numerator: 'seen' }),
    );
    for (const key of ['words', 'nowhere']) {
      expect(measureOf(given, `indicator:${key}`)).toEqual({ kind: 'declared' });
    }
  });

  it('a mean is a sum over a number, both filed as whole numbers; without them it is not made', () => {
    const filed = { kind: 'answers' as const, form: 'trainings', numerator: 'trained-people' };
    const mean = (key: string, measure: Indicator['measure']): Indicator => ({
      ...indicator(key, measure),
      form: 'mean',
      unit: '分',
    });
    const given = withIndicators(
      mean('scores', { ...filed, denominator: 'due-people' }),
      mean('score', filed),
    );
    expect(measureOf(given, 'indicator:scores')).toMatchObject({ source: { kind: 'answers' } });
    expect(measureOf(given, 'indicator:score')).toEqual({ kind: 'declared' });
    const shown = catalogueOf(given).find(
      ({ definition }) => definition.key === 'indicator:scores',
    );
    expect(shown?.definition).toMatchObject({ form: 'mean', unit: { zh: '分' } });
  });

  it('that is imported names the system it comes from', () => {
    const given = withIndicators(indicator('imported', { kind: 'import', system: '满意度平台' }));
    const shown = catalogueOf(given).find(({ definition }) => definition.system !== undefined);
    expect(shown?.definition).toMatchObject({ key: 'indicator:imported', system: '满意度平台' });
  });

  it('of a register that the campaign does not have is not set', () => {
    const given = withIndicators(
      indicator('other', { kind: 'register', register: 'other', statistic: 'closing-rate' }),
    );
    expect(measureOf(given, 'indicator:other')).toMatchObject({ registers: [] });
  });
});

describe('what has to be counted for figures', () => {
  const countsOf = (...keys: string[]) =>
    countsFor(catalogueOf(campaign).filter(({ definition }) => keys.includes(definition.key)));

  it('is numerator and denominator of a share, and a count for itself', () => {
    expect(countsOf('problems.closing-rate')).toEqual(['due', 'dueClosed']);
    expect(countsOf('problems.entries', 'problems.overdue')).toEqual(['entries', 'overdue']);
  });

  it('is nothing of registers for figures of filings', () => {
    expect(countsOf('filings.due', 'filings.on-time-rate')).toEqual([]);
  });
});
