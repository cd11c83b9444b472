import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { scoredFilingOf } from '#workers/modules/reviews/reviews-samples.fixtures.ts';
import { publishEvaluated } from './scoring.fixtures.ts';
import { recordDeduction } from './usecases/record-deduction.ts';
import { recordDemerit } from './usecases/record-demerit.ts';
import { recordScoreFact } from './usecases/record-score-fact.ts';

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

const evaluated = new Map<string, Promise<{ campaignId: string }>>();

/** A campaign with an evaluation, published once a tenant, and its hospital. */
async function evaluatedUnitOf({ site }: Given) {
  const open = evaluated.get(site.database.namespace) ?? publishEvaluated(site);
  evaluated.set(site.database.namespace, open);
  return { campaignId: (await open).campaignId, organizationId: site.units['hospital'] ?? '' };
}

const honourOf = async (given: Given) => ({
  ...(await evaluatedUnitOf(given)),
  fact: 'honours',
  on: '2026-06-20',
  content: { kind: 'event' as const, category: 'own' },
  reason: '获本级通报表扬',
});

const demeritOf = async (given: Given) => ({
  ...(await evaluatedUnitOf(given)),
  ledger: 'conduct',
  on: '2026-06-20',
  tier: 'light',
  reason: '违规执业',
});

const recordOf = async (given: Given) => {
  const context = await createTestContext(given.site, 'checker');
  const { id } = await recordScoreFact({ context, input: await honourOf(given) });
  return { id };
};

export const scoringSamples: RouteSamples = {
  'GET /api/scoring/facts': async (given) => {
    const { campaignId: campaign, organizationId: organization } = await evaluatedUnitOf(given);
    return { query: { campaign, organization }, foreignStatus: 404 };
  },
  'POST /api/scoring/facts': async (given) => ({
    json: await honourOf(given),
    foreignStatus: 404,
  }),
  'POST /api/scoring/facts/:id/confirm': async (given) => ({ params: await recordOf(given) }),
  'POST /api/scoring/facts/:id/withdraw': async (given) => ({
    params: await recordOf(given),
    json: { reason: '复核后撤销' },
  }),
  'GET /api/scoring/evaluation': async (given) => {
    const { campaignId: campaign, organizationId: organization } = await evaluatedUnitOf(given);
    return { query: { campaign, organization }, foreignStatus: 404 };
  },
  'GET /api/scoring/rankings': async (given) => {
    const { campaignId: campaign } = await evaluatedUnitOf(given);
    return { query: { campaign, ranking: 'classes' }, foreignStatus: 404 };
  },
  'GET /api/scoring/discretion': async (given) => {
    const { campaignId: campaign } = await evaluatedUnitOf(given);
    const figure = { situation: 'fees', seriousness: 'light', amount: '2' };
    return { query: { campaign, table: 'fines', ...figure }, foreignStatus: 404 };
  },
  'POST /api/scoring/assessments': async (given) => ({
    json: { ...(await evaluatedUnitOf(given)), chain: 'yearly', step: 'first', result: '合格' },
    foreignStatus: 404,
  }),
  'POST /api/scoring/assessments/answers': async (given) => {
    const { campaignId } = await evaluatedUnitOf(given);
    return { json: { campaignId, chain: 'yearly', agrees: true }, foreignStatus: 404 };
  },
  'POST /api/scoring/demerits': async (given) => ({
    json: await demeritOf(given),
    foreignStatus: 404,
  }),
  'POST /api/scoring/demerits/:id/withdraw': async (given) => {
    const context = await createTestContext(given.site, 'checker');
    const { id } = await recordDemerit({ context, input: await demeritOf(given) });
    return { params: { id }, json: { reason: '复核后撤销' } };
  },
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
