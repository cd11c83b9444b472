import type { RecheckResult } from '#plugins/sdk/registers/entry.ts';
import { lookBack } from '#plugins/sdk/registers/looking-back.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { ENTRY_FOUND_UNTRUE } from '../registers.events.ts';
import { commitEntry, insertSteps } from './commit-entry.ts';
import type { EntryMade } from './commit-entry.ts';
import { assertOffice, assertSeen, loadEntry } from './load-entry.ts';
import { refusal } from './take-step.ts';

/**
 * 回头看 over a closed entry: 已巩固, 反弹 (a new entry tied to this one) or 整改不实 (a proposal for a
 * measure). The entry itself stays closed under its number.
 */
export async function recheckEntry(request: {
  context: TenantContext;
  input: {
    id: string;
    seenVersion: number;
    result: RecheckResult;
    reason: string;
    requestKey?: RequestKey | undefined;
  };
}): Promise<EntryMade> {
  const { context, input } = request;
  const loaded = await loadEntry(context, input.id);
  assertOffice(loaded);
  const replay = await findReplay<EntryMade>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(loaded, input.seenVersion);
  const { definition, entry, person, row, moving } = loaded;
  const { register } = definition;
  const relapseId = context.ids.next('ent');
  const outcome = lookBack(
    { register, entry, actor: person, today: moving.today },
    { result: input.result, reason: input.reason, relapseId },
  );
  if (!outcome.ok) throw refusal(context, outcome.unmet);
  const { organizationId, organizationOrder, supervisionPath, territoryPath } = row;
  const place = { organizationId, organizationOrder, supervisionPath, territoryPath };
  const { relapse, proposal } = outcome;
  const columns = { recordedBy: context.actor.personId };
  const made = relapse && insertSteps(context, [{ definition, entry: relapse, place, columns }]);
  const payload = { entryId: row.id, register: register.key };
  return commitEntry(context, loaded, {
    entry: outcome.entry,
    columns: { recheck: input.result },
    action: 'register-entry.recheck',
    facts: { result: input.result, ...(relapse === undefined ? {} : { relapse: relapse.id }) },
    ...(made === undefined ? {} : { steps: made, made: relapseId }),
    ...(proposal === undefined
      ? {}
      : {
          events: [
            {
              type: ENTRY_FOUND_UNTRUE,
              subjectId: row.id,
              payload: { ...payload, closedBy: proposal.closedBy },
            },
          ],
        }),
    requestKey: input.requestKey,
  });
}
