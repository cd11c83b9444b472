import type { Opinion } from '#schema/contracts/review-opinions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import {
  fileOnPaper,
  findMine,
  uploadScan,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import { publishScored, receivePaper, scoredCampaign } from './reviews.fixtures.ts';

export type DoubleWorld = {
  readonly world: TestApp;
  readonly clerk: TestClient;
  readonly first: TestClient;
  readonly second: TestClient;
  /** Judges as well where a third was asked for; a drafter without that post otherwise. */
  readonly third: TestClient;
  /** The filing that two people have to look at. */
  readonly id: string;
};

/** The drafter becomes a third who may judge. */
export async function appointThird({ site }: TestApp): Promise<void> {
  const grants = [{ personId: site.people['drafter'] ?? '', role: 'commission-checker' as const }];
  await giveGrants({ context: site.database, input: { grants, actor: testActor } });
}

/** The usual campaign with two reviewers to a task, and one filing whose paper has arrived. */
export async function openDoubleWorld(
  options: { third?: true; tenants?: ['dong', 'xi'] } = {},
): Promise<DoubleWorld> {
  const { third: hasThird, ...rest } = options;
  const world = await createTestApp(rest);
  const review = { double: true as const };
  const tasks = scoredCampaign().tasks.map((task) => ({ ...task, review }));
  await publishScored(world.site, { tasks });
  if (hasThird) await appointThird(world);
  const clerk = await world.as('clerk');
  const id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
  const [first, second, third] = [
    await world.as('reviewer'),
    await world.as('checker'),
    await world.as('drafter'),
  ];
  await receivePaper(first, id);
  return { world, clerk, first, second, third, id };
}

/** Somebody says what was found and asks a colleague, the checker unless told, for a view. */
export const askSecond = (
  { world, id }: DoubleWorld,
  client: TestClient,
  changes: Record<string, unknown> = {},
): Promise<TestAnswer> =>
  client(`/api/reviews/${id}/opinions`, {
    json: {
      kind: 'second',
      office: '行风办核稿岗',
      personId: world.site.people['checker'],
      question: '请独立复核本件。',
      own: { view: 'pass', words: '数字与附表一致，可以通过。' },
      ...changes,
    },
  });

export const answerOpinion = (
  client: TestClient,
  opinionId: string,
  view: string,
  words: string,
): Promise<TestAnswer> =>
  client(`/api/reviews/opinions/${opinionId}/answer`, { json: { view, words } });

export const toOpinion = (answer: TestAnswer): Opinion => {
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<Opinion>();
};

/** The first finds it in order, the second does not. */
export async function differ(opened: DoubleWorld): Promise<void> {
  const { id } = toOpinion(await askSecond(opened, opened.first));
  const answer = await answerOpinion(opened.second, id, 'mend', '培训人次与签到表不符。');
  if (answer.status !== 200) throw new Error(answer.text);
}

/** What a leader ruled on paper, with its scan uploaded by who registers it. */
export const rulingBy = async (client: TestClient, changes: object = {}) => ({
  view: 'pass' as const,
  words: '签到表另有补签页，可以通过。',
  paper: {
    signedOn: '2026-07-01',
    signerPost: '分管领导',
    evidenceId: await uploadScan(client, `裁定${Math.random()}`),
  },
  ...changes,
});
