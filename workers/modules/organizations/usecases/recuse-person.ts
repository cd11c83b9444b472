import type { AuditActor } from '#schema/contracts/audit.ts';
import { bumpAuthority } from '#workers/modules/identity/index.ts';
import type { AccountContext } from '#workers/modules/identity/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { insertRecusal } from '../grants.repository.ts';

/** Records a tie (回避): the person judges nothing of this unit while it lasts. */
export async function recusePerson(request: {
  context: AccountContext;
  input: {
    readonly personId: string;
    readonly organizationId: string;
    readonly reason: string;
    readonly to?: string;
    /** Who takes over, by person and post. */
    readonly successor?: { readonly personId: string; readonly post: string } | undefined;
    readonly actor: AuditActor;
  };
}): Promise<string> {
  const { context, input } = request;
  const at = context.clock.now();
  const { personId, organizationId, reason } = input;
  const id = context.ids.next('rec');
  const { personId: successorId = null, post: successorPost = null } = input.successor ?? {};
  const recusal = {
    id,
    personId,
    organizationId,
    reason,
    from: dayOf(at),
    to: input.to ?? null,
    successorId,
    successorPost,
  };
  await commitOrThrow(context.writer, {
    steps: [insertRecusal(recusal, at), bumpAuthority([personId])],
    audit: {
      action: 'grant.give',
      actor: input.actor,
      subjectKind: 'recusal',
      subjectId: id,
      at,
      facts: {
        personId,
        organizationId,
        reason,
        ...(successorId === null ? {} : { successorId }),
      },
    },
  });
  return id;
}
