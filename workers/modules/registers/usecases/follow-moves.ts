import { UNITS_MOVED } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findMisplaced, updateEntry } from '../registers.repository.ts';

const entriesAChange = 100;
const changesARun = 20;

type Context = Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;

/**
 * Open entries take the place their unit has today; ended ones keep the place of their last day, so
 * that closed periods count as they did. A long run hands over to a further event; a broken one is
 * taken up where it stopped, since only what still stands wrong is looked for.
 */
export async function followMoves(request: {
  context: Context;
  /** Goes into the last change. */
  mark: Step;
}): Promise<number> {
  const { context, mark } = request;
  let moved = 0;
  for (let change = 1; ; change += 1) {
    const misplaced = await findMisplaced(context.db, entriesAChange);
    const isLast = misplaced.length < entriesAChange;
    const handsOver = !isLast && change === changesARun;
    const at = context.clock.now();
    const steps = misplaced.flatMap(({ entry, supervisionPath, territoryPath }) =>
      updateEntry(entry, { supervisionPath, territoryPath, updatedAt: at }),
    );
    moved += misplaced.length;
    const goOn: OutboxEventDraft = { type: UNITS_MOVED, subjectId: 'tree', payload: {} };
    await commitOrThrow(context.writer, {
      steps: isLast || handsOver ? [...steps, mark] : steps,
      audit: {
        action: 'register.follow-move',
        actor: { kind: 'system', id: 'registers.follow-moves' },
        subjectKind: 'register',
        subjectId: 'open-entries',
        at,
        facts: { entries: misplaced.map(({ entry }) => entry.id) },
      },
      events: handsOver ? [goOn] : [],
    });
    if (isLast || handsOver) return moved;
  }
}
