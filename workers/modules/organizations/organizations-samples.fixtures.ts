import type { RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';

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
  'POST /api/accounts/:id/disable': ({ site }) => ({
    params: { id: site.people['clerk'] ?? '' },
    json: { reason: '调离岗位' },
  }),
  'POST /api/accounts/:id/enable': ({ site }) => ({
    params: { id: site.people['clerk'] ?? '' },
    json: { reason: '返回岗位' },
  }),
};
