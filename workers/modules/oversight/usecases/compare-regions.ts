import type { RegionLevel } from '#schema/contracts/campaign/branding.ts';
import type { Comparison } from '#schema/contracts/oversight.ts';
import type { Period } from '#schema/contracts/period.ts';
import type { ControlContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { compareRegions as compare, countLevels } from '../board.domain.ts';
import { oversightErrors } from '../oversight.errors.ts';
import { listCommonIndicators } from '../oversight.repository.ts';
import { loadBoard } from './load-board.ts';

type Asked<Value> = Value | readonly Value[] | undefined;

/** One indicator over the regions of one level and one period; a mixture is refused with its reason. */
export async function compareRegions(request: {
  context: ControlContext;
  input: { key: string; period?: Asked<Period>; level?: Asked<RegionLevel | 'all'> };
}): Promise<Comparison> {
  const { context, input } = request;
  assertCan(context.actor, 'oversight.compare', {});
  const period = onlyOne(input.period, 'oversight.periods_not_comparable');
  const asked = onlyOne(input.level, 'oversight.levels_not_comparable');
  if (asked === 'all') throw oversightErrors['oversight.levels_not_comparable']();
  const indicators = await listCommonIndicators(context.db);
  const indicator = indicators.find(({ key }) => key === input.key);
  if (indicator === undefined) throw oversightErrors['oversight.unknown_indicator']();
  const board = await loadBoard(context, { period, common: indicator.key });
  const levels = countLevels(board.regions);
  const level = asked ?? levels[0]?.level ?? 'province';
  const regions = board.regions.filter((region) => region.level === level);
  return {
    indicator,
    level,
    levels,
    period: board.period,
    periods: [...board.periods],
    cutOff: board.cutOff,
    asOf: board.asOf,
    ...compare({ ...board, regions }, indicator),
  };
}

type Mixture = 'oversight.periods_not_comparable' | 'oversight.levels_not_comparable';

function onlyOne<Value extends string>(asked: Asked<Value>, mixture: Mixture): Value | undefined {
  const values = new Set(asked === undefined ? [] : [asked].flat());
  if (values.size > 1) throw oversightErrors[mixture]();
  return [...values][0] as Value | undefined;
}
