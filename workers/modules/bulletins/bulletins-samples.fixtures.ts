import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { signBulletin, submitBulletin } from './usecases/approve-bulletin.ts';
import { registerIssue, sendBulletin } from './usecases/issue-bulletin.ts';
import { openBulletin } from './usecases/open-bulletin.ts';
import { addPart } from './usecases/write-part.ts';

type Given = Parameters<RouteSample>[0];
type Made = { id: string; key: string; unit: string };

const made = new Map<string, Promise<Made>>();
const body = { kind: 'paragraph' as const, runs: [{ text: '总体平稳。' }] };
const head = {
  title: '关于上半年情况的通报',
  to: '各有关单位',
  issuer: '测试区卫生健康委员会',
  attachments: [],
  copyTo: '',
  printedBy: '办公室',
};
const issue = { number: '测卫办发〔2026〕99号', signedOn: '2026-07-01', printedOn: '2026-07-01' };

/** A paper that went to the hospitals of a site. */
async function make({ site }: Given): Promise<Made> {
  const context = await createTestContext(site, 'drafter');
  const { id } = await openBulletin({ context, input: { kind: 'notice' } });
  const { key } = await addPart({ context, input: { id, body } });
  await submitBulletin({ context, input: { id, seenVersion: 1, textVersion: 2 } });
  const checker = await createTestContext(site, 'checker');
  await signBulletin({ context: checker, input: { id, seenVersion: 2, stepKey: 'check' } });
  const signer = await createTestContext(site, 'signer');
  await signBulletin({ context: signer, input: { id, seenVersion: 3, stepKey: 'sign' } });
  await registerIssue({ context, input: { id, seenVersion: 4, issue } });
  await sendBulletin({ context, input: { id, seenVersion: 5, kinds: ['hospital'] } });
  return { id, key, unit: site.units['hospital'] ?? '' };
}

function madeIn(given: Given): Promise<Made> {
  const { namespace } = given.site.database;
  const making = made.get(namespace) ?? make(given);
  made.set(namespace, making);
  return making;
}

const on =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { id: (await madeIn(given)).id },
    ...(json === undefined ? {} : { json }),
  });
const onPart =
  (json?: unknown): RouteSample =>
  async (given) => {
    const { id, key } = await madeIn(given);
    return { params: { id, key }, ...(json === undefined ? {} : { json }) };
  };

export const bulletinsSamples: RouteSamples = {
  'POST /api/bulletins': () => ({ json: { kind: 'brief' } }),
  'GET /api/bulletins/:id': on(),
  'GET /api/bulletins/:id/word': on(),
  'GET /api/bulletins/:id/figures': on(),
  'GET /api/bulletins/:id/figures/changes': on(),
  'POST /api/bulletins/:id/figures': on({ textVersion: 2 }),
  'GET /api/bulletins/:id/quotables': on(),
  'GET /api/bulletins/:id/checks': on(),
  'POST /api/bulletins/:id/confirmations': on({
    kind: 'person',
    excerpt: '李春晓医师',
    reason: '先进典型，本人同意',
  }),
  'PUT /api/bulletins/:id/head': on({ head }),
  'POST /api/bulletins/:id/parts': on({ body }),
  'PUT /api/bulletins/:id/parts/:key': onPart({ body }),
  'DELETE /api/bulletins/:id/parts/:key': onPart(),
  'POST /api/bulletins/:id/parts/:key/move': onPart({}),
  'POST /api/bulletins/:id/submit': on({ textVersion: 2 }),
  'POST /api/bulletins/:id/approval/sign': on({ stepKey: 'check' }),
  'POST /api/bulletins/:id/approval/return': on({ stepKey: 'check', comment: '请补充' }),
  'POST /api/bulletins/:id/approval/withdraw': on(),
  'POST /api/bulletins/:id/issue': on({ issue }),
  'POST /api/bulletins/:id/send': on({ kinds: ['hospital'] }),
  'POST /api/bulletins/:id/sign-for': async (given) => {
    const { id, unit } = await madeIn(given);
    return { params: { id }, json: { organizationId: unit } };
  },
  'GET /api/bulletins/:id/received/:organizationId': async (given) => {
    const { id, unit } = await madeIn(given);
    return { params: { id, organizationId: unit } };
  },
};
