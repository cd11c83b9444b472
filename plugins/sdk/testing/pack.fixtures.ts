import { hashPack } from '../packs/hash-pack.ts';
import type { PackProblem } from '../packs/problem.ts';
import { readPack, type PackReading } from '../packs/read-pack.ts';
import { writePack, type PackContent } from '../packs/write-pack.ts';
import { smallCampaign } from './campaign.fixtures.ts';

/** A region of nowhere with a campaign without a fault. */
export function samplePack(changes: Partial<PackContent> = {}): PackContent {
  return {
    region: {
      slug: 'qinghe',
      level: 'district',
      divisionCode: '990201',
      names: {
        full: { zh: '清河区卫生健康局', en: 'Qinghe District Health Bureau' },
        short: { zh: '清河区', en: 'Qinghe' },
      },
      order: 990201,
    },
    branding: {
      accent: '#1f5f8b',
      title: { zh: '清河行风建设', en: 'Qinghe Conduct' },
      mark: '清',
      motif: 'plain',
    },
    words: { self: '本局', departments: '科室', territory: '全区', office: '行风办' },
    footer: { sponsor: '清河区卫生健康局' },
    // The small campaign answers an indicator that no catalogue has.
    campaign: { ...smallCampaign(), crosswalk: [] },
    ...changes,
  };
}

export const readText = (text: string): Promise<PackReading> =>
  readPack(new TextEncoder().encode(text));

type Json = Record<string, unknown>;

/** The text of the sample with something changed by hand, and its hash dropped. */
export async function tamper(change: (pack: Json) => void): Promise<string> {
  const pack = JSON.parse(await writePack(samplePack())) as Json;
  delete pack.contentHash;
  change(pack);
  return JSON.stringify(pack, null, 2);
}

/** The reading of a file that must be good. */
export async function expectPack(text: string) {
  const reading = await readText(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
  return { ...reading, hash: await hashPack(reading.pack) };
}

/** What is said against a file that must not be taken. */
export async function refusalsOf(text: string): Promise<PackProblem[]> {
  const reading = await readText(text);
  if (reading.ok) throw new Error('the file was accepted');
  return reading.problems;
}
