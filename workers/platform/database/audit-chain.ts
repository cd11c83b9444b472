import { createHash } from 'node:crypto';

/** An entry of the chain as it is stored. */
export type ChainEntry = {
  readonly seq: number;
  readonly body: string;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
};

/** `entries` counts the genesis entry too; `firstBroken` is the first that proves nothing. */
export type ChainVerdict =
  | { status: 'whole'; entries: number; headSeq: number; headHash: string }
  | { status: 'broken'; firstBroken: number; reason: ChainFault };

export type ChainFault = 'missing' | 'unlinked' | 'altered' | 'empty';

/**
 * Follows the chain from its genesis. Only commands import this: workerd has no SHA-3, so the
 * engine hashes what it stores and Node proves it.
 */
export function verifyAuditChain(entries: Iterable<ChainEntry>): ChainVerdict {
  const follower = createChainFollower();
  for (const entry of entries) follower.follow(entry);
  return follower.verdict();
}

/** The same for entries that arrive in pages. */
export function createChainFollower(): {
  follow(entry: ChainEntry): void;
  verdict(): ChainVerdict;
} {
  let seq = 0;
  let previous: Uint8Array = new Uint8Array(32);
  let broken: ChainVerdict | undefined;
  return {
    follow(entry) {
      if (broken) return;
      const reason = faultOf(entry, seq, previous);
      if (reason) broken = { status: 'broken', firstBroken: seq, reason };
      seq += 1;
      previous = entry.hash;
    },
    verdict() {
      if (broken) return broken;
      if (seq === 0) return { status: 'broken', firstBroken: 0, reason: 'empty' };
      const headHash = Buffer.from(previous).toString('hex');
      return { status: 'whole', entries: seq, headSeq: seq - 1, headHash };
    },
  };
}

function faultOf(entry: ChainEntry, seq: number, previous: Uint8Array): ChainFault | undefined {
  if (entry.seq !== seq) return 'missing';
  if (Buffer.compare(entry.prevHash, previous) !== 0) return 'unlinked';
  const digest = createHash('sha3-256').update(entry.prevHash).update(entry.body, 'utf8').digest();
  return digest.equals(entry.hash) ? undefined : 'altered';
}
