import { createHash } from 'node:crypto';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { maxEvidenceBytes } from '#schema/contracts/evidence.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { EvidenceSizeError } from '#workers/platform/storage/evidence-storage.ts';
import { detectContent, sniffedBytes } from '../evidence-content.driver.ts';
import { extensionOf, judgeFormat } from '../evidence-format.domain.ts';
import { evidenceErrors } from '../evidence.errors.ts';
import { listByHash, insertEvidence } from '../evidence.repository.ts';
import type { StoredEvidence } from '../evidence.repository.ts';

type Upload = {
  name: string;
  size: number | undefined;
  body: ReadableStream<Uint8Array>;
  organizationId: string | null;
};

/**
 * Takes one file: judged by its content before a byte is stored, hashed on its way in, and read back
 * and hashed again before it counts as received. Bytes that the unit has are not kept twice; under
 * another name they are a file of that name, since a name belongs to where the file is cited.
 */
export async function receiveEvidence(request: {
  context: TenantContext;
  input: Upload;
}): Promise<Evidence> {
  const { context, input } = request;
  const { organizationId } = input;
  assertCan(context.actor, 'evidence.upload', organizationId === null ? {} : { organizationId });
  const size = acceptedSize(input.size);
  const { head, rest } = await readHead(input.body);
  const format = await acceptedFormat(head, input.name);
  const id = context.ids.next('evd');
  const storageKey = context.ids.random('obj');
  const sha256 = await storeAndVerify(context, { storageKey, head, rest, size });
  const known =
    organizationId === null ? [] : await listByHash(context.db, { organizationId, sha256 });
  const same = known.find(({ name }) => name === input.name);
  const [stored] = known;
  if (stored !== undefined) await context.evidence.delete(storageKey);
  if (same !== undefined) return toAnswer(same);
  const record: StoredEvidence = {
    id,
    organizationId,
    name: input.name,
    format,
    bytes: size,
    sha256,
    storageKey: stored?.storageKey ?? storageKey,
    state: 'received',
    uploadedBy: context.actor.personId,
    uploadedAt: context.clock.now(),
  };
  await commitOrThrow(context.writer, {
    steps: [insertEvidence(record)],
    audit: {
      action: 'evidence.receive',
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'evidence',
      subjectId: id,
      at: record.uploadedAt,
      facts: { organizationId, format, bytes: size, sha256 },
    },
  });
  return toAnswer(record);
}

export function toAnswer(record: StoredEvidence): Evidence {
  const { storageKey: _storageKey, uploadedBy: _uploadedBy, ...answer } = record;
  return answer;
}

function acceptedSize(size: number | undefined): number {
  if (size === undefined) throw evidenceErrors['evidence.length_required']();
  if (size === 0) throw evidenceErrors['evidence.empty']();
  if (size > maxEvidenceBytes) {
    const limit = maxEvidenceBytes / 1024 / 1024;
    throw evidenceErrors['evidence.too_large']({ values: { limit } });
  }
  return size;
}

async function acceptedFormat(head: Uint8Array, name: string) {
  const verdict = judgeFormat(await detectContent(head), name);
  if (verdict.accepted) return verdict.format;
  if (verdict.reason === 'unsupported') throw evidenceErrors['evidence.unsupported_format']();
  const values = { extension: extensionOf(name), found: verdict.found.toUpperCase() };
  throw evidenceErrors['evidence.content_differs']({ values });
}

type Incoming = {
  storageKey: string;
  head: Uint8Array;
  rest: ReadableStreamDefaultReader<Uint8Array>;
  size: number;
};

async function storeAndVerify(context: TenantContext, incoming: Incoming): Promise<string> {
  const { storageKey, size } = incoming;
  const hash = createHash('sha256');
  try {
    await context.evidence.put(storageKey, hashed(incoming, hash), size);
  } catch (error) {
    if (error instanceof EvidenceSizeError) throw evidenceErrors['evidence.broken_upload']();
    throw error;
  }
  const sha256 = hash.digest('hex');
  const stored = await context.evidence.get(storageKey);
  if (stored === undefined || (await hashOf(stored.body)) !== sha256) {
    await context.evidence.delete(storageKey);
    throw evidenceErrors['evidence.broken_upload']();
  }
  return sha256;
}

/** Reads until there is enough to judge the format, and keeps the rest unread. */
async function readHead(body: ReadableStream<Uint8Array>) {
  const rest = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < sniffedBytes) {
    const { done, value } = await rest.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    head.set(chunk, at);
    at += chunk.length;
  }
  return { head, rest };
}

function hashed({ head, rest }: Incoming, hash: ReturnType<typeof createHash>) {
  let started = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = started ? await rest.read() : { done: false as const, value: head };
      started = true;
      if (chunk.done) return controller.close();
      hash.update(chunk.value);
      controller.enqueue(chunk.value);
    },
    cancel: (reason) => rest.cancel(reason),
  });
}

async function hashOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return hash.digest('hex');
    hash.update(value);
  }
}
