import { readKnownFigures } from '#workers/modules/imported-figures/index.ts';
import type { KnownFigure, KnownFigures } from '#workers/modules/imported-figures/index.ts';
import { talliesOf } from '../imported-tally.domain.ts';
import type { ImportedMeasure } from '../imported-tally.domain.ts';
import type { IndicatorTally } from '../indicator-tally.domain.ts';
import type { Basis, Counting } from './load-basis.ts';

export type UnitTally = {
  readonly organizationId: string;
  readonly area: string;
  readonly indicator: string;
  readonly tally: IndicatorTally;
};

export type ImportedLine = { readonly row: KnownFigure; readonly tally: IndicatorTally };

/** What systems elsewhere had said by the moment, by unit, within the reader's range. */
export async function countImported(counting: Counting): Promise<UnitTally[]> {
  const measures = new Map<string, ImportedMeasure>();
  for (const { measure } of counting.specs) {
    if (measure.kind === 'imported') measures.set(measure.indicator, measure);
  }
  if (measures.size === 0) return [];
  const known = await readKnown(counting, [...measures.keys()]);
  return [...measures.values()].flatMap((measure) =>
    linesIn(known, measure).map(({ row: { organizationId, area }, tally }) => ({
      organizationId,
      area,
      indicator: measure.indicator,
      tally,
    })),
  );
}

/** The lines behind one of them, in official unit order. */
export async function readImportedLines(
  counting: Pick<Counting, 'context' | 'basis'>,
  measure: ImportedMeasure,
): Promise<ImportedLine[]> {
  return linesIn(await readKnown(counting, [measure.indicator]), measure);
}

function linesIn(
  known: ReadonlyMap<string, KnownFigures>,
  measure: ImportedMeasure,
): ImportedLine[] {
  const own = known.get(measure.indicator);
  return own === undefined ? [] : talliesOf(measure, own);
}

function readKnown(
  { context, basis }: { context: Counting['context']; basis: Basis },
  indicators: readonly string[],
) {
  const { version, moment, filings: range } = basis;
  const { asOf, day } = moment;
  const { campaignId } = version;
  return readKnownFigures(context.db, { campaignId, indicators, asOf, day, range });
}
