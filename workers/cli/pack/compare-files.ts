import { describeDifferences } from '#plugins/sdk/differences/differences.ts';
import { inWords } from '../terminal.ts';
import { requirePack } from './read-file.ts';

/** What the campaign of one file says otherwise than that of another, in words. */
export async function compareFiles(before: string, after: string): Promise<string[]> {
  const [old, now] = [await requirePack(before), await requirePack(after)];
  const differences = describeDifferences(old.pack.campaign, now.pack.campaign);
  const lines = differences.map(({ message }) => inWords(message));
  const around = (['region', 'branding', 'words', 'footer'] as const)
    .filter((part) => JSON.stringify(old.pack[part]) !== JSON.stringify(now.pack[part]))
    .map((part) =>
      inWords({ zh: `地区信息“${part}”有修改`, en: `About the region: “${part}” changed` }),
    );
  if (lines.length + around.length > 0) return [...lines, ...around];
  return [inWords({ zh: '两份方案内容相同', en: 'Both say the same' })];
}
