import type { AuditAnchor } from '#schema/contracts/audit-anchor.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { NamespaceKey } from '#workers/platform/crypto/key-ring.ts';
import { importSigningKey, signBytes } from '#workers/platform/crypto/signature.driver.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { anchorBytes, isHeadSigned, toHex } from '../audit.domain.ts';
import { AUDIT_HEAD_SIGNED } from '../audit.events.ts';
import {
  insertAnchor,
  readHead,
  readNewestAnchor,
  readNewestAnchorSeq,
} from '../audit.repository.ts';

export type SignHeadContext = {
  namespace: string;
  db: Database;
  writer: Writer;
  key: NamespaceKey;
  clock: Clock;
};

/** When a head of this database was last signed. */
export async function findLastSigning(db: Database): Promise<number | undefined> {
  return (await readNewestAnchor(db))?.signedAt;
}

/** Signs the head of the chain and sends it out of the database; nothing when nothing is new. */
export async function signHead(input: {
  context: SignHeadContext;
}): Promise<AuditAnchor | undefined> {
  const { namespace, db, writer, key, clock } = input.context;
  const head = await readHead(db);
  if (isHeadSigned(head, await readNewestAnchorSeq(db))) return undefined;
  const { algorithm, publicKey } = key;
  const hash = toHex(head.hash);
  const facts = { namespace, seq: head.seq, hash, signedAt: clock.now(), algorithm };
  const signature = await signBytes(await importSigningKey(key), anchorBytes(facts));
  const anchor: AuditAnchor = { ...facts, publicKey, signature };
  const outcome = await writer.commit({
    steps: [insertAnchor(anchor)],
    audit: {
      action: 'audit.sign-head',
      actor: { kind: 'system', id: 'audit' },
      subjectKind: 'audit-head',
      subjectId: String(head.seq),
      at: clock.now(),
      facts: { seq: head.seq, hash, publicKey },
    },
    events: [{ type: AUDIT_HEAD_SIGNED, subjectId: String(head.seq), payload: anchor }],
  });
  // Another isolate signed the same head a moment ago.
  return outcome.status === 'committed' ? anchor : undefined;
}
