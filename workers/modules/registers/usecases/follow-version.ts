import type { RegisterEntry } from '#plugins/sdk/registers/entry.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { unattended } from '../registers.domain.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { movedEntry } from '../version-moves.domain.ts';
import { listEmptyInstances } from '../version-moves.repository.ts';
import { updateSteps } from './commit-entry.ts';
import { seenOf } from './load-entry.ts';
import { judgeEntries } from './move-entries.ts';

const entriesAChange = 100;
const actor = { kind: 'system', id: 'registers.open' } as const;
const reason = '新版印发，尚未办理的随新版';

const quiet: ReadonlySet<string> = new Set(['recorded', 'version-moved', 'unit-changed']);
const isUntouched = ({ events }: RegisterEntry): boolean =>
  events.every((event) => event.actor.personId === null && quiet.has(event.kind));

/**
 * What nobody has taken up follows by itself: an instance of a master list that holds nothing goes
 * over to the version in force, where that has its row. May be repeated: who has followed is done.
 */
export async function followVersion(
  context: TenantJobContext,
  definition: RegisterDefinition,
): Promise<number> {
  const { register, versionHash: target } = definition;
  let after = 0;
  let followed = 0;
  for (;;) {
    const rows = await listEmptyInstances(context.db, {
      register: register.key,
      target,
      after,
      limit: entriesAChange,
    });
    const judged = await judgeEntries(context, rows, { now: definition, after: definition });
    const following = judged.filter(
      ({ fate, entry }) => fate.kind === 'clean' && isUntouched(entry),
    );
    const on = seenOf(context).today;
    const steps = following.flatMap(({ row, entry, fate }) => {
      const made = { from: row.versionHash, to: target, on, actor: unattended, reason };
      const moved = movedEntry(entry, fate, made);
      return updateSteps(context, { row, definition, entry }, { entry: moved });
    });
    if (steps.length > 0) {
      await commitOrThrow(context.writer, {
        steps,
        audit: {
          action: 'register-entry.move-version',
          actor,
          subjectKind: 'register',
          subjectId: register.key,
          at: context.clock.now(),
          facts: { hash: target, entries: following.map(({ row }) => row.id) },
        },
      });
    }
    followed += following.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < entriesAChange) return followed;
    after = last.number;
  }
}
