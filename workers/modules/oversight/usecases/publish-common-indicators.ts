import { canonicalJson } from '#plugins/sdk/canonical.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';
import type { ControlVisitorContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { listCommonIndicators, upsertCommonIndicators } from '../oversight.repository.ts';

type Context = Pick<ControlVisitorContext, 'db' | 'writer' | 'clock'>;

/** Publishes the 可比指标 that this program ships; says how many were new or changed. Safe to repeat. */
export async function publishCommonIndicators(request: { context: Context }): Promise<number> {
  const { db, writer, clock } = request.context;
  const known = new Map((await listCommonIndicators(db)).map((one) => [one.key, one]));
  const changed = commonIndicatorCatalogue.filter(
    (definition) => !isSame(known.get(definition.key), definition),
  );
  if (changed.length === 0) return 0;
  await commitOrThrow(writer, {
    steps: upsertCommonIndicators(changed),
    audit: {
      action: 'indicator.record',
      actor: { kind: 'operator', id: null },
      subjectKind: 'common-indicators',
      subjectId: 'common-indicators',
      at: clock.now(),
      facts: { keys: changed.map(({ key }) => key) },
    },
  });
  return changed.length;
}

function isSame(known: CommonIndicator | undefined, definition: CommonIndicator): boolean {
  return known !== undefined && canonicalJson(known) === canonicalJson(definition);
}
