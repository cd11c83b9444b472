import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { listGrantsOf } from './grants.repository.ts';
import { openTestHandover } from './handovers.fixtures.ts';
import { openTestImport, openTestPeopleImport } from './imports.fixtures.ts';
import { openTestInvitation, testLink } from './invitations.fixtures.ts';

const actOf =
  (json: object): RouteSample =>
  ({ site }) => ({ params: { id: site.units['hospital'] ?? '' }, json });
const on = '2026-07-01';
const reason = '主管部门批复';

const importOf: RouteSample = async ({ site }) => ({ params: { id: await openTestImport(site) } });

const invitationIn =
  (state: 'asked' | 'authorized', json?: object): RouteSample =>
  async ({ site }) => ({
    params: { id: await openTestInvitation(site, { state }) },
    ...(json ? { json } : {}),
  });

const handoverOf =
  (json?: object): RouteSample =>
  async ({ site }) => ({
    // Each of another post: a post is handed over once at a time.
    params: { id: await openTestHandover(site, { grantId: site.database.ids.next('grt') }) },
    ...(json ? { json } : {}),
  });

const peopleImportOf: RouteSample = async ({ site }) => ({
  params: { id: await openTestPeopleImport(site) },
});

/** A list of one that waits for its decision. */
const batchOf =
  (state: 'asked' | 'authorized', json: object): RouteSample =>
  async ({ site }) => {
    const importId = await openTestPeopleImport(site, { state: 'done' });
    await openTestInvitation(site, { state, importId });
    return { params: { id: importId }, json };
  };

const peopleImports: RouteSamples = {
  'GET /api/invitations/imports': () => ({}),
  'POST /api/invitations/imports': () => ({
    json: {
      subject: 'people',
      fileName: '人员.xlsx',
      headings: [{ text: '登录名', column: 'username' }],
      total: 1,
    },
  }),
  'POST /api/invitations/imports/:id/rows': async (given) => ({
    ...(await peopleImportOf(given)),
    json: { rows: [{ row: 2, cells: ['lin.yi'] }] },
  }),
  'GET /api/invitations/imports/:id': peopleImportOf,
  'GET /api/invitations/imports/:id/rows': peopleImportOf,
  'POST /api/invitations/imports/:id/check': peopleImportOf,
  'POST /api/invitations/imports/:id/take': async (given) => ({
    ...(await peopleImportOf(given)),
    json: { choice: 'good' },
  }),
  'POST /api/invitations/imports/:id/advance': peopleImportOf,
  'POST /api/invitations/imports/:id/drop': peopleImportOf,
  'GET /api/invitations/batches': () => ({}),
  'POST /api/invitations/batches/:id/authorize': batchOf('asked', { refused: [] }),
  'POST /api/invitations/batches/:id/links': batchOf('authorized', {}),
};

export const organizationsSamples: RouteSamples = {
  ...peopleImports,
  'GET /api/handovers': () => ({}),
  'GET /api/handovers/posts': () => ({}),
  'POST /api/handovers': async ({ site }) => {
    const [grant] = await listGrantsOf(site.database.db, [site.people['clerk'] ?? '']);
    const toId = site.people['department'] ?? '';
    return {
      json: { grantId: grant?.id ?? '', toId, on: '2026-07-01', reason: '轮岗' },
      foreignStatus: 403,
    };
  },
  'GET /api/handovers/:id': handoverOf(),
  'POST /api/handovers/:id/authorize': handoverOf(),
  'POST /api/handovers/:id/acknowledge': handoverOf(),
  'POST /api/handovers/:id/withdraw': handoverOf({ reason: '人选有变' }),
  'GET /api/invitations': () => ({}),
  'POST /api/invitations': () => ({
    json: { role: 'commission-drafter', post: '行风办拟稿岗', reason: '新任' },
  }),
  'POST /api/invitations/:id/authorize': invitationIn('asked'),
  'POST /api/invitations/:id/link': invitationIn('authorized'),
  'POST /api/invitations/:id/withdraw': invitationIn('asked', { reason: '不再需要' }),
  'GET /api/invited': async ({ site }) => ({
    headers: { authorization: `Bearer ${await testLink(site)}` },
  }),
  'POST /api/invited/acceptance': async ({ site }) => ({
    headers: { authorization: `Bearer ${await testLink(site)}` },
    json: { username: 'invited-one', password: 'Qing-shan-lv-shui-88' },
  }),
  'POST /api/organizations/without-liaison/:id/ask': ({ site }) => ({
    params: { id: site.units['second-hospital'] ?? '' },
  }),
  'POST /api/organizations/:id/rename': actOf({ name: '东区人民医院', on, reason }),
  'POST /api/organizations/:id/facts': actOf({ key: 'beds', value: 400, on, reason }),
  'POST /api/organizations/:id/superior': actOf({
    relation: 'guidance',
    superiorId: null,
    on,
    reason,
  }),
  'POST /api/organizations/:id/end': actOf({ on, reason }),
  'POST /api/organizations/:id/reopen': actOf({ reason }),
  'GET /api/organizations/:id/ending': ({ site }) => ({
    params: { id: site.units['hospital'] ?? '' },
  }),
  'POST /api/organizations/imports': () => ({
    json: {
      subject: 'organizations',
      fileName: '单位名录.xlsx',
      headings: [{ text: '单位名称', column: 'name' }],
      total: 1,
    },
  }),
  'POST /api/organizations/imports/:id/rows': async (given) => ({
    ...(await importOf(given)),
    json: { rows: [{ row: 2, cells: ['新建医院'] }] },
  }),
  'GET /api/organizations/imports/:id': importOf,
  'GET /api/organizations/imports/:id/rows': importOf,
  'POST /api/organizations/imports/:id/check': importOf,
  'POST /api/organizations/imports/:id/take': async (given) => ({
    ...(await importOf(given)),
    json: { choice: 'good' },
  }),
  'POST /api/organizations/imports/:id/advance': importOf,
  'POST /api/organizations/imports/:id/drop': importOf,
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
