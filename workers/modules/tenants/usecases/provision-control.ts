import type { Clock } from '#workers/platform/clock.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { ControlDatabase } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createAuthSecret } from '../auth-secret.ts';
import { insertControlSecret, readControlSecret } from '../tenants.repository.ts';

/** Gives the control database the secret of its own hosts, once. */
export async function provisionControl(request: {
  context: { db: ControlDatabase; writer: Writer; clock: Clock };
}): Promise<void> {
  const { db, writer, clock } = request.context;
  if ((await readControlSecret(db)) !== undefined) return;
  const at = clock.now();
  await commitOrThrow(writer, {
    steps: [insertControlSecret(createAuthSecret(), at)],
    audit: {
      action: 'tenant.create',
      actor: { kind: 'operator', id: null },
      subjectKind: 'control',
      subjectId: 'control',
      at,
      facts: {},
    },
  });
}
