import type { RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';

export const boardSamples: RouteSamples = {
  'POST /api/oversight/deliveries': () => ({ json: {} }),
  'GET /api/oversight/indicators/:key': () => ({ params: { key: 'no-such-indicator' } }),
};
