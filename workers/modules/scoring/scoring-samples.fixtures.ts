import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { scoredFilingOf } from '#workers/modules/reviews/reviews-samples.fixtures.ts';
import { recordDeduction } from './usecases/record-deduction.ts';

type Given = Parameters<RouteSample>[0];

async function deductionOf(given: Given) {
  const { campaignId, organizationId } = await scoredFilingOf(given);
  return {
    campaignId,
    organizationId,
    scorecard: 'institution',
    criterion: 'training',
    amount: 5000,
    reason: '培训签到不全',
  };
}

export const scoringSamples: RouteSamples = {
  'GET /api/scoring/sheets/mine': async (given) => ({
    query: { campaign: (await scoredFilingOf(given)).campaignId },
    foreignStatus: 404,
  }),
  'GET /api/scoring/sheets/:organizationId': async (given) => {
    const { campaignId, organizationId } = await scoredFilingOf(given);
    return { params: { organizationId }, query: { campaign: campaignId } };
  },
  'GET /api/scoring/deductions': async (given) => {
    const { campaignId, organizationId } = await scoredFilingOf(given);
    const query = { campaign: campaignId, organization: organizationId };
    return { query, foreignStatus: 404 };
  },
  'POST /api/scoring/deductions': async (given) => ({
    json: await deductionOf(given),
    foreignStatus: 404,
  }),
  'POST /api/scoring/deductions/:id/withdraw': async (given) => {
    const context = await createTestContext(given.site, 'checker');
    const { id } = await recordDeduction({ context, input: await deductionOf(given) });
    return { params: { id }, json: { reason: '复核后撤销' } };
  },
};
