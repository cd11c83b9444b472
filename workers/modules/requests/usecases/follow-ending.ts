import type { OpenWork } from '#schema/contracts/organization-acts.ts';
import { endingReason } from '#workers/modules/organizations/index.ts';
import type { OpenWorkReader, UnitEnded } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { repliesOfUnitQuery, updateReply } from '../replies.repository.ts';
import type { StoredReply } from '../replies.repository.ts';
import { findRequest } from '../requests.repository.ts';

const isExcused = ({ state }: StoredReply): boolean =>
  state === 'due' || state === 'draft' || state === 'returned';

/** The replies that a unit still owes. */
export const readOpenReplies: OpenWorkReader = async (context, { organizationId }) => {
  const owed = (await repliesOfUnitQuery(context.db, organizationId)).filter(isExcused);
  return Promise.all(
    owed.map(async (reply): Promise<OpenWork> => {
      const request = await findRequest(context.db, reply.requestId);
      return {
        kind: 'reply',
        id: reply.id,
        title: request?.content.title ?? reply.requestId,
        organizationId,
        state: reply.state,
        dueOn: reply.dueOn,
        responsible: null,
        fate: 'exempted',
      };
    }),
  );
};

/** 免报 of every reply that a unit which has ended did not make. */
export async function excuseOfEnded(request: {
  context: Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;
  input: UnitEnded;
  mark: Step;
}): Promise<number> {
  const { context, input, mark } = request;
  const at = context.clock.now();
  const owed = (await repliesOfUnitQuery(context.db, input.organizationId)).filter(isExcused);
  const excusedReason = endingReason(input);
  await commitOrThrow(context.writer, {
    steps: [
      ...owed.map((reply) =>
        updateReply(reply, { state: 'excused', excusedReason, updatedAt: at }),
      ),
      mark,
    ],
    audit: {
      action: 'request.excuse',
      actor: { kind: 'system', id: 'requests.excuse-of-ended' },
      subjectKind: 'organization',
      subjectId: input.organizationId,
      at,
      facts: { reason: excusedReason, replies: owed.map(({ id }) => id) },
    },
  });
  return owed.length;
}
