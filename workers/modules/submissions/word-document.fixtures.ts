import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';

const stream = 'WordDocument';

/** A compound file whose directory names the stream of a word processor's text. */
function wordDocument(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(512 * 3);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  for (let at = 0; at < stream.length; at += 1) {
    view.setUint16(512 + at * 2, stream.charCodeAt(at), true);
  }
  view.setUint16(512 + 64, (stream.length + 1) * 2, true);
  return bytes;
}

/** Uploads a document that can still be edited. */
export async function uploadDocument(client: TestClient): Promise<string> {
  const body = wordDocument();
  const answer = await client(`/api/evidence?name=${encodeURIComponent('总结.doc')}`, {
    method: 'POST',
    body,
    headers: { 'content-length': String(body.length) },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<{ id: string }>().id;
}
