import type { OpenWork } from '#schema/contracts/organization-acts.ts';
import { endingReason, findOrganization } from '#workers/modules/organizations/index.ts';
import type { OpenWorkReader, UnitEnded } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { listInstanceKeys, listOpenOfUnit, updateEntry } from '../registers.repository.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';
import { loadDefinition } from './load-definition.ts';
import { tellHistories } from './tell-histories.ts';

const entriesAChange = 100;

/** An instance of a master list goes on only where the heir has none of its own. */
const isPassedOn = (entry: StoredEntry, intoId: string, known: ReadonlySet<string>): boolean =>
  entry.masterRow === null || !known.has(`${entry.masterRow} ${intoId}`);

/** The open entries of a unit, and at which unit they go on. */
export const readOpenEntries: OpenWorkReader = async (context, { organizationId, intoId }) => {
  const entries = await listOpenOfUnit(context.db, organizationId);
  const keys = [...new Set(entries.map(({ registerKey }) => registerKey))];
  const titles = new Map(
    await Promise.all(keys.map(async (key) => [key, await titleOf(context.db, key)] as const)),
  );
  return entries.map((entry): OpenWork => ({
    kind: 'entry',
    id: entry.id,
    title: `${titles.get(entry.registerKey) ?? ''}第${entry.number}号`,
    organizationId,
    state: entry.state,
    dueOn: entry.openDueOn,
    responsible: entry.responsible,
    fate: intoId === undefined ? 'continues' : 'passed-on',
  }));
};

async function titleOf(db: TenantJobContext['db'], key: string): Promise<string> {
  const { title } = (await loadDefinition(db, key)).register;
  return typeof title === 'object' ? title.zh : title;
}

/** Open entries of a merged unit go on at its heir; those of a closed one stay to be closed. */
export async function passEntriesOn(request: {
  context: Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;
  input: UnitEnded;
  mark: Step;
}): Promise<number> {
  const { context, input, mark } = request;
  const at = context.clock.now();
  const heir = input.intoId === null ? undefined : await findOrganization(context.db, input.intoId);
  const open = heir === undefined ? [] : await listOpenOfUnit(context.db, input.organizationId);
  const keys = [...new Set(open.map(({ registerKey }) => registerKey))];
  const known = new Map(
    await Promise.all(
      keys.map(async (key) => [key, await listInstanceKeys(context.db, key)] as const),
    ),
  );
  const passing = open.filter(
    (entry) => heir && isPassedOn(entry, heir.id, known.get(entry.registerKey) ?? new Set()),
  );
  const place = heir && {
    organizationId: heir.id,
    organizationOrder: heir.order,
    supervisionPath: heir.paths.supervision ?? '',
    territoryPath: heir.paths.territory ?? '',
  };
  const chunks = Math.max(1, Math.ceil(passing.length / entriesAChange));
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const some = passing.slice(chunk * entriesAChange, (chunk + 1) * entriesAChange);
    const steps = some.flatMap((entry) => updateEntry(entry, { ...place, updatedAt: at }));
    const told = heir && (await tellHistories(context, input, { heir, entries: some }));
    await commitOrThrow(context.writer, {
      steps: [...steps, ...(told ?? []), ...(chunk === chunks - 1 ? [mark] : [])],
      audit: {
        action: 'register-entry.hand-over',
        actor: { kind: 'system', id: 'registers.pass-on-of-ended' },
        subjectKind: 'organization',
        subjectId: input.organizationId,
        at,
        facts: {
          reason: endingReason(input),
          intoId: input.intoId,
          entries: some.map(({ id }) => id),
        },
      },
    });
  }
  return passing.length;
}
