import type { AuditAnchor } from '#schema/contracts/audit-anchor.ts';
import { verifyBytes } from '#workers/platform/crypto/signature.driver.ts';
import { createChainFollower } from '#workers/platform/database/audit-chain.ts';
import type { ChainVerdict } from '#workers/platform/database/audit-chain.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { anchorBytes, toHex } from './audit.domain.ts';
import { readAnchors, readEntriesAfter } from './audit.repository.ts';

export type AnchorFault = {
  seq: number;
  signedAt: number;
  fault: 'foreign-key' | 'signature' | 'entry-missing' | 'entry-differs' | 'anchor-removed';
};

export type TrailVerdict = {
  isProved: boolean;
  chain: ChainVerdict;
  anchors: { checked: number; faults: AnchorFault[] };
  /** The newest entry that a good anchor vouches for; what follows is only linked to itself. */
  provedUntil: { seq: number; signedAt: number } | undefined;
};

type VerifyInput = {
  namespace: string;
  db: Database;
  /** The namespace's key as its ring holds it, so that an anchor cannot name another. */
  publicKey: string;
  /** Anchors kept outside: control's, a snapshot's, the auditor's own printed ones. */
  outside?: readonly AuditAnchor[];
  onProgress?: (entries: number) => void;
};

const PAGE = 2_000;

/** Proves a database's audit trail: its chain, and every anchor inside and outside of it. */
export async function verifyTrail(input: VerifyInput): Promise<TrailVerdict> {
  const inside = await readAnchors(input.db, input.namespace);
  const outside = input.outside ?? [];
  const anchors = [...inside, ...outside];
  const { chain, hashes } = await followChain(input, new Set(anchors.map(({ seq }) => seq)));
  const faults = removedAnchors(inside, outside);
  const good: AuditAnchor[] = [];
  for (const anchor of anchors) {
    const fault = await faultOf(anchor, input.publicKey, hashes);
    if (fault) faults.push({ seq: anchor.seq, signedAt: anchor.signedAt, fault });
    else good.push(anchor);
  }
  return {
    isProved: chain.status === 'whole' && faults.length === 0,
    chain,
    anchors: { checked: anchors.length, faults },
    provedUntil: newestBefore(good, chain.status === 'broken' ? chain.firstBroken : Infinity),
  };
}

async function followChain(input: VerifyInput, wanted: ReadonlySet<number>) {
  const follower = createChainFollower();
  const hashes = new Map<number, string>();
  let seen = 0;
  for (let after = -1; ;) {
    const page = await readEntriesAfter(input.db, after, PAGE);
    for (const entry of page) {
      follower.follow(entry);
      if (wanted.has(entry.seq)) hashes.set(entry.seq, toHex(entry.hash));
      after = entry.seq;
    }
    seen += page.length;
    input.onProgress?.(seen);
    if (page.length < PAGE) return { chain: follower.verdict(), hashes };
  }
}

async function faultOf(
  anchor: AuditAnchor,
  publicKey: string,
  hashes: ReadonlyMap<number, string>,
): Promise<AnchorFault['fault'] | undefined> {
  if (anchor.publicKey !== publicKey) return 'foreign-key';
  if (!(await isSigned(anchor))) return 'signature';
  const hash = hashes.get(anchor.seq);
  if (hash === undefined) return 'entry-missing';
  return hash === anchor.hash ? undefined : 'entry-differs';
}

/** A signature that cannot even be read proves nothing, and must not keep the rest from its proof. */
async function isSigned(anchor: AuditAnchor): Promise<boolean> {
  return verifyBytes(anchor, anchorBytes(anchor)).catch(() => false);
}

function removedAnchors(
  inside: readonly AuditAnchor[],
  outside: readonly AuditAnchor[],
): AnchorFault[] {
  const known = new Set(inside.map(({ seq }) => seq));
  return outside
    .filter(({ seq }) => !known.has(seq))
    .map(({ seq, signedAt }) => ({ seq, signedAt, fault: 'anchor-removed' as const }));
}

function newestBefore(anchors: readonly AuditAnchor[], limit: number) {
  const proved = anchors.filter(({ seq }) => seq < limit).sort((one, two) => two.seq - one.seq);
  const [newest] = proved;
  return newest && { seq: newest.seq, signedAt: newest.signedAt };
}
