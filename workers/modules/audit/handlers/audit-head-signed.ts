import * as v from 'valibot';
import { auditAnchorSchema } from '#schema/contracts/audit-anchor.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { AUDIT_HEAD_SIGNED } from '../audit.events.ts';
import { keepHead } from '../usecases/keep-head.ts';
import type { KeepHeadContext } from '../usecases/keep-head.ts';

/** A signed head leaves its database. */
export function onAuditHeadSigned(context: KeepHeadContext): OutboxHandler {
  return {
    name: 'audit.keep-head',
    event: AUDIT_HEAD_SIGNED,
    handle: async ({ event, mark }) => {
      const anchor = v.parse(auditAnchorSchema, event.payload);
      await keepHead({ context, input: { anchor, mark } });
    },
  };
}
