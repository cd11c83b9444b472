import type { RegionLevel } from '#schema/contracts/campaign/branding.ts';
import type { Comparability } from '#schema/contracts/oversight.ts';
import type { Period } from '#schema/contracts/period.ts';
import type { ControlContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { cellOf, countLevels } from '../board.domain.ts';
import { listCommonIndicators } from '../oversight.repository.ts';
import { loadBoard } from './load-board.ts';

/** 可比性一览: what can be compared with what is said before any figure is shown. */
export async function showComparability(request: {
  context: ControlContext;
  input: { period?: Period | undefined; level?: RegionLevel | undefined };
}): Promise<Comparability> {
  const { context, input } = request;
  assertCan(context.actor, 'oversight.compare', {});
  const [board, indicators] = await Promise.all([
    loadBoard(context, { period: input.period }),
    listCommonIndicators(context.db),
  ]);
  const { period, periods, cutOff, asOf } = board;
  const regions = board.regions.filter(
    ({ level }) => input.level === undefined || level === input.level,
  );
  return {
    period,
    periods: [...periods],
    cutOff,
    asOf,
    levels: countLevels(board.regions),
    regions: regions.map(({ reporting: _reporting, ...region }) => region),
    rows: indicators.map((indicator) => ({
      indicator,
      cells: regions.map((region) => cellOf(board, region, indicator)),
    })),
  };
}
