import { Hono } from 'hono';
import * as v from 'valibot';
import { AuditPageSchema } from '#schema/contracts/audit-entries.ts';
import { auditActionSchema } from '#schema/contracts/audit.ts';
import { describe } from '#workers/platform/http/describe.ts';
import type { HttpEnv } from '#workers/platform/http/http-env.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { listEntries } from './usecases/list-entries.ts';
import type { AuditReadContext } from './usecases/list-entries.ts';

/** The trail is below the tenants, so it names itself what it needs of a request. */
type AuditEnv = { Variables: HttpEnv['Variables'] & { context: AuditReadContext } };

const EntriesQuerySchema = v.object({
  ...pageQueryEntries,
  action: v.optional(auditActionSchema),
  subject: v.optional(v.pipe(v.string(), v.maxLength(80))),
});

/** `/api/audit`: the trail, to be read and never to be written. */
export function createAuditRoutes() {
  return new Hono<AuditEnv>().get(
    '/entries',
    describe({
      permission: 'audit.read',
      summary: { zh: '审计记录（由新到旧）', en: 'Audit entries, newest first' },
      responses: { 200: { schema: AuditPageSchema } },
    }),
    validate('query', EntriesQuerySchema),
    async (c) => {
      const input = c.req.valid('query');
      c.header('cache-control', 'no-store');
      return c.json(await listEntries({ context: c.var.context, input }));
    },
  );
}
