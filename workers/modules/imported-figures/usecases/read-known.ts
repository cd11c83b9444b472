import type { FigureLevel, FigureTerms } from '#schema/contracts/imported-figures.ts';
import type { Period } from '#schema/contracts/period.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { readBookOf } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { newestPeriod } from '../figure-sources.domain.ts';
import { readStanding, readValues } from '../imported-figures.repository.ts';

export type KnownFigure = FigureTerms & {
  /** Empty where the figure is of the whole. */
  readonly organizationId: string;
  readonly organizationName: string | null;
  readonly kind: string | null;
  readonly order: number;
  readonly area: string;
  readonly importId: string;
  readonly dataOn: string;
};

export type KnownFigures = {
  readonly period: Period;
  readonly level: FigureLevel;
  readonly rows: readonly KnownFigure[];
};

export type ReadKnown = {
  readonly campaignId: string;
  readonly indicators: readonly string[];
  /** What was known by this instant. */
  readonly asOf: number;
  /** The day that is over, whose names and places are wanted; absent where it is now. */
  readonly day: string | undefined;
  readonly range: Range;
  /** The newest known one unless told. */
  readonly period?: Period;
};

/** By indicator, what systems elsewhere said of its newest period: of every unit the last word. */
export async function readKnownFigures(
  db: TenantContext['db'],
  input: ReadKnown,
): Promise<ReadonlyMap<string, KnownFigures>> {
  const { indicators, day, range } = input;
  if (indicators.length === 0) return new Map();
  const standing = await readStanding(db, input);
  const chosen = indicators.flatMap((indicator) => {
    const own = standing.filter((each) => each.indicator === indicator);
    const period = input.period ?? newestPeriod(own.map((each) => each.period));
    const imports = own.filter((each) => each.period === period);
    const level = imports.at(-1)?.level;
    return period === undefined || level === undefined
      ? []
      : [{ indicator, period, level, imports }];
  });
  const ids = chosen.flatMap(({ imports }) => imports.map(({ id }) => id));
  if (ids.length === 0) return new Map();
  const [values, areaOn] = await Promise.all([
    readValues(db, ids, { range, day }),
    readAreas(db, day),
  ]);
  const byImport = Map.groupBy(values, ({ importId }) => importId);
  return new Map(
    chosen.map(({ indicator, period, level, imports }) => {
      const last = new Map<string, KnownFigure>();
      for (const { id, dataOn } of imports) {
        for (const row of byImport.get(id) ?? []) {
          const area = areaOn?.get(row.organizationId) ?? row.area;
          last.set(row.organizationId, { ...row, area, dataOn });
        }
      }
      return [indicator, { period, level, rows: [...last.values()].toSorted(inOfficialOrder) }];
    }),
  );
}

function inOfficialOrder(left: KnownFigure, right: KnownFigure): number {
  if (left.order !== right.order) return left.order - right.order;
  return left.organizationId < right.organizationId ? -1 : 1;
}

/** Where units stood on a day that is over. */
async function readAreas(db: TenantContext['db'], day: string | undefined) {
  if (day === undefined) return undefined;
  const { units } = await readBookOf(db, day);
  return new Map(units.map(({ id, paths }) => [id, paths.territory?.split('/')[0] ?? '']));
}
