import type { AuditActor } from '#schema/contracts/audit.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { disablePerson } from '../people.repository.ts';
import { endSessions } from '../sessions.repository.ts';
import type { AccountContext } from './create-accounts.ts';

/** Bars an account and ends its sessions: at once for writes, within 5 s for reads. */
export async function disableAccount(request: {
  context: AccountContext;
  input: { readonly personId: string; readonly reason: string; readonly actor: AuditActor };
}): Promise<void> {
  const { context, input } = request;
  const at = context.clock.now();
  await commitOrThrow(context.writer, {
    steps: [disablePerson(input.personId, at), endSessions(input.personId)],
    audit: {
      action: 'account.disable',
      actor: input.actor,
      subjectKind: 'account',
      subjectId: input.personId,
      at,
      facts: { reason: input.reason },
    },
  });
}
