import { daysOfPeriod, newestFullHalf } from '#schema/contracts/period.ts';
import type { Period } from '#schema/contracts/period.ts';
import { listMirroredTenants } from '#workers/modules/tenants/index.ts';
import type { ControlContext } from '#workers/modules/tenants/index.ts';
import { dayOf, endOfDay } from '#workers/platform/clock.ts';
import { figureKey, inDivisionOrder } from '../board.domain.ts';
import type { Board, BoardRegion } from '../board.domain.ts';
import { listCurrentSnapshots, listFigures, listPeriods } from '../oversight.repository.ts';

type Context = Pick<ControlContext, 'db' | 'clock'>;

export type LoadedBoard = Board & {
  readonly period: Period;
  readonly periods: readonly Period[];
  readonly cutOff: string;
  readonly asOf: number;
};

/** Every region known to control, with what stands for one period; nothing else is within reach here. */
export async function loadBoard(
  { db, clock }: Context,
  input: { period: Period | undefined; common?: string },
): Promise<LoadedBoard> {
  const newest = newestFullHalf(dayOf(clock.now()));
  const period = input.period ?? newest;
  const { common } = input;
  const [tenants, sent, figures, arrived] = await Promise.all([
    listMirroredTenants(db),
    listCurrentSnapshots(db, period),
    listFigures(db, { period, ...(common === undefined ? {} : { common }) }),
    listPeriods(db),
  ]);
  const { to } = daysOfPeriod(period);
  const periods = [...new Set([newest, period, ...arrived])].toSorted().toReversed();
  const bySlug = new Map(sent.map((one) => [one.slug, one]));
  const regions = tenants.map(({ slug, names, level, divisionCode }): BoardRegion => {
    const one = bySlug.get(slug);
    const region = { slug, name: names.short, level, divisionCode, corrected: false };
    if (one === undefined) return region;
    const { cutOff, receivedAt, correctsId, correctionReason, unitsDue, unitsReported } = one;
    return {
      ...region,
      cutOff,
      receivedAt,
      corrected: correctsId !== null,
      ...(correctionReason === null ? {} : { correctionReason }),
      reporting: { unitsDue, unitsReported },
    };
  });
  return {
    period,
    periods,
    cutOff: to,
    asOf: clock.now(),
    regions: inDivisionOrder(regions),
    figures: new Map(figures.map((figure) => [figureKey(figure), figure])),
    isOver: clock.now() >= endOfDay(to),
  };
}
