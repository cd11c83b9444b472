import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { repliesQuery } from './replies.repository.ts';
import { signRequest, submitRequest } from './usecases/approve-request.ts';
import { issueRequest } from './usecases/issue-request.ts';
import { askMoreTime } from './usecases/judge-reply.ts';
import { openRequest } from './usecases/open-request.ts';
import { showRequest } from './usecases/show-request.ts';

type Given = Parameters<RouteSample>[0];
type Made = { id: string; replyId: string; actId: string; askId: string; unit: string };

const made = new Map<string, Promise<Made>>();

/** A request issued to the hospitals of a site, with an application of one of them. */
async function make({ site }: Given): Promise<Made> {
  const drafter = await createTestContext(site, 'drafter');
  const { id } = await openRequest({ context: drafter, input: { content: requestContent() } });
  await submitRequest({ context: drafter, input: { id, seenVersion: 1 } });
  for (const [name, stepKey, seenVersion] of [
    ['checker', 'check', 2],
    ['signer', 'sign', 3],
  ] as const) {
    const context = await createTestContext(site, name);
    await signRequest({ context, input: { id, stepKey, seenVersion } });
  }
  await issueRequest({ context: drafter, input: { id, seenVersion: 4 } });
  const organizationId = site.units['hospital'] ?? '';
  const [reply] = await repliesQuery(site.database.db, { requestId: id, organizationId });
  const replyId = reply?.id ?? '';
  const clerk = await createTestContext(site, 'clerk');
  const to = { on: '2026-07-24', hour: '17:30' };
  const ask = await askMoreTime({ context: clerk, input: { id: replyId, to, reason: '人员外出' } });
  const { acts } = await showRequest({ context: drafter, input: { id } });
  return { id, replyId, actId: acts[0]?.id ?? '', askId: ask.id, unit: organizationId };
}

function madeIn(given: Given): Promise<Made> {
  const { namespace } = given.site.database;
  const making = made.get(namespace) ?? make(given);
  made.set(namespace, making);
  return making;
}

const onRequest =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { id: (await madeIn(given)).id },
    ...(json === undefined ? {} : { json }),
  });
const onReply =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { id: (await madeIn(given)).replyId },
    ...(json === undefined ? {} : { json }),
  });
const reason = '工作安排调整';
const to = { on: '2026-07-24', hour: '17:30' };

export const requestsSamples: RouteSamples = {
  'POST /api/requests': () => ({ json: { content: requestContent() } }),
  'POST /api/requests/audience': () => ({ json: { to: requestContent().to } }),
  'GET /api/requests/:id': onRequest(),
  'PUT /api/requests/:id': onRequest({ content: requestContent() }),
  'GET /api/requests/:id/replies': onRequest(),
  'GET /api/requests/:id/checks': onRequest(),
  'GET /api/requests/:id/burden': onRequest(),
  'POST /api/requests/:id/submit': onRequest({}),
  'POST /api/requests/:id/approval/withdraw': onRequest(),
  'POST /api/requests/:id/approval/sign': onRequest({ stepKey: 'check' }),
  'POST /api/requests/:id/approval/return': onRequest({ stepKey: 'check', comment: '请补充' }),
  'POST /api/requests/:id/issue': onRequest(),
  'POST /api/requests/:id/extensions': onRequest({ occurrence: 'once', to, reason }),
  'POST /api/requests/:id/excuses': async (given) => {
    const { id, unit } = await madeIn(given);
    return { params: { id }, json: { organizationId: unit, reason } };
  },
  'POST /api/requests/:id/acts/:actId/withdraw': async (given) => {
    const { id, actId } = await madeIn(given);
    return { params: { id, actId }, json: { reason } };
  },
  'POST /api/requests/:id/close': onRequest({ reason }),
  'POST /api/requests/:id/cancel': onRequest({ reason }),
  'GET /api/requests/:id/received/:organizationId': async (given) => {
    const { id, unit } = await madeIn(given);
    return { params: { id, organizationId: unit } };
  },
  'POST /api/requests/:id/sign-for': async (given) => {
    const { id, unit } = await madeIn(given);
    return { params: { id }, json: { organizationId: unit } };
  },
  'GET /api/requests/replies/:id': onReply(),
  'GET /api/requests/replies/:id/receipt': onReply(),
  'PUT /api/requests/replies/:id/draft': onReply({ answers: { text: '已办理' } }),
  'POST /api/requests/replies/:id/file': onReply(),
  'POST /api/requests/replies/:id/nil': onReply(),
  'POST /api/requests/replies/:id/asks': onReply({ to, reason }),
  'POST /api/requests/replies/:id/accept': onReply(),
  'POST /api/requests/replies/:id/return': onReply({
    points: [{ path: 'text', label: '办理情况', reason: '请补充整改措施' }],
  }),
  'POST /api/requests/asks/:askId/decision': async (given) => ({
    params: { askId: (await madeIn(given)).askId },
    json: { agree: true },
  }),
};
