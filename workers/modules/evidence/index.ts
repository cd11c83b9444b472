/**
 * Owns files that prove something: received once, told by content, hashed, read back; cited by the
 * records of other modules, and opened by whoever may see one of those records.
 */
export { evidenceErrors } from './evidence.errors.ts';
export { assertOwnScan } from './usecases/assert-own-scan.ts';
export { citeEvidence, listEvidence } from './evidence.repository.ts';
export type { EvidencePlace, StoredEvidence } from './evidence.repository.ts';
export { createEvidenceRoutes } from './evidence.routes.ts';
export { toAnswer as toEvidenceAnswer } from './usecases/receive-evidence.ts';
