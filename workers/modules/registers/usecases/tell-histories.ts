import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { EntryEvent } from '#plugins/sdk/registers/entry.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { endingReason, findOrganization } from '#workers/modules/organizations/index.ts';
import type { UnitEnded } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { appendEvents, listEventsOf } from '../entry-events.repository.ts';
import { unattended } from '../registers.domain.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';

/** The line 单位变更 in the history of every entry that goes on at the heir. */
export async function tellHistories(
  { db, clock }: Pick<TenantJobContext, 'db' | 'clock'>,
  input: UnitEnded,
  { heir, entries }: { heir: Organization; entries: readonly StoredEntry[] },
): Promise<Step[]> {
  const was = await findOrganization(db, input.organizationId);
  const histories = await listEventsOf(
    db,
    entries.map(({ id }) => id),
  );
  const event: EntryEvent = {
    kind: 'unit-changed',
    from: was?.name ?? '',
    to: heir.name,
    on: dayAt(clock.now()),
    actor: unattended,
    reason: endingReason(input),
  };
  const additions = entries.map(({ id }) => ({
    entryId: id,
    events: [event],
    from: histories.get(id)?.length ?? 0,
  }));
  return appendEvents(additions, clock.now());
}
