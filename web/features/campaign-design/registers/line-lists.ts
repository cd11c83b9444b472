import type { Text } from '#schema/contracts/campaign/text.ts';
import { freeKey } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';

export type Line = { readonly key: string; readonly text: Text };

/** One line, one item; a line that is only reworded keeps its key. */
export const linesFrom = (before: readonly Line[], typed: string, stem: string): Line[] => {
  const taken = before.map(({ key }) => key);
  const used = new Set<string>();
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const exact = lines.map((line) => before.find(({ text }) => chinese(text) === line));
  for (const line of exact) if (line) used.add(line.key);
  return lines.map((line, at) => {
    const placed = before[at];
    const same = exact[at] ?? (placed && !used.has(placed.key) ? placed : undefined);
    if (same !== undefined) {
      used.add(same.key);
      return { key: same.key, text: withChinese(same.text, line) };
    }
    const key = freeKey(stem, taken);
    taken.push(key);
    return { key, text: line };
  });
};
