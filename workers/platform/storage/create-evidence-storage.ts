import type { Bindings } from '../bindings.ts';
import { createDiskEvidenceStorage } from './disk.evidence.driver.ts';
import type { EvidenceStorage } from './evidence-storage.ts';
import { createR2EvidenceStorage } from './r2.evidence.driver.ts';

/** The storage that this deployment has; refuses to start without one. */
export function createEvidenceStorage(
  bindings: Pick<Bindings, 'EVIDENCE_DISK' | 'EVIDENCE_BUCKET'>,
): EvidenceStorage {
  if (bindings.EVIDENCE_DISK !== undefined)
    return createDiskEvidenceStorage(bindings.EVIDENCE_DISK);
  if (bindings.EVIDENCE_BUCKET !== undefined) {
    return createR2EvidenceStorage(bindings.EVIDENCE_BUCKET);
  }
  throw new Error('neither EVIDENCE_DISK nor EVIDENCE_BUCKET is bound');
}
