import type { AuditActor } from '#schema/contracts/audit.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { disablePerson, enablePerson } from '../people.repository.ts';
import { endSessions } from '../sessions.repository.ts';
import type { AccountContext } from './create-accounts.ts';

type AccountMove = {
  context: AccountContext;
  input: {
    readonly personId: string;
    readonly reason: string;
    readonly actor: AuditActor;
    readonly requestKey?: RequestKey | undefined;
  };
};
type Moved = { id: string; disabled: boolean };

/** Bars an account and ends its sessions: at once for writes, within 5 s for reads. */
export function disableAccount(request: AccountMove): Promise<Moved> {
  const { context, input } = request;
  const at = context.clock.now();
  const change = {
    steps: [disablePerson(input.personId, at), endSessions(input.personId)],
    audit: { action: 'account.disable' as const, ...auditOf(request, at) },
  };
  const answer = { id: input.personId, disabled: true };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

/** Lets a barred account sign in again, with the posts it still has. */
export function enableAccount(request: AccountMove): Promise<Moved> {
  const { context, input } = request;
  const at = context.clock.now();
  const change = {
    steps: [enablePerson(input.personId, at)],
    audit: { action: 'account.enable' as const, ...auditOf(request, at) },
  };
  const answer = { id: input.personId, disabled: false };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

function auditOf({ input }: AccountMove, at: number) {
  const { personId, reason, actor } = input;
  return { actor, subjectKind: 'account', subjectId: personId, at, facts: { reason } };
}
