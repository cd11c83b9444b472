import type { Paper } from '#schema/contracts/papers.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { toPaper } from '../papers.domain.ts';
import { papersErrors } from '../papers.errors.ts';
import { findPaper, voidPaper } from '../papers.repository.ts';

type Request = {
  context: TenantContext;
  input: {
    id: string;
    reason: string;
    seenVersion: number;
    requestKey?: RequestKey | undefined;
  };
};

/** 作废: the number keeps its place with the reason and who gave it; nothing takes it again. */
export async function voidNumber({ context, input }: Request): Promise<Paper> {
  assertCan(context.actor, 'papers.number', {});
  const paper = await findPaper(context.db, input.id);
  if (paper === undefined) throw papersErrors['papers.not_found']();
  const replay = await findReplay<{ id: string }>(context, input.requestKey);
  if (replay !== undefined) return toPaper(paper);
  if (paper.voidReason !== null) throw papersErrors['papers.already_void']();
  const at = context.clock.now();
  const voiding = {
    voidReason: input.reason,
    voidedBy: context.actor.personId,
    voidedByPost: postOf(context.actor),
    voidedAt: at,
  };
  await commitAnswer(
    context.writer,
    {
      steps: [voidPaper({ id: paper.id, version: input.seenVersion }, voiding)],
      audit: {
        action: 'paper.void',
        actor: { kind: 'person', id: context.actor.personId },
        subjectKind: 'paper',
        subjectId: paper.id,
        at,
        facts: {
          series: paper.prefix,
          year: paper.year,
          number: paper.number,
          reason: input.reason,
        },
      },
    },
    {
      answer: { id: paper.id },
      requestKey: input.requestKey,
      currentVersion: async () => (await findPaper(context.db, paper.id))?.version,
    },
  );
  return toPaper({ ...paper, ...voiding, version: input.seenVersion + 1 });
}
