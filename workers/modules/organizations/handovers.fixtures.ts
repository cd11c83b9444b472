import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createIds } from '#workers/platform/ids.ts';
import { listGrantsOf } from './grants.repository.ts';
import { insertHandover } from './handovers.repository.ts';
import type { StoredHandover } from './handovers.repository.ts';

export { listGrantsOf };

/** The clerk's post on its way to the department's account, as the head would ask for it. */
export async function openTestHandover(
  { database, people, units }: TestSite,
  changes: Partial<StoredHandover> = {},
): Promise<string> {
  const at = database.clock.now();
  const id = createIds(database.clock).next('hdo');
  const fromId = people['clerk'] ?? '';
  const [grant] = await listGrantsOf(database.db, [fromId]);
  const row: StoredHandover = {
    id,
    state: 'asked',
    grantId: grant?.id ?? '',
    role: 'hospital-clerk',
    organizationId: units['hospital'] ?? null,
    fromId,
    fromPost: '行风办填报岗',
    toId: people['department'] ?? '',
    toPost: '财务科',
    on: '2026-07-01',
    reason: '轮岗',
    note: null,
    items: null,
    openedBy: people['head'] ?? '',
    openedByPost: '院长',
    openedAt: at,
    authorizedBy: null,
    authorizedByPost: null,
    acknowledgedAt: null,
    settledAt: null,
    version: 1,
    ...changes,
  };
  await commitOrThrow(database.writer, {
    steps: [insertHandover(row)],
    audit: {
      action: 'account.hand-over',
      actor: { kind: 'system', id: 'test' },
      subjectKind: 'handover',
      subjectId: id,
      at,
      facts: {},
    },
  });
  return id;
}
