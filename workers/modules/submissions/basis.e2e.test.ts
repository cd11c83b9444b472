import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { filingCampaign, findMine, publishInto } from './submissions.fixtures.ts';

let world: TestApp;
const lineage = [
  { relation: 'carries-out' as const, title: '上级工作要点', number: '上卫〔2026〕8号' },
];

beforeAll(async () => {
  world = await createTestApp();
  const base = filingCampaign();
  await publishInto(world.site, { ...base, document: { ...base.document, lineage } });
});
afterAll(() => world.close());

it('a filing says who issued its document, on what it rests and whether it is public', async () => {
  const clerk = await world.as('clerk');
  const id = await findMine(clerk, 'training-report');
  const { document } = (await clerk(`/api/submissions/${id}`)).json<SubmissionDetail>();
  expect(document).toMatchObject({
    issuer: '测试区卫生健康委员会',
    disclosure: 'public',
    lineage,
  });
});
