import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';

/** Kinds are the same in every tenant: what stands there is one's own. */
const contact = {
  params: { kind: 'email' },
  json: { value: 'li@unit.example' },
  foreignStatus: 204,
};
const settings = { digestAt: '09:00', quietOnRestDays: true };
const setup = { kind: 'webhook', url: 'https://inbox.example.org/qingfeng' };
const channel = { setup, secret: 'shared-secret', enabled: true };

const urge: RouteSample = ({ site }) => ({
  json: { campaign: `cmp_0${'1'.repeat(25)}`, organizationIds: [site.units['hospital'] ?? ''] },
  foreignStatus: 404,
});

export const remindersSamples: RouteSamples = {
  'POST /api/reminders/urges/preview': urge,
  'POST /api/reminders/urges': urge,
  'PUT /api/reminders/reception': () => ({ json: { channel: null, digest: true, urged: true } }),
  'PUT /api/reminders/contacts/:kind': () => contact,
  'DELETE /api/reminders/contacts/:kind': () => ({ params: { kind: 'email' }, foreignStatus: 204 }),
  'PUT /api/reminders/settings': () => ({ query: { version: '0' }, json: settings }),
  'PUT /api/reminders/channels/:kind': () => ({
    params: { kind: 'webhook' },
    query: { version: '0' },
    json: channel,
    foreignStatus: 200,
  }),
  'DELETE /api/reminders/channels/:kind': () => ({
    params: { kind: 'webhook' },
    query: { version: '1' },
    foreignStatus: 204,
  }),
  'POST /api/reminders/channels/:kind/test': () => ({
    params: { kind: 'webhook' },
    json: { to: 'li' },
  }),
  'POST /api/reminders/undelivered/:id/resend': () => ({ params: { id: 'evt_1' } }),
  'PUT /api/reminders/people/:personId/contacts/:kind': ({ site }) => ({
    params: { personId: site.people['clerk'] ?? '', kind: 'email' },
    json: { value: 'li@unit.example' },
  }),
};
