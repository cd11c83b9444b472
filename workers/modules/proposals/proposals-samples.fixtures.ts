import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { publishEvaluated, recordScoreFact } from '#workers/modules/scoring/scoring.fixtures.ts';
import { listOfUnit } from './proposals.repository.ts';
import { refreshProposals } from './usecases/refresh-proposals.ts';

type Given = Parameters<RouteSample>[0];
const opened = new Map<string, Promise<{ id: string; campaignId: string }>>();

/** A unit with three complaints in one month, and the proposal that follows. */
async function openProposal(site: Given['site']) {
  const context = await createTestContext(site, 'checker');
  const { campaignId } = await publishEvaluated(site, 'proposed');
  const place = { campaignId, organizationId: site.units['hospital'] ?? '' };
  const content = { kind: 'event' as const, quantity: 3 };
  const input = { ...place, fact: 'complaints', on: '2026-06-05', content, reason: '来电投诉' };
  await recordScoreFact({ context, input });
  await refreshProposals({ context, input: place });
  const [proposal] = await listOfUnit(context.db, place);
  if (proposal === undefined) throw new Error('nothing was proposed');
  return { id: proposal.id, campaignId };
}

async function proposalOf({ site }: Given) {
  const open = opened.get(site.database.namespace) ?? openProposal(site);
  opened.set(site.database.namespace, open);
  return open;
}

const onProposal =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { id: (await proposalOf(given)).id },
    ...(json === undefined ? {} : { json }),
  });

export const proposalsSamples: RouteSamples = {
  'POST /api/proposals/refresh': async (given) => ({
    json: { campaignId: (await proposalOf(given)).campaignId },
    foreignStatus: 404,
  }),
  'GET /api/proposals/:id': onProposal(),
  'POST /api/proposals/:id/decision': onProposal({ accepts: false, reason: '已经整改' }),
  'POST /api/proposals/:id/measure': onProposal({ on: '2026-07-01', basis: '会议决定' }),
};
