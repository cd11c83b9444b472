import type { HandoverItem } from '#schema/contracts/handovers.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { PersonalWorkReader, PostHandedOver } from '#workers/modules/organizations/index.ts';
import { findSubmission } from '#workers/modules/submissions/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { askedOfQuery, moveAsked } from '../opinions.repository.ts';

/** 会审、复审 opinions that a person is asked for and has not given. */
export const readAskedOpinions: PersonalWorkReader = async ({ db }, personId) => {
  const asked = await askedOfQuery(db, personId);
  return Promise.all(
    asked.map(async ({ id, submissionId, question }): Promise<HandoverItem> => {
      const filing = await findSubmission(db, submissionId);
      const [unit] = await findOrganizations(db, filing ? [filing.organizationId] : []);
      const title = unit ? `${unit.name}：${question}` : question;
      return { kind: 'opinion', id, title, state: 'asked', dueOn: null };
    }),
  );
};

/** The opinions still to be given go with the post; those that were given stay whose they are. */
export async function passOpinionsOn(request: {
  context: Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;
  input: PostHandedOver;
  mark: Step;
}): Promise<number> {
  const { context, input, mark } = request;
  const { fromId, toId, toPost, handoverId } = input;
  const asked = await askedOfQuery(context.db, fromId);
  await commitOrThrow(context.writer, {
    steps: [moveAsked(fromId, { toId, toPost }), mark],
    audit: {
      action: 'review.ask',
      actor: { kind: 'system', id: 'reviews.pass-opinions-on' },
      subjectKind: 'handover',
      subjectId: handoverId,
      at: context.clock.now(),
      facts: { from: fromId, to: toId, opinions: asked.map(({ id }) => id) },
    },
  });
  return asked.length;
}
