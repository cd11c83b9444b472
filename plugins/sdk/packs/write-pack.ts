import * as v from 'valibot';
import { PackSchema, packVersion, type Pack } from '#schema/contracts/pack.ts';
import { hashPack } from './hash-pack.ts';

/** What a file is made of; the number of its shape and its hash are added. */
export type PackContent = Omit<Pack, '$schema' | 'packVersion' | 'contentHash'>;

/** The text of a 方案文件: readable, in the order of the contract, with the hash of its content. */
export async function writePack(content: PackContent): Promise<string> {
  const { region, branding, words, footer, campaign } = content;
  const bare = { packVersion, region, branding, words, footer, campaign };
  const contentHash = await hashPack(v.parse(PackSchema, bare));
  return `${JSON.stringify(v.parse(PackSchema, { ...bare, contentHash }), null, 2)}\n`;
}
