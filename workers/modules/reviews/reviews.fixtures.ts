import { proposed } from '#plugins/sdk/define.ts';
import {
  events,
  exceptions,
  perCategory,
  pricedByRecorder,
} from '#plugins/sdk/scoring/define-prices.ts';
import { criterion, defineScorecard, group } from '#plugins/sdk/scoring/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { ReviewCase, ReviewDecided } from '#schema/contracts/reviews.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import {
  fileOnPaper,
  fillIn,
  filingCampaign,
  findMine,
  publishInto,
  uploadScan,
} from '#workers/modules/submissions/submissions.fixtures.ts';

const source = proposed({ zh: '原文没有分值，建议如此。', en: 'No points in the document.' });
const times = { zh: '次', en: 'times' };

export const institutionCard = defineScorecard('institution', {
  title: { zh: '医疗机构考评细则', en: 'Evaluation of institutions' },
  points: 40,
  source,
  children: [
    group('filing', {
      title: { zh: '报送情况', en: 'Filing' },
      points: 25,
      children: [
        criterion('timeliness', {
          title: { zh: '报送及时', en: 'On time' },
          points: 15,
          clause: 'training',
          measure: events('filings', 'late', 'omitted'),
          price: perCategory('deduct', {
            late: { title: { zh: '迟报', en: 'late' }, points: '0.5' },
            omitted: { title: { zh: '漏报', en: 'omitted' }, points: 1 },
          }),
          unit: times,
          words: '每迟报一次扣0.5分，漏报一次扣1分。',
          source,
        }),
        criterion('completeness', {
          title: { zh: '报送质量', en: 'Complete' },
          points: 10,
          clause: 'training',
          measure: events('filings', 'returned', 'returned-again'),
          price: perCategory('deduct', {
            returned: { title: { zh: '退回修改', en: 'returned' }, points: '0.2' },
            'returned-again': { title: { zh: '再次退回修改', en: 'again' }, points: '0.5' },
          }),
          unit: times,
          words: '首次退回扣0.2分，再次退回扣0.5分。',
          source,
        }),
      ],
    }),
    criterion('training', {
      title: { zh: '全员培训', en: 'Training of all' },
      points: 15,
      clause: 'training',
      measure: exceptions('training'),
      price: pricedByRecorder({ max: 10 }),
      words: '未按要求组织全员培训的，酌情扣分。',
      source: { clause: 'training', quote: '组织全员培训' },
    }),
  ],
});

/** The campaign of the filings' own tests, scored; due before the first day unless told. */
export function scoredCampaign(changes: Partial<Campaign> & { dueOn?: string } = {}): Campaign {
  const { dueOn = '2026-06-30', ...rest } = changes;
  return { ...filingCampaign({ dueOn }), key: 'scored', scorecards: [institutionCard], ...rest };
}

export function publishScored(site: TestSite, changes: Parameters<typeof scoredCampaign>[0] = {}) {
  return publishInto(site, scoredCampaign(changes));
}

export type ReviewWorld = {
  readonly world: TestApp;
  readonly campaignId: string;
  readonly clerk: TestClient;
  readonly reviewer: TestClient;
  readonly checker: TestClient;
  /** The filing of the clerk's unit, which waits for a review. */
  readonly id: string;
};

/** A scored campaign in one of two tenants, with one filing that has arrived. */
export async function openReviewWorld(): Promise<ReviewWorld> {
  const world = await createTestApp({ tenants: ['dong', 'xi'] });
  const { campaignId } = await publishScored(world.site);
  const clerk = await world.as('clerk');
  const id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
  const [reviewer, checker] = [await world.as('reviewer'), await world.as('checker')];
  await receivePaper(reviewer, id);
  return { world, campaignId, clerk, reviewer, checker, id };
}

/** 登记纸质件: the copy that the task asks for beside the scan. */
export async function receivePaper(client: TestClient, id: string): Promise<void> {
  const paper = { receivedOn: '2026-07-01', copies: 1, receiverPost: '医政科收发岗' };
  const answer = await client(`/api/submissions/${id}/paper`, { json: paper });
  if (answer.status !== 200) throw new Error(answer.text);
}

export const accept = {
  decision: 'accept',
  stampChecks: ['clear', 'same-name', 'signed', 'in-period'],
};

export async function showCase(client: TestClient, id: string): Promise<ReviewCase> {
  const answer = await client(`/api/reviews/${id}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<ReviewCase>();
}

/** One decision on the filing as it stands, or as the reviewer saw it at `version`. */
export async function decide(
  client: TestClient,
  id: string,
  json: unknown,
  options: { version?: number; key?: string } = {},
): Promise<TestAnswer> {
  const version = options.version ?? (await showCase(client, id)).version;
  const headers = {
    'if-match': `"${version}"`,
    ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
  };
  return client(`/api/reviews/${id}/decisions`, { json, headers });
}

export async function undo(client: TestClient, id: string): Promise<TestAnswer> {
  const { version } = await showCase(client, id);
  return client(`/api/reviews/${id}/decisions/undo`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
  });
}

export function toDecided(answer: TestAnswer): ReviewDecided {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<ReviewDecided>();
}

/** What a return names, in words that do not matter. */
export function point(path: string, reason = '与附表不一致，请核对') {
  return { path, label: '任意', reason };
}

export const returning = (...paths: string[]) => ({
  decision: 'return',
  points: paths.map((path) => point(path)),
});

/** Mends some answers of a returned filing, has them signed on paper again, and files. */
export async function mendAndFile(
  client: TestClient,
  id: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  await fillIn(client, id, answers);
  const evidenceId = await uploadScan(client, JSON.stringify(answers));
  const steps = [
    ['sign-off', {}],
    ['sign-off/paper', { evidenceId, signedOn: '2026-07-01' }],
    ['file', {}],
  ] as const;
  for (const [step, json] of steps) {
    const answer = await client(`/api/submissions/${id}/${step}`, { json });
    if (answer.status !== 200) throw new Error(`${step}: ${answer.text}`);
  }
}
