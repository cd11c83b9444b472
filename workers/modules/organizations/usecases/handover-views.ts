import type { Handover, HandoverItem } from '#schema/contracts/handovers.ts';
import { holds } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { actsOf } from '../handovers.domain.ts';
import type { Reader } from '../handovers.domain.ts';
import { listRecusedUnits } from '../handovers.repository.ts';
import type { HandoverRow, StoredHandover } from '../handovers.repository.ts';
import type { WorkReaders } from '../open-work.ts';

export function readerOf({ actor }: TenantContext): Reader {
  const heads = actor.grants.filter(({ role }) => role === 'hospital-head');
  return {
    personId: actor.personId,
    authorizes: holds(actor, 'identity.authorize'),
    manages: holds(actor, 'identity.manage'),
    heads: new Set(heads.flatMap(({ organizationId }) => organizationId ?? [])),
  };
}

export const unitOf = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? id };

export function toHandover(row: HandoverRow, reader: Reader): Handover {
  const { id, state, role, fromPost, toPost, on, reason, note, version } = row;
  const { openedByPost, openedAt, authorizedByPost, acknowledgedAt, settledAt } = row;
  return {
    id,
    state,
    role,
    organization: unitOf(row.organizationId, row.organizationName),
    fromUsername: row.fromUsername ?? '',
    fromPost,
    toUsername: row.toUsername ?? '',
    toPost,
    on,
    reason,
    note,
    openedByPost,
    openedAt,
    authorizedByPost,
    acknowledgedAt,
    settledAt,
    may: actsOf(reader, row),
    version,
  };
}

/** What is in hand at this moment: of the unit, asked of the person, and the units he avoids. */
export async function itemsInHand(
  context: TenantContext,
  readers: WorkReaders,
  { fromId, organizationId }: Pick<StoredHandover, 'fromId' | 'organizationId'>,
): Promise<HandoverItem[]> {
  const [ofUnit, ofPerson, avoided] = await Promise.all([
    organizationId === null
      ? []
      : Promise.all(
          readers.ofUnit.map((read) => read(context, { organizationId, intoId: undefined })),
        ),
    Promise.all(readers.ofPerson.map((read) => read(context, fromId))),
    listRecusedUnits(context.db, fromId, dayOf(context.clock.now())),
  ]);
  return [
    ...ofUnit
      .flat()
      .map(({ kind, id, title, state, dueOn }) => ({ kind, id, title, state, dueOn })),
    ...ofPerson.flat(),
    ...avoided.map(({ id, name, to }) => ({
      kind: 'recusal' as const,
      id,
      title: name,
      state: 'standing',
      dueOn: to,
    })),
  ];
}
