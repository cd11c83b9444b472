import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
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

const greatest = (left: number, right: number): number =>
  right === 0 ? left : greatest(right, left % right);

/** 95% as typed, exactly: 19 of 20. Nothing where it is no percentage. */
export const readPercent = (typed: string): Ratio | undefined => {
  const [, whole, part = ''] = /^(\d{1,4})(?:\.(\d{1,4}))?\s*[%％]?$/.exec(typed.trim()) ?? [];
  if (whole === undefined) return undefined;
  const scale = 100 * 10 ** part.length;
  const count = Number(`${whole}${part}`);
  const common = greatest(scale, count);
  return { numerator: count / common, denominator: scale / common };
};

const places = 4;

/** A share as a percentage, where it is one with at most four places. */
export const printPercent = (ratio: Ratio | undefined): string => {
  if (ratio === undefined) return '';
  const scaled = BigInt(ratio.numerator) * 100n * 10n ** BigInt(places);
  if (scaled % BigInt(ratio.denominator) !== 0n) return `${ratio.numerator}/${ratio.denominator}`;
  const digits = String(scaled / BigInt(ratio.denominator)).padStart(places + 1, '0');
  const rest = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${rest === '' ? '' : `.${rest}`}`;
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
