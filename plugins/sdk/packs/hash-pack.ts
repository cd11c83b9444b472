import type { Pack } from '#schema/contracts/pack.ts';
import { hashCanonical } from '../canonical.ts';

/** The hash of what a file says; the note of an editor and the hash itself are not part of it. */
export function hashPack(pack: Pack): Promise<string> {
  const { $schema: _schema, contentHash: _hash, ...content } = pack;
  return hashCanonical(content);
}
