import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { AuditAnchor } from '#schema/contracts/audit-anchor.ts';
import { auditHeads } from '#schema/tables/control/core.table.ts';
import { people } from '#schema/tables/identity.table.ts';
import { auditAnchors, auditEntries } from '#schema/tables/tenant/core.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { fromHex, toHex } from './audit.domain.ts';

export async function readHead(db: Database) {
  const { seq, hash, action } = auditEntries;
  const heads = await db
    .select({ seq, hash, action })
    .from(auditEntries)
    .orderBy(desc(seq))
    .limit(1);
  const [head] = heads;
  if (!head) throw new Error('the audit chain has no genesis entry');
  return head;
}

export async function readEntriesAfter(db: Database, seq: number, limit: number) {
  const { body, prevHash, hash, at } = auditEntries;
  return db
    .select({ seq: auditEntries.seq, body, prevHash, hash, at })
    .from(auditEntries)
    .where(gt(auditEntries.seq, seq))
    .orderBy(asc(auditEntries.seq))
    .limit(limit);
}

export type EntryRow = { seq: number; body: string; prevHash: Uint8Array; hash: Uint8Array };

/** Entries from the newest backwards; the genesis, which nobody wrote, is left out. */
export async function listEntryRows(
  db: Database,
  input: {
    action: string | undefined;
    subject: string | undefined;
    before: number | undefined;
    limit: number;
  },
): Promise<EntryRow[]> {
  const { seq, body, prevHash, hash, action, subjectId } = auditEntries;
  return db
    .select({ seq, body, prevHash, hash })
    .from(auditEntries)
    .where(
      and(
        gt(seq, 0),
        input.before === undefined ? undefined : lt(seq, input.before),
        input.action === undefined ? undefined : eq(action, input.action),
        input.subject === undefined ? undefined : eq(subjectId, input.subject),
      ),
    )
    .orderBy(desc(seq))
    .limit(input.limit);
}

/** Persons by their post, or by their account where no post is known. */
export async function readPosts(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, post: people.post, username: people.username })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, post, username }) => [id, post ?? username ?? id]));
}

export async function readNewestAnchorSeq(db: Database): Promise<number | undefined> {
  return (await readNewestAnchor(db))?.seq;
}

export async function readNewestAnchor(db: Database) {
  const { seq, signedAt } = auditAnchors;
  const rows = await db.select({ seq, signedAt }).from(auditAnchors).orderBy(desc(seq)).limit(1);
  return rows[0];
}

export async function readAnchors(db: Database, namespace: string): Promise<AuditAnchor[]> {
  const rows = await db.select().from(auditAnchors).orderBy(asc(auditAnchors.seq));
  return rows.map((row) => ({ ...row, namespace, hash: toHex(row.hash) }));
}

/** Control's copy of a signed head; one that is there already stays as it is. */
export function insertHead(anchor: AuditAnchor, receivedAt: number): Step {
  const row = { ...anchor, hash: fromHex(anchor.hash), receivedAt };
  return { statement: toStatement(build.insert(auditHeads).values(row).onConflictDoNothing()) };
}

export function insertAnchor(anchor: AuditAnchor): Step {
  const { seq, hash, signedAt, algorithm, publicKey, signature } = anchor;
  const values = { seq, hash: fromHex(hash), signedAt, algorithm, publicKey, signature };
  return { statement: toStatement(build.insert(auditAnchors).values(values)) };
}
