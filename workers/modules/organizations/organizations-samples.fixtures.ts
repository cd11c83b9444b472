import type { RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { listGrantsOf } from './grants.repository.ts';

export const organizationsSamples: RouteSamples = {
  'GET /api/organizations/:id': ({ site }) => ({ params: { id: site.units['hospital'] ?? '' } }),
  'POST /api/organizations/import': ({ site }) => ({
    json: {
      units: [
        {
          key: 'new',
          name: '新建医院',
          order: 500,
          kind: 'hospital',
          relations: [{ relation: 'supervision', superior: site.units['bureau'] }],
        },
      ],
    },
    foreignStatus: 422,
  }),
  'POST /api/accounts': () => ({ json: { username: 'new-clerk', post: '医院填报岗' } }),
  'POST /api/accounts/:id/grants': ({ site }) => ({
    params: { id: site.people['clerk'] ?? '' },
    json: { role: 'commission-checker', reason: '轮岗' },
  }),
  'POST /api/accounts/:id/grants/:grantId/end': async ({ site }) => {
    const personId = site.people['clerk'] ?? '';
    const [grant] = await listGrantsOf(site.database.db, [personId]);
    return { params: { id: personId, grantId: grant?.id ?? '' }, json: { reason: '调岗' } };
  },
  'POST /api/accounts/:id/reset-password': ({ site }) => ({
    params: { id: site.people['clerk'] ?? '' },
    json: { reason: '忘记密码' },
  }),
  'POST /api/accounts/:id/disable': ({ site }) => ({
    params: { id: site.people['clerk'] ?? '' },
    json: { reason: '调离岗位' },
  }),
  'POST /api/accounts/:id/enable': ({ site }) => ({
    params: { id: site.people['clerk'] ?? '' },
    json: { reason: '返回岗位' },
  }),
};
