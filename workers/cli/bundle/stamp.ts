import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashFiles } from './source-hash.ts';

/** What a build was made from: it is made again only when one of these files is no longer the same. */
export type Stamp = { inputs: string[]; hash: string };

export function isUpToDate(root: string, stampFile: string, product: string): boolean {
  if (!existsSync(stampFile) || !existsSync(product)) return false;
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as Stamp;
  return hashFiles(root, stamp.inputs) === stamp.hash;
}

export function writeStamp(root: string, stampFile: string, inputs: string[]): void {
  writeFileSync(stampFile, JSON.stringify({ inputs, hash: hashFiles(root, inputs) }));
}
