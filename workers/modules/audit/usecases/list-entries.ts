import * as v from 'valibot';
import type { AuditEntry, AuditPage } from '#schema/contracts/audit-entries.ts';
import { auditBodySchema } from '#schema/contracts/audit.ts';
import type { AuditAction } from '#schema/contracts/audit.ts';
import type { Authority } from '#schema/contracts/permission.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { toHex } from '../audit.domain.ts';
import { listEntryRows, readNewestAnchor, readPosts } from '../audit.repository.ts';
import type { EntryRow } from '../audit.repository.ts';

export type AuditReadContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly actor: Authority;
};

type EntriesInput = {
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly subject?: string | undefined;
};

const keySchema = v.pipe(v.number(), v.safeInteger());

/** The trail from its newest entry backwards, each entry as it is hashed. */
export async function listEntries(request: {
  context: AuditReadContext;
  input: EntriesInput;
}): Promise<AuditPage> {
  const { context, input } = request;
  assertCan(context.actor, 'audit.read', {});
  const { limit, after } = pageRequestOf(input, keySchema);
  const { action, subject } = input;
  const [rows, signedHead] = await Promise.all([
    listEntryRows(context.db, { action, subject, before: after, limit: limit + 1 }),
    readNewestAnchor(context.db),
  ]);
  const page = toPage(rows, limit, ({ seq }) => seq);
  const bodies = page.items.map((row) => ({ row, body: readBody(row) }));
  const ids = bodies.map(({ body }) => body.actor.id).filter((id) => id !== null);
  const posts = await readPosts(context.db, [...new Set(ids)]);
  return {
    items: bodies.map(({ row, body }) => toEntry(row, body, posts)),
    nextCursor: page.nextCursor,
    signedHead: signedHead ?? null,
    asOf: context.clock.now(),
  };
}

/** Actions of older programs stay readable: here the list of them is not closed. */
const storedBodySchema = v.object({ ...auditBodySchema.entries, action: v.string() });
type StoredBody = v.InferOutput<typeof storedBodySchema>;

function readBody(row: EntryRow): StoredBody {
  return v.parse(storedBodySchema, JSON.parse(row.body));
}

function toEntry(
  { seq, prevHash, hash }: EntryRow,
  { algorithm: _algorithm, actor, ...body }: StoredBody,
  posts: ReadonlyMap<string, string>,
): AuditEntry {
  const post = actor.id === null ? null : (posts.get(actor.id) ?? null);
  return { seq, ...body, actor: { ...actor, post }, prevHash: toHex(prevHash), hash: toHex(hash) };
}
