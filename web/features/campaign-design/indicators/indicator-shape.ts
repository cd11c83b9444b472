import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
import { parseLevel, printLevel } from '#plugins/sdk/points/level.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Indicator, Ratio } from '#schema/contracts/campaign/indicator.ts';
import { sameBody } from '../body-merge.ts';

type Measure = Indicator['measure'];
export type MeasureKind = Measure['kind'];
export const measureKinds = ['filings', 'answers', 'register', 'import'] as const;

/** A measure of another kind, from what the campaign has to count. */
export const newMeasure = (kind: MeasureKind, campaign: Campaign): Measure => {
  switch (kind) {
    case 'filings':
      return { kind, statistic: 'on-time' };
    case 'answers': {
      const form = campaign.forms.find((each) => figuresOf(each.fields).length > 0);
      const [numerator, denominator] = figuresOf(form?.fields ?? []);
      return {
        kind,
        form: form?.key ?? '',
        numerator: numerator?.key ?? '',
        ...(denominator === undefined ? {} : { denominator: denominator.key }),
      };
    }
    case 'register':
      return { kind, register: campaign.registers[0]?.key ?? '', statistic: 'entries' };
    case 'import':
      return { kind, system: '' };
  }
};

type Terms = Pick<Indicator, 'numerator' | 'denominator'>;

/** What each share of the filings divides by what, as every region counts it. */
const termsOf = (measure: Measure): Terms => {
  if (measure.kind !== 'filings') return {};
  const known = commonIndicators().find(
    (each) => each.measure.kind === 'filings' && each.measure.statistic === measure.statistic,
  );
  return known ? { numerator: known.numerator, denominator: known.denominator } : {};
};

/** A share counted from the filings says by itself what it divides; own words stay. */
export const withMeasure = (indicator: Indicator, measure: Measure): Indicator => {
  const { numerator, denominator, ...rest } = indicator;
  const before = termsOf(indicator.measure);
  const kept: Terms = {
    ...(numerator !== undefined && !sameBody(numerator, before.numerator) && { numerator }),
    ...(denominator !== undefined && !sameBody(denominator, before.denominator) && { denominator }),
  };
  const terms = indicator.form === 'ratio' ? termsOf(measure) : {};
  return { ...rest, ...terms, ...kept, measure };
};

type Fields = Campaign['forms'][number]['fields'];

/** Fields and columns that hold a figure. */
export const figuresOf = (fields: Fields) =>
  fields
    .flatMap((field) => (field.kind === 'table' ? field.columns : [field]))
    .filter(({ kind }) => ['integer', 'decimal', 'money', 'computed'].includes(kind));

/** A share becomes points, or points a share: the levels keep the digits that were typed. */
export const withForm = (indicator: Indicator, form: Indicator['form']): Indicator => {
  const moved = (level: Ratio): Ratio =>
    parseLevel(printLevel(level, indicator.form), form) ?? level;
  const { target, lights } = indicator;
  return {
    ...indicator,
    form,
    ...(target && { target: moved(target) }),
    ...(lights && { lights: { warn: moved(lights.warn), alarm: moved(lights.alarm) } }),
  };
};

export const newIndicator = (
  key: string,
  words: { title: string; definition: string; reason: string },
): Indicator => {
  const measure = { kind: 'filings', statistic: 'on-time' } as const;
  return {
    key,
    title: words.title,
    form: 'ratio',
    definition: words.definition,
    ...termsOf(measure),
    unit: '%',
    measure,
    direction: 'higher',
    source: { proposed: true, reason: words.reason },
  };
};
