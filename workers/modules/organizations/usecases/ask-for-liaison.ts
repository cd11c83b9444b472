import { liaisonAskStandsMs } from '#schema/contracts/liaisons.ts';
import type { LiaisonAsked } from '#schema/contracts/liaisons.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findLiaisonAsk, keepLiaisonAsk } from '../liaisons.repository.ts';
import { createOrganizationNotFoundError } from '../organizations.errors.ts';
import { LIAISON_WANTED } from '../organizations.events.ts';
import { findOrganization } from '../organizations.repository.ts';

/** 请系统管理员邀请: who sees a unit without one asks; while an ask stands nobody asks again. */
export async function askForLiaison(request: {
  context: TenantContext;
  input: { readonly id: string; readonly requestKey: RequestKey | undefined };
}): Promise<LiaisonAsked> {
  const { context, input } = request;
  const { actor, clock } = context;
  assertHolds(actor, 'reminders.urge');
  const unit = await findOrganization(context.db, input.id);
  if (unit?.status !== 'open') throw createOrganizationNotFoundError();
  assertCan(actor, 'reminders.urge', { organizationId: unit.id, paths: unit.paths });
  const at = clock.now();
  const standing = await findLiaisonAsk(context.db, unit.id);
  if (standing && at - standing.at < liaisonAskStandsMs) return { id: unit.id, asked: standing };
  const byPost = actor.post ?? actor.name;
  const change = {
    steps: [
      keepLiaisonAsk({ organizationId: unit.id, askedBy: actor.personId, byPost, askedAt: at }),
    ],
    audit: {
      action: 'liaison.ask' as const,
      actor: { kind: 'person' as const, id: actor.personId },
      subjectKind: 'organization',
      subjectId: unit.id,
      at,
      facts: { byPost },
    },
    events: [
      {
        type: LIAISON_WANTED,
        subjectId: unit.id,
        payload: { organizationId: unit.id, unit: unit.name, byPost, on: dayOf(at) },
      },
    ],
  };
  return commitAnswer(context.writer, change, {
    answer: { id: unit.id, asked: { at, byPost } },
    requestKey: input.requestKey,
  });
}
