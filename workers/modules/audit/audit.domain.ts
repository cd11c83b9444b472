import type { AuditAnchor } from '#schema/contracts/audit-anchor.ts';

type AnchorFacts = Pick<AuditAnchor, 'algorithm' | 'hash' | 'namespace' | 'seq' | 'signedAt'>;

/** The bytes that are signed: the facts in a fixed order. */
export function anchorBytes(anchor: AnchorFacts): Uint8Array<ArrayBuffer> {
  const { algorithm, namespace, seq, hash, signedAt } = anchor;
  return new TextEncoder().encode(JSON.stringify({ algorithm, namespace, seq, hash, signedAt }));
}

type Head = { seq: number; action: string | null };

/** Whether anything but the last signing itself has been written since the last anchor. */
export function isHeadSigned(head: Head, newestAnchorSeq: number | undefined): boolean {
  if (newestAnchorSeq === undefined) return head.seq === 0;
  if (newestAnchorSeq === head.seq) return true;
  return newestAnchorSeq === head.seq - 1 && head.action === 'audit.sign-head';
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
