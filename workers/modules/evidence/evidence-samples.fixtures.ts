import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { insertEvidence } from './evidence.repository.ts';

const stored: RouteSample = async ({ site }) => {
  const { ids, clock, writer } = site.database;
  const id = ids.next('evd');
  const at = clock.now();
  const step = insertEvidence({
    id,
    organizationId: site.units['hospital'] ?? null,
    name: '扫描件.pdf',
    format: 'pdf',
    bytes: 1,
    sha256: id,
    storageKey: ids.random('obj'),
    state: 'received',
    uploadedBy: site.people['clerk'] ?? '',
    uploadedAt: at,
  });
  await writer.commit({
    steps: [step],
    audit: {
      action: 'evidence.receive',
      actor: testActor,
      subjectKind: 'evidence',
      subjectId: id,
      at,
      facts: {},
    },
  });
  return { params: { id } };
};

export const evidenceSamples: RouteSamples = {
  'POST /api/evidence': () => ({ query: { name: '扫描件.pdf' }, body: '', foreignStatus: 411 }),
  'GET /api/evidence/:id/content': stored,
  'GET /api/evidence/:id/view': stored,
};
