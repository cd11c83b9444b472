import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Crosswalk, Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';
import type {
  Figure,
  FigureLine,
  FigureState,
  SnapshotContent,
} from '#schema/contracts/snapshots.ts';
import type { FilingTallies, Tally } from './figures.domain.ts';

const hiddenBelow = 5;

type Definitions = Pick<Campaign, 'crosswalk' | 'indicators'>;
type Pair = { readonly numerator: number; readonly denominator: number };

/**
 * One figure for each line of the region's crosswalk. What no line answers is not sent at all: that
 * the region does not measure it is for the higher authority to say.
 */
export function figuresOf(
  { crosswalk, indicators }: Definitions,
  tallies: FilingTallies | undefined,
  /** What was counted from the registers, by indicator. */
  counted: ReadonlyMap<string, Tally> = new Map(),
): Figure[] {
  return crosswalk.flatMap((line) => {
    const indicator = indicators.find(({ key }) => key === line.indicator);
    if (indicator === undefined) return [];
    const known = tallies && tallyOf(indicator, tallies, counted);
    return [figureOf(line, indicator, { isOver: tallies !== undefined, tally: known })];
  });
}

/** Nothing where neither filings nor registers give the figure. */
function tallyOf(
  { key, measure }: Indicator,
  tallies: FilingTallies,
  counted: ReadonlyMap<string, Tally>,
): Tally | undefined {
  return measure.kind === 'filings' ? tallies.statistics[measure.statistic] : counted.get(key);
}

function figureOf(
  line: Crosswalk,
  indicator: Indicator,
  known: { isOver: boolean; tally: Tally | undefined },
): Figure {
  const common = commonIndicatorCatalogue.find(({ key }) => key === line.common);
  const head = {
    common: line.common,
    indicator: line.indicator,
    match: line.match,
    withheld: false,
    units: 0,
    ...(line.note === undefined ? {} : { note: line.note }),
  };
  if (common !== undefined && isOtherMeasure(common, indicator)) {
    return { ...head, state: 'incomparable' };
  }
  if (!known.isOver) return { ...head, state: 'not-applicable' };
  if (known.tally === undefined) return { ...head, state: 'not-reported' };
  const { numerator, denominator, ...rest } = known.tally;
  const state = stateOf({ numerator, denominator }, minimumOf(common, indicator));
  if (denominator === 0) return { ...head, state, units: 0 };
  if (isSmall(numerator) || isSmall(denominator)) {
    return { ...head, state: 'insufficient', withheld: true, units: rest.units };
  }
  return { ...head, state, ...rest, ...withoutSmall(rest), numerator, denominator };
}

/** A share and a score, or a share and a count, answer different questions whatever they are called. */
function isOtherMeasure(common: CommonIndicator, indicator: Indicator): boolean {
  return common.form !== indicator.form || words(common.unit) !== words(indicator.unit);
}

function stateOf({ denominator }: Pair, minimum: number): FigureState {
  if (denominator === 0) return 'not-applicable';
  return denominator < minimum ? 'insufficient' : 'measured';
}

function minimumOf(common: CommonIndicator | undefined, indicator: Indicator): number {
  return Math.max(common?.minimumDenominator ?? 0, indicator.minimum ?? 0, hiddenBelow);
}

/** 0 < n < 5 stays at home. */
export function isSmall(count: number): boolean {
  return count > 0 && count < hiddenBelow;
}

/** How many examined filings had to be put right is a cell too. */
function withoutSmall({ verifiedWrong }: Pick<Tally, 'verifiedWrong'>) {
  return verifiedWrong !== undefined && isSmall(verifiedWrong) ? { verifiedWrong: undefined } : {};
}

/** Whether a figure moved by more than a fifth of what it was: |a/b − c/d| > 20 % of c/d, exactly. */
export function isGreatDifference(now: Pair, before: Pair): boolean {
  const present = BigInt(now.numerator) * BigInt(before.denominator);
  const past = BigInt(before.numerator) * BigInt(now.denominator);
  const distance = present > past ? present - past : past - present;
  return distance * 5n > past;
}

/** The figures with the names they have here and there, and with those of the last period. */
export function linesOf(
  content: Pick<SnapshotContent, 'figures'>,
  definitions: Definitions,
  previous: Pick<SnapshotContent, 'figures'> | undefined,
): FigureLine[] {
  return content.figures.map((figure) => {
    const common = commonIndicatorCatalogue.find(({ key }) => key === figure.common);
    const local = definitions.indicators.find(({ key }) => key === figure.indicator);
    const before = pairOf(previous?.figures.find(({ common: key }) => key === figure.common));
    const now = pairOf(figure);
    return {
      ...figure,
      title: common?.title ?? figure.common,
      localTitle: local?.title ?? figure.indicator,
      definition: local?.definition ?? figure.indicator,
      unit: local?.unit ?? common?.unit ?? '%',
      minimumDenominator: common?.minimumDenominator ?? hiddenBelow,
      ...(before === undefined ? {} : { previous: before }),
      needsExplanation: now !== undefined && before !== undefined && isGreatDifference(now, before),
    };
  });
}

/** Figures that differ greatly and say nothing about it. */
export function unexplained(lines: readonly FigureLine[]): FigureLine[] {
  return lines.filter((line) => line.needsExplanation && line.explanation === undefined);
}

/** Explanations go along with their figures; one for a figure that is not there is an error of the caller. */
export function withExplanations(
  figures: readonly Figure[],
  explanations: Readonly<Record<string, string>>,
): Figure[] {
  return figures.map((figure) => {
    const explanation = explanations[figure.common];
    return explanation === undefined ? figure : { ...figure, explanation };
  });
}

function pairOf(figure: Figure | undefined): Pair | undefined {
  if (figure?.numerator === undefined || figure.denominator === undefined) return undefined;
  if (figure.denominator === 0 || figure.state !== 'measured') return undefined;
  return { numerator: figure.numerator, denominator: figure.denominator };
}

function words(text: Text): string {
  return typeof text === 'string' ? text : text.zh;
}
