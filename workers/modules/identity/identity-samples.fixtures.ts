import type { RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';

export const identitySamples: RouteSamples = {
  'POST /api/auth/sign-in/username': () => ({
    json: { username: 'nobody', password: 'not-a-password' },
  }),
  'POST /api/auth/sign-out': () => ({ json: {} }),
};
