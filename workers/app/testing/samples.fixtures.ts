import { bulletinsSamples } from '#workers/modules/bulletins/bulletins-samples.fixtures.ts';
import { campaignsSamples } from '#workers/modules/campaigns/campaigns-samples.fixtures.ts';
import { evidenceSamples } from '#workers/modules/evidence/evidence-samples.fixtures.ts';
import { figuresSamples } from '#workers/modules/figures/figures-samples.fixtures.ts';
import { identitySamples } from '#workers/modules/identity/identity-samples.fixtures.ts';
import { importedFiguresSamples } from '#workers/modules/imported-figures/imported-figures-samples.fixtures.ts';
import { organizationsSamples } from '#workers/modules/organizations/organizations-samples.fixtures.ts';
import { boardSamples } from '#workers/modules/oversight/oversight-samples.fixtures.ts';
import { papersSamples } from '#workers/modules/papers/papers-samples.fixtures.ts';
import { petitionsSamples } from '#workers/modules/petitions/petitions-samples.fixtures.ts';
import { proposalsSamples } from '#workers/modules/proposals/proposals-samples.fixtures.ts';
import { registersSamples } from '#workers/modules/registers/registers-samples.fixtures.ts';
import { remindersSamples } from '#workers/modules/reminders/reminders-samples.fixtures.ts';
import { requestsSamples } from '#workers/modules/requests/requests-samples.fixtures.ts';
import { reviewsSamples } from '#workers/modules/reviews/reviews-samples.fixtures.ts';
import { scoringSamples } from '#workers/modules/scoring/scoring-samples.fixtures.ts';
import { snapshotsSamples } from '#workers/modules/snapshots/snapshots-samples.fixtures.ts';
import { submissionsSamples } from '#workers/modules/submissions/submissions-samples.fixtures.ts';
import { tenantsSamples } from '#workers/modules/tenants/tenants-samples.fixtures.ts';
import type { RouteSamples } from './route-samples.fixtures.ts';

/** Samples of every tenant route with parameters or a body: one line a module. */
export const tenantSamples: RouteSamples = {
  ...identitySamples,
  ...organizationsSamples,
  ...evidenceSamples,
  ...campaignsSamples,
  ...submissionsSamples,
  ...registersSamples,
  ...papersSamples,
  ...remindersSamples,
  ...requestsSamples,
  ...reviewsSamples,
  ...scoringSamples,
  ...proposalsSamples,
  ...snapshotsSamples,
  ...figuresSamples,
  ...importedFiguresSamples,
  ...petitionsSamples,
  ...bulletinsSamples,
  ...tenantsSamples,
};

export const oversightSamples: RouteSamples = {
  ...identitySamples,
  ...boardSamples,
};

export const platformSamples: RouteSamples = {
  ...identitySamples,
};
