import type { PetitionDetail, PetitionMoved } from '#schema/contracts/petitions.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';

export const codeOf = (answer: TestAnswer) => [answer.status, answer.json().code];
export const content = (changes: object = {}) => ({
  title: '关于调整自查时限的请示',
  text: '因院区搬迁，拟将自查完成时间调整至9月10日，妥否，请批示。',
  evidence: [],
  ...changes,
});

export async function expectOk<Body>(answering: Promise<TestAnswer>): Promise<Body> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.json<Body>();
}

export const show = (client: TestClient, id: string) =>
  expectOk<PetitionDetail>(client(`/api/petitions/${id}`));

/** The people of one hospital, who write upward. */
export async function unitOf(world: TestApp) {
  const clerk = await world.as('clerk');
  const head = await world.as('head');
  const hospital = world.site.units['hospital'] ?? '';
  const open = (kind = 'instruction', changes: object = {}) => {
    const json = { organizationId: hospital, kind, content: content(), ...changes };
    return expectOk<PetitionMoved>(clerk('/api/petitions', { json }));
  };
  /** An act on a petition as it stands now, a moment later than the one before. */
  const act = async (
    client: TestClient,
    id: string,
    path: string,
    json: unknown = {},
    method = 'POST',
  ) => {
    world.clock.tick(10);
    const { summary } = await show(client, id);
    const headers = { 'if-match': `"${summary.version}"` };
    return client(`/api/petitions/${id}${path}`, { method, json, headers });
  };
  /** Written, signed by the head, filed. */
  const filed = async (kind = 'instruction', changes: object = {}): Promise<string> => {
    const { id } = await open(kind, changes);
    if (kind !== 'information') {
      await expectOk(act(clerk, id, '/submit'));
      await expectOk(act(head, id, '/approval/sign', { stepKey: 'sign' }));
    }
    await expectOk(act(clerk, id, '/file'));
    return id;
  };
  return { clerk, head, hospital, open, act, filed };
}

export type Unit = Awaited<ReturnType<typeof unitOf>>;
