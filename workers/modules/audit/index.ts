/**
 * The audit trail: heads signed hourly that leave their database, and (in `verify-trail.ts`, for
 * commands only, since workerd has no SHA-3) the proof of chain and anchors. Entries themselves
 * are written by the platform's writer with every change.
 */
export { signHeadHourly } from './audit.jobs.ts';
export { createAuditRoutes } from './audit.routes.ts';
export { onAuditHeadSigned } from './handlers/audit-head-signed.ts';
export { signHead } from './usecases/sign-head.ts';
