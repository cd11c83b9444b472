import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';
import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { insertEmblem } from './branding.repository.ts';
import { drawPng } from './emblem.fixtures.ts';

/** A whole and readable state of a site. */
export const sampleSite: SiteBranding = {
  accent: '#7a1f2b',
  title: { zh: '东区行风建设工作平台', en: 'Conduct campaign of Dong' },
  mark: '东',
  motif: 'wave',
  words: { self: '本局', departments: '科室', territory: '全区', office: '行风办' },
  footer: { sponsor: '东区卫生健康局' },
};

const kept: RouteSample = async ({ site }) => {
  const { clock, writer } = site.database;
  const hash = 'a'.repeat(64);
  const at = clock.now();
  const picture = { hash, content: btoa('png'), width: 64, height: 64 };
  await writer.commit({
    steps: [insertEmblem({ ...picture, keptBy: 'p', keptAt: at })],
    audit: {
      action: 'tenant.keep-emblem',
      actor: testActor,
      subjectKind: 'tenant',
      subjectId: 'tenant',
      at,
      facts: {},
    },
  });
  return { params: { hash } };
};

export const tenantsSamples: RouteSamples = {
  'PUT /api/tenant/branding': () => ({
    json: sampleSite,
    headers: { 'if-match': '"1"' },
    foreignStatus: 200,
  }),
  'POST /api/tenant/branding/restore': () => ({
    json: { number: 9 },
    headers: { 'if-match': '"1"' },
  }),
  'POST /api/tenant/emblems': () => ({ body: drawPng(), foreignStatus: 201 }),
  'GET /api/tenant/emblems/:hash': kept,
};
