import { campaignsSamples } from '#workers/modules/campaigns/campaigns-samples.fixtures.ts';
import { evidenceSamples } from '#workers/modules/evidence/evidence-samples.fixtures.ts';
import { identitySamples } from '#workers/modules/identity/identity-samples.fixtures.ts';
import { organizationsSamples } from '#workers/modules/organizations/organizations-samples.fixtures.ts';
import { reviewsSamples } from '#workers/modules/reviews/reviews-samples.fixtures.ts';
import { scoringSamples } from '#workers/modules/scoring/scoring-samples.fixtures.ts';
import { submissionsSamples } from '#workers/modules/submissions/submissions-samples.fixtures.ts';
import type { RouteSamples } from './route-samples.fixtures.ts';

/** Samples of every tenant route with parameters or a body: one line a module. */
export const tenantSamples: RouteSamples = {
  ...identitySamples,
  ...organizationsSamples,
  ...evidenceSamples,
  ...campaignsSamples,
  ...submissionsSamples,
  ...reviewsSamples,
  ...scoringSamples,
};

export const oversightSamples: RouteSamples = {
  ...identitySamples,
};

export const platformSamples: RouteSamples = {
  ...identitySamples,
};
