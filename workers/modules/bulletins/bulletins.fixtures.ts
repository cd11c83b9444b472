import type {
  BulletinDetail,
  BulletinMoved,
  BulletinPart,
  BulletinPartBody,
  PartMoved,
} from '#schema/contracts/bulletins.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';

/** The people of the commission whom a paper passes. */
export type Desk = Readonly<Record<'drafter' | 'checker' | 'signer', TestClient>>;

export async function deskOf(world: TestApp): Promise<Desk> {
  return {
    drafter: await world.as('drafter'),
    checker: await world.as('checker'),
    signer: await world.as('signer'),
  };
}

export const codeOf = (answer: TestAnswer) => [answer.status, answer.json().code];

export async function expectOk<Body>(answering: Promise<TestAnswer>): Promise<Body> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.json<Body>();
}

export const paragraph = (text: string): BulletinPartBody => ({
  kind: 'paragraph',
  runs: [{ text }],
});

export async function openBulletin(client: TestClient, json: object = { kind: 'notice' }) {
  return expectOk<BulletinMoved>(client('/api/bulletins', { json }));
}

export function show(client: TestClient, id: string): Promise<BulletinDetail> {
  return expectOk<BulletinDetail>(client(`/api/bulletins/${id}`));
}

/** An act on a paper under a version that was seen. */
export function act(
  client: TestClient,
  path: string,
  version: number,
  json: unknown = {},
  method = 'POST',
): Promise<TestAnswer> {
  const headers = { 'if-match': `"${version}"` };
  return client(`/api/bulletins/${path}`, { method, json, headers });
}

/** An act on a paper as it stands now. */
export async function actNow(
  client: TestClient,
  id: string,
  path: string,
  json: unknown = {},
  method = 'POST',
): Promise<TestAnswer> {
  const { summary } = await show(client, id);
  return act(client, `${id}/${path}`, summary.version, json, method);
}

export function writePart(
  client: TestClient,
  id: string,
  part: Pick<BulletinPart, 'key' | 'version'>,
  body: BulletinPartBody,
): Promise<TestAnswer> {
  return act(client, `${id}/parts/${part.key}`, part.version, { body }, 'PUT');
}

/** The empty paragraphs of a template, in their order. */
export function blanksOf({ parts }: BulletinDetail): BulletinPart[] {
  return parts.filter(({ body }) => body.kind === 'paragraph' && body.runs.length === 0);
}

/** Writes into the first empty paragraph. */
export async function writeText(client: TestClient, id: string, text: string): Promise<PartMoved> {
  const [part] = blanksOf(await show(client, id));
  if (part === undefined) throw new Error('every paragraph is written');
  return expectOk(writePart(client, id, part, paragraph(text)));
}

export async function submit(client: TestClient, id: string): Promise<TestAnswer> {
  const { summary, checks } = await show(client, id);
  return act(client, `${id}/submit`, summary.version, { textVersion: checks.textVersion });
}

/** A paper with a text that names nobody, signed by the commission's own people. */
export async function signedBulletin(
  desk: Desk,
  text = '各单位行风建设总体平稳。',
  kind = 'notice',
): Promise<string> {
  const { id } = await openBulletin(desk.drafter, { kind });
  await writeText(desk.drafter, id, text);
  await expectOk(submit(desk.drafter, id));
  await expectOk(actNow(desk.checker, id, 'approval/sign', { stepKey: 'check' }));
  await expectOk(actNow(desk.signer, id, 'approval/sign', { stepKey: 'sign' }));
  return id;
}

let numbers = 0;

export function goodIssue(changes: object = {}) {
  numbers += 1;
  const number = `测卫办发〔2026〕${numbers}号`;
  return { issue: { number, signedOn: '2026-07-01', printedOn: '2026-07-01', ...changes } };
}

/** The same, registered with its number and sent to hospitals. */
export async function sentBulletin(desk: Desk, text?: string): Promise<string> {
  const id = await signedBulletin(desk, text);
  await expectOk(actNow(desk.drafter, id, 'issue', goodIssue()));
  await expectOk(actNow(desk.drafter, id, 'send', { kinds: ['hospital'] }));
  return id;
}
