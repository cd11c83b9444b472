import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { listInStates } from '#workers/modules/submissions/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { insertOpinion } from './opinions.repository.ts';
import { publishScored } from './reviews.fixtures.ts';

const published = new Map<string, ReturnType<typeof publishScored>>();

/** A campaign with a scorecard, published once a site, and a filing of it. */
export async function scoredFilingOf({ site }: Parameters<RouteSample>[0]) {
  const open = published.get(site.database.namespace) ?? publishScored(site);
  published.set(site.database.namespace, open);
  const { campaignId } = await open;
  const due = await listInStates(site.database.db, {
    states: ['due'],
    range: { everything: true },
    limit: 100,
  });
  const filing = due.find((each) => each.campaignId === campaignId);
  if (filing === undefined) throw new Error('no filing was opened');
  return { id: filing.id, campaignId, organizationId: filing.organizationId };
}

const onFiling =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { submissionId: (await scoredFilingOf(given)).id },
    ...(json === undefined ? {} : { json }),
  });

/** What somebody was asked about a filing, on record without the ways that lead there. */
async function opinionOn(given: Parameters<RouteSample>[0]): Promise<string> {
  const { id } = await scoredFilingOf(given);
  const { writer, ids, clock } = given.site.database;
  const at = clock.now();
  const row = {
    id: ids.next('opn'),
    submissionId: id,
    revision: 0,
    kind: 'office' as const,
    office: '财务科',
    askedOf: null,
    askedPost: null,
    question: '请看附表二',
    askedBy: given.site.people['reviewer'] ?? '',
    askedByPost: '医政科审核岗',
    askedAt: at,
    state: 'asked' as const,
    view: null,
    words: null,
    ownView: null,
    ownWords: null,
    answeredBy: null,
    answeredByPost: null,
    answeredAt: null,
    signedOn: null,
    version: 1,
  };
  await commitOrThrow(writer, {
    steps: [insertOpinion(row)],
    audit: {
      action: 'review.ask',
      actor: testActor,
      subjectKind: 'submission',
      subjectId: id,
      at,
      facts: {},
    },
  });
  return row.id;
}

export const reviewsSamples: RouteSamples = {
  'GET /api/reviews/:submissionId': onFiling(),
  'POST /api/reviews/:submissionId/decisions': onFiling({ decision: 'accept' }),
  'POST /api/reviews/:submissionId/decisions/undo': onFiling(),
  'GET /api/reviews/reasons': () => ({ foreignStatus: 200 }),
  'PUT /api/reviews/reasons': () => ({
    json: { reasons: ['人数与签到表不符'] },
    foreignStatus: 200,
  }),
  'GET /api/reviews/opinions': () => ({ foreignStatus: 200 }),
  'POST /api/reviews/:submissionId/opinions': onFiling({
    kind: 'office',
    office: '财务科',
    question: '请看附表二',
  }),
  'POST /api/reviews/opinions/:opinionId/answer': async (given) => ({
    params: { opinionId: await opinionOn(given) },
    json: { view: 'pass', words: '同意通过' },
  }),
  'POST /api/reviews/opinions/:opinionId/withdraw': async (given) => ({
    params: { opinionId: await opinionOn(given) },
  }),
  'POST /api/reviews/:submissionId/ruling': onFiling({
    view: 'pass',
    words: '可以通过',
    paper: { signedOn: '2026-07-01', signerPost: '分管领导', evidenceId: `evd_${'0'.repeat(26)}` },
  }),
  'POST /api/reviews/:submissionId/ruling/withdraw': onFiling(),
  'POST /api/reviews/recusals': ({ site }) => ({
    json: { organizationId: site.units['hospital'], reason: '曾在该单位任职' },
    foreignStatus: 404,
  }),
};
