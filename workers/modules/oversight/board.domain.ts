import type { RegionLevel } from '#schema/contracts/campaign/branding.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type {
  CommonIndicator,
  Comparability,
  ComparabilityCell,
  Comparison,
  ComparisonRow,
  Region,
} from '#schema/contracts/oversight.ts';
import type { Figure, FigureState } from '#schema/contracts/snapshots.ts';
import { pool, shareOf, standingAgainst, waveringRange } from './statistics.domain.ts';
import type { Pair } from './statistics.domain.ts';

/** Always in this order, never by a value. */
export const levelsInOrder: readonly RegionLevel[] = ['province', 'prefecture', 'district'];

/** A region's figure for one indicator, as it arrived. */
export type ArrivedFigure = Pick<
  Figure,
  'match' | 'state' | 'numerator' | 'denominator' | 'verified' | 'verifiedWrong' | 'explanation'
> & { readonly common: string; readonly region: string; readonly note?: Text | undefined };

/** A region of the board; `reporting` is there once it has sent the period's data. */
export type BoardRegion = Region & {
  readonly reporting?: { readonly unitsDue: number; readonly unitsReported: number } | undefined;
};

export type Board = {
  readonly regions: readonly BoardRegion[];
  /** By `figureKey`: a board of many regions asks for each cell once. */
  readonly figures: ReadonlyMap<string, ArrivedFigure>;
  readonly isOver: boolean;
};

export function figureKey({ region, common }: Pick<ArrivedFigure, 'region' | 'common'>): string {
  return `${region} ${common}`;
}

export function inDivisionOrder<One extends { divisionCode: string }>(regions: readonly One[]) {
  return regions.toSorted((left, right) => (left.divisionCode < right.divisionCode ? -1 : 1));
}

export function countLevels(regions: readonly Region[]): Comparability['levels'] {
  return levelsInOrder
    .map((level) => ({ level, regions: regions.filter((one) => one.level === level).length }))
    .filter((count) => count.regions > 0);
}

/** The word of one cell of 可比性一览. */
export function cellOf(
  board: Board,
  region: BoardRegion,
  indicator: CommonIndicator,
): ComparabilityCell {
  const figure = findFigure(board, region, indicator);
  const state = stateOf(board, region, indicator, figure);
  return {
    region: region.slug,
    state,
    ...(figure === undefined ? {} : { match: figure.match }),
    ...(figure?.note === undefined ? {} : { note: figure.note }),
  };
}

/**
 * 未报 while a region has sent nothing for a period that is over; 未设此指标 where it sent its data and
 * no line of its crosswalk answers this; 样本不足 by the standard of the board, whatever the region's own.
 */
function stateOf(
  board: Board,
  region: BoardRegion,
  indicator: CommonIndicator,
  figure: ArrivedFigure | undefined,
): FigureState {
  if (region.receivedAt === undefined) return board.isOver ? 'not-reported' : 'not-applicable';
  if (figure === undefined) return 'not-measured';
  if (figure.state !== 'measured') return figure.state;
  return (figure.denominator ?? 0) < indicator.minimumDenominator ? 'insufficient' : 'measured';
}

/** Regions of one level on one indicator: each beside the pool of all, by sums and never by shares. */
export function compareRegions(
  board: Board,
  indicator: CommonIndicator,
): Pick<Comparison, 'pooled' | 'rows'> {
  const measured = board.regions.map((region) => {
    const figure = findFigure(board, region, indicator);
    const state = stateOf(board, region, indicator, figure);
    return { region, figure, state, pair: pairOf(figure, state) };
  });
  const isShare = indicator.form === 'ratio';
  const pairs = measured
    .filter(({ figure }) => isShare && figure?.match !== 'substitute')
    .flatMap(({ pair }) => pair ?? []);
  const all = pool(pairs);
  const value = shareOf(all);
  return {
    ...(value === undefined || pairs.length < 2
      ? {}
      : { pooled: { ...all, value, regions: pairs.length } }),
    rows: measured.map(({ region, figure, state, pair }) => ({
      ...headOf(region, figure, state),
      ...countsOf(figure),
      ...(pair !== undefined && isShare ? waveringRange(pair) : {}),
      ...(pair === undefined || pairs.length < 2 || figure?.match === 'substitute' || !isShare
        ? {}
        : { standing: standingAgainst(all, pair) }),
    })),
  };
}

function headOf(
  region: BoardRegion,
  figure: ArrivedFigure | undefined,
  state: FigureState,
): ComparisonRow {
  const { slug, name, divisionCode, cutOff, corrected, reporting } = region;
  return {
    region: slug,
    name,
    divisionCode,
    corrected,
    state,
    ...(cutOff === undefined ? {} : { cutOff }),
    ...(figure === undefined ? {} : { match: figure.match }),
    ...(figure?.note === undefined ? {} : { note: figure.note }),
    ...(figure?.explanation === undefined ? {} : { explanation: figure.explanation }),
    ...verifiedOf(figure),
    ...(reporting === undefined
      ? {}
      : {
          completeness: { numerator: reporting.unitsReported, denominator: reporting.unitsDue },
        }),
  };
}

/** What was counted is shown where it arrived, also where it is too little to make a share of. */
function countsOf(figure: ArrivedFigure | undefined): Partial<Pair> {
  if (figure?.numerator === undefined || figure.denominator === undefined) return {};
  return { numerator: figure.numerator, denominator: figure.denominator };
}

/** 核实率: absent, not zero, where nobody examined the figure. */
function verifiedOf(figure: ArrivedFigure | undefined): Pick<ComparisonRow, 'verified'> {
  if (figure?.verified === undefined || figure.denominator === undefined) return {};
  return { verified: { numerator: figure.verified, denominator: figure.denominator } };
}

function pairOf(figure: ArrivedFigure | undefined, state: FigureState): Pair | undefined {
  const { numerator, denominator } = countsOf(figure);
  if (state !== 'measured' || numerator === undefined || denominator === undefined)
    return undefined;
  return { numerator, denominator };
}

function findFigure(
  { figures }: Board,
  { slug }: BoardRegion,
  { key }: CommonIndicator,
): ArrivedFigure | undefined {
  return figures.get(figureKey({ region: slug, common: key }));
}
