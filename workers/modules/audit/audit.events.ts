/** A head was signed and must leave its database; the payload is an `AuditAnchor`. */
export const AUDIT_HEAD_SIGNED = 'audit.head-signed';
