import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { alignListedIndexes, readListedIndexes } from '../listed-fields.repository.ts';
import { listedFieldsOf } from '../registers.domain.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { listRegisterRows } from '../registers.repository.ts';
import { definitionIn } from './load-definition.ts';

type Context = Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;

/** What makes the indexes of listed fields those of the registers, with `fresh` definitions first. */
export async function planListedIndexes(
  { db }: Pick<Context, 'db'>,
  fresh: readonly RegisterDefinition[],
) {
  const known = await Promise.all(
    (await listRegisterRows(db)).map(async ({ key, versionHash }) =>
      definitionIn(await loadVersion(db, versionHash), key),
    ),
  );
  const definitions = [...known, ...fresh].filter((each) => each !== undefined);
  const byKey = new Map(definitions.map((each) => [each.register.key, each]));
  const lists = [...byKey].map(([register, definition]) => ({
    register,
    fields: listedFieldsOf(definition),
  }));
  return alignListedIndexes(await readListedIndexes(db), lists);
}

/**
 * Makes the indexes of listed fields what the registers say now. May be repeated at any time: with
 * nothing to do nothing is written.
 */
export async function indexListedFields(
  context: Context,
): Promise<{ made: number; dropped: number }> {
  const { made, dropped, steps } = await planListedIndexes(context, []);
  if (steps.length > 0) {
    await commitOrThrow(context.writer, {
      steps,
      audit: {
        action: 'register.index',
        actor: { kind: 'system', id: 'registers.index' },
        subjectKind: 'register',
        subjectId: 'listed-fields',
        at: context.clock.now(),
        facts: { made, dropped },
      },
    });
  }
  return { made: made.length, dropped: dropped.length };
}
