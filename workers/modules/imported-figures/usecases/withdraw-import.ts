import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { importedFiguresErrors } from '../imported-figures.errors.ts';
import { findFigureImport, withdrawFigureImport } from '../imported-figures.repository.ts';

/** 撤回: from now on nobody reads it; a moment before still does. */
export async function withdrawImport(request: {
  context: TenantContext;
  input: { id: string; reason: string; requestKey?: RequestKey | undefined };
}): Promise<{ id: string }> {
  const { context, input } = request;
  const { actor, db, clock, writer } = context;
  assertCan(actor, 'campaigns.draft', {});
  const stored = await findFigureImport(db, input.id);
  if (stored === undefined) throw importedFiguresErrors['imported-figures.not_found']();
  const { id, indicator, period } = stored;
  const at = clock.now();
  const change = {
    steps: [
      withdrawFigureImport(id, {
        withdrawnAt: at,
        withdrawnByPost: actor.post ?? actor.name,
        withdrawnReason: input.reason,
      }),
    ],
    audit: {
      action: 'imported-figure.withdraw' as const,
      actor: { kind: 'person' as const, id: actor.personId },
      subjectKind: 'import',
      subjectId: id,
      at,
      facts: { indicator, period, reason: input.reason },
    },
  };
  return commitAnswer(writer, change, { answer: { id }, requestKey: input.requestKey });
}
