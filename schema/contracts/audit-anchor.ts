import * as v from 'valibot';

/** A signed head of an audit chain, as it leaves its database and as an auditor downloads it. */
export const auditAnchorSchema = v.strictObject({
  namespace: v.string(),
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  signedAt: v.pipe(v.number(), v.integer()),
  algorithm: v.string(),
  publicKey: v.string(),
  signature: v.string(),
});
export type AuditAnchor = v.InferOutput<typeof auditAnchorSchema>;
