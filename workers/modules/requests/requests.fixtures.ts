import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import type { MyRequest, MyRequests, ReplyDetail } from '#schema/contracts/request-replies.ts';
import type { RequestDraft, RequestMoved } from '#schema/contracts/requests.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';

export { repliesOfUnitQuery } from './replies.repository.ts';

/** The people of the commission whom a request passes. */
export type Desk = Readonly<Record<'drafter' | 'checker' | 'signer', TestClient>>;

export async function deskOf(world: TestApp): Promise<Desk> {
  return {
    drafter: await world.as('drafter'),
    checker: await world.as('checker'),
    signer: await world.as('signer'),
  };
}

export async function read<Body>(client: TestClient, path: string): Promise<Body> {
  const answer = await client(`/api/requests${path}`);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  return answer.json<Body>();
}

export const showOf = (client: TestClient, id: string) => read<RequestDetail>(client, `/${id}`);
export const replyOf = (client: TestClient, id: string) =>
  read<ReplyDetail>(client, `/replies/${id}`);

/** An act on a request or a reply under a version that was seen. */
export async function act(
  client: TestClient,
  path: string,
  version: number,
  json: unknown = {},
  method = 'POST',
): Promise<TestAnswer> {
  return client(`/api/requests${path}`, {
    method,
    json,
    headers: { 'if-match': `"${version}"` },
  });
}

/** An act on a request as it stands now. */
export async function actNow(
  client: TestClient,
  id: string,
  path: string,
  json: unknown = {},
  method = 'POST',
): Promise<TestAnswer> {
  const { summary } = await showOf(client, id);
  return act(client, `/${id}${path}`, summary.version, json, method);
}

export async function expectOk<Body>(answering: Promise<TestAnswer>): Promise<Body> {
  const answer = await answering;
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Body>();
}

export async function openDraft(
  client: TestClient,
  content: RequestDraft = requestContent(),
  issuer?: string,
): Promise<RequestMoved> {
  const answer = await client('/api/requests', { json: { content, issuer } });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<RequestMoved>();
}

/** Drafted, checked, signed on line by the commission’s own people. */
export async function signedRequest(desk: Desk, content?: RequestDraft): Promise<string> {
  const { id } = await openDraft(desk.drafter, content);
  await expectOk(actNow(desk.drafter, id, '/submit', { acknowledged: ['dates.rest-day'] }));
  for (const { key, role } of (content ?? requestContent()).chain ?? []) {
    if (role === 'drafter') continue;
    const client = role === 'signer' ? desk.signer : desk.checker;
    await expectOk(actNow(client, id, '/approval/sign', { stepKey: key }));
  }
  return id;
}

export async function issuedRequest(desk: Desk, content?: RequestDraft): Promise<string> {
  const id = await signedRequest(desk, content);
  await expectOk(actNow(desk.drafter, id, '/issue'));
  return id;
}

export async function mineOf(client: TestClient, requestId: string): Promise<MyRequest[]> {
  const { now, month, later, waiting } = await read<MyRequests>(client, '/mine');
  return [...now, ...month, ...later, ...waiting].filter((row) => row.requestId === requestId);
}

/** The reply that the unit of a client owes to a request, as it stands now. */
export async function ownReply(client: TestClient, requestId: string): Promise<ReplyDetail> {
  const rows = await mineOf(client, requestId);
  const id = rows.find(({ replyId }) => replyId !== undefined)?.replyId;
  if (id === undefined) throw new Error(`no reply to ${requestId}`);
  return replyOf(client, id);
}

export async function saveAnswers(client: TestClient, id: string, answers: unknown) {
  const { version } = await replyOf(client, id);
  return act(client, `/replies/${id}/draft`, version, { answers }, 'PUT');
}

/** An act on a reply as it stands now. */
export async function actOnReply(
  client: TestClient,
  id: string,
  path: string,
  json: unknown = {},
): Promise<TestAnswer> {
  const { version } = await replyOf(client, id);
  return act(client, `/replies/${id}${path}`, version, json);
}

/** Fills in and files the reply of the client’s unit; gives its id. */
export async function fileFree(client: TestClient, requestId: string): Promise<string> {
  const { id } = await ownReply(client, requestId);
  await expectOk(saveAnswers(client, id, { text: '已完成自查，发现问题2个，均已整改。' }));
  await expectOk(actOnReply(client, id, '/file'));
  return id;
}

export const codeOf = (answer: TestAnswer) => [answer.status, answer.json().code];
