import type { RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';

export const identitySamples: RouteSamples = {
  'POST /api/auth/sign-in/username': () => ({
    json: { username: 'nobody', password: 'not-a-password' },
  }),
  'POST /api/auth/change-password': () => ({
    json: { current: 'not-the-password', next: 'Qing-shan-lv-shui-88' },
    foreignStatus: 422,
  }),
  'POST /api/auth/sign-out': () => ({ json: {} }),
};
