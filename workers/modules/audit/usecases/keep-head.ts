import type { AuditAnchor } from '#schema/contracts/audit-anchor.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { AuditFacts, Step, Writer } from '#workers/platform/database/change.ts';
import { insertHead } from '../audit.repository.ts';

export type KeepHeadContext = {
  /** The tenant's own database, where the head comes from. */
  writer: Writer;
  /** Control's database, where the tenant cannot reach it. */
  control: Writer;
  clock: Clock;
};

/** Keeps a signed head outside of its database, and then marks it as kept; safe to repeat. */
export async function keepHead(request: {
  context: KeepHeadContext;
  input: { anchor: AuditAnchor; mark: Step };
}): Promise<void> {
  const { context, input } = request;
  const at = context.clock.now();
  const audit: AuditFacts = {
    action: 'outbox.mark-handled',
    actor: { kind: 'system', id: 'audit' },
    subjectKind: 'audit-head',
    subjectId: `${input.anchor.namespace}/${input.anchor.seq}`,
    at,
    facts: { hash: input.anchor.hash },
  };
  const kept = await context.control.commit({ steps: [insertHead(input.anchor, at)], audit });
  if (kept.status === 'refused') throw new Error(`control refused an audit head: ${kept.reason}`);
  const marked = await context.writer.commit({ steps: [input.mark], audit });
  if (marked.status === 'refused') throw new Error(`the mark was refused: ${marked.reason}`);
}
