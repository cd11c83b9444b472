import * as v from 'valibot';
import { auditActorSchema } from './audit.ts';
import { InstantSchema } from './ids.ts';

/** An entry of the trail as it stands there; the hashes are what the chain is made of. */
export const AuditEntrySchema = v.object({
  seq: v.pipe(v.number(), v.safeInteger()),
  at: InstantSchema,
  action: v.string(),
  actor: v.object({
    ...auditActorSchema.entries,
    /** The post of the person, or the account where none is known. */
    post: v.nullable(v.string()),
  }),
  subjectKind: v.string(),
  subjectId: v.string(),
  facts: v.record(v.string(), v.unknown()),
  prevHash: v.string(),
  hash: v.string(),
});
export type AuditEntry = v.InferOutput<typeof AuditEntrySchema>;

/** `GET /api/audit/entries`: the newest first, with the newest head that was signed. */
export const AuditPageSchema = v.object({
  items: v.array(AuditEntrySchema),
  nextCursor: v.nullable(v.string()),
  signedHead: v.nullable(
    v.object({ seq: v.pipe(v.number(), v.safeInteger()), signedAt: InstantSchema }),
  ),
  asOf: InstantSchema,
});
export type AuditPage = v.InferOutput<typeof AuditPageSchema>;
