import type { Answers } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { assertOffice, loadEntry } from './load-entry.ts';

/** Shows what is masked to somebody entitled, and keeps who looked and why. */
export async function unmaskEntry(request: {
  context: TenantContext;
  input: { id: string; reason: string };
}): Promise<{ answers: Answers }> {
  const { context, input } = request;
  const loaded = await loadEntry(context, input.id);
  assertOffice(loaded);
  const { row, definition } = loaded;
  const masked = definition.register.visibility?.masked ?? [];
  await commitOrThrow(context.writer, {
    steps: [],
    audit: {
      action: 'register-entry.unmask',
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'register-entry',
      subjectId: row.id,
      at: context.clock.now(),
      facts: { register: row.registerKey, fields: [...masked], reason: input.reason },
    },
  });
  const shown = Object.entries(row.answers).filter(([key]) => masked.includes(key));
  return { answers: Object.fromEntries(shown) };
}
