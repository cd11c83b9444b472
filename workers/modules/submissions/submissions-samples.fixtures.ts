import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { publishInto } from './submissions.fixtures.ts';
import { listOfOrganizations } from './submissions.repository.ts';

type Given = Parameters<RouteSample>[0];

const published = new Map<string, Promise<{ campaignId: string }>>();

async function filingOf({ site }: Given): Promise<{ id: string; campaignId: string }> {
  const open = published.get(site.database.namespace) ?? publishInto(site);
  published.set(site.database.namespace, open);
  const { campaignId } = await open;
  const filings = await listOfOrganizations(site.database.db, [site.units['hospital'] ?? '']);
  const filing = filings.find(({ taskKey }) => taskKey === 'training-report');
  if (filing === undefined) throw new Error('no filing was opened');
  return { id: filing.id, campaignId };
}

const moveOf = async (given: Given) => ({
  campaign: (await filingOf(given)).campaignId,
  key: 'training-report',
  target: '0'.repeat(64),
  reason: '增加了必填项',
});

/** The sample of a route that names one filing. */
const onFiling =
  (json?: unknown, params: Record<string, string> = {}): RouteSample =>
  async (given) => ({
    params: { id: (await filingOf(given)).id, ...params },
    ...(json === undefined ? {} : { json }),
  });

const partId = `prt_0${'1'.repeat(25)}`;
const evidenceId = `evd_0${'1'.repeat(25)}`;

export const submissionsSamples: RouteSamples = {
  'GET /api/submissions/progress': async (given) => ({
    query: { campaign: (await filingOf(given)).campaignId },
    foreignStatus: 404,
  }),
  'GET /api/submissions/unfiled': async (given) => ({
    query: { campaign: (await filingOf(given)).campaignId, task: 'training-report' },
    foreignStatus: 404,
  }),
  'GET /api/submissions': async (given) => ({
    query: {
      campaign: (await filingOf(given)).campaignId,
      organization: given.site.units['hospital'] ?? '',
    },
    foreignStatus: 404,
  }),
  'GET /api/submissions/preview': () => ({
    query: { draft: `drf_0${'1'.repeat(25)}` },
    foreignStatus: 404,
  }),
  'GET /api/submissions/version-moves': async (given) => ({
    query: { campaign: (await filingOf(given)).campaignId },
    foreignStatus: 404,
  }),
  'GET /api/submissions/version-moves/plan': async (given) => ({
    query: { campaign: (await filingOf(given)).campaignId, key: 'training-report' },
    foreignStatus: 404,
  }),
  'POST /api/submissions/version-moves': async (given) => ({
    json: { ...(await moveOf(given)), groups: ['open-clean'], asOf: 1 },
    foreignStatus: 404,
  }),
  'POST /api/submissions/version-moves/taken-back': async (given) => ({
    json: await moveOf(given),
    foreignStatus: 404,
  }),
  'GET /api/submissions/:id': onFiling(),
  'GET /api/submissions/:id/receipt': onFiling(),
  'PATCH /api/submissions/:id/draft': onFiling({
    changes: [{ path: 'summary', value: '改', basedOn: 0 }],
  }),
  'PUT /api/submissions/:id/deliverables/:key': onFiling({ evidenceIds: [] }, { key: 'stamped' }),
  'POST /api/submissions/:id/nil': onFiling({ nil: true }),
  'POST /api/submissions/:id/file': onFiling({}),
  'POST /api/submissions/:id/sign-off': onFiling({}),
  'POST /api/submissions/:id/sign-off/sign': onFiling({}),
  'POST /api/submissions/:id/sign-off/return': onFiling({ comment: '请核对人数' }),
  'POST /api/submissions/:id/sign-off/withdraw': onFiling({}),
  'POST /api/submissions/:id/sign-off/paper': onFiling({ evidenceId, signedOn: '2026-07-01' }),
  'GET /api/submissions/:id/roll-up': onFiling(),
  'PUT /api/submissions/:id/roll-up': onFiling({ adjustments: [] }),
  'GET /api/submissions/:id/revisions': onFiling(),
  'POST /api/submissions/:id/applications': onFiling({ kind: 'correction', reason: '人数有误' }),
  'POST /api/submissions/:id/applications/:applicationId/decision': onFiling(
    { agree: true },
    { applicationId: `apl_0${'1'.repeat(25)}` },
  ),
  'POST /api/submissions/:id/claim': onFiling({}),
  'GET /api/submissions/:id/parts': onFiling(),
  'POST /api/submissions/:id/parts': onFiling({
    department: '药剂科',
    fields: ['summary'],
    dueOn: '2026-07-10',
  }),
  'POST /api/submissions/:id/parts/:partId/take-back': onFiling({}, { partId }),
  'POST /api/submissions/:id/parts/:partId/merge': onFiling({}, { partId }),
  'PUT /api/part': () => ({ json: { answers: {} } }),
  'POST /api/part/submission': () => ({ json: { answers: {}, post: '药剂科' } }),
  'POST /api/submissions/:id/extend': onFiling({ dueOn: '2026-08-01', reason: '系统切换' }),
  'POST /api/submissions/:id/exempt': onFiling({ reason: '本年度停业' }),
  'POST /api/submissions/:id/paper': onFiling({
    receivedOn: '2026-07-01',
    copies: 2,
    receiverPost: '医政科收文岗',
  }),
};
