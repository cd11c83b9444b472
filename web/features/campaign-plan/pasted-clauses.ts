import type { Passage } from '#plugins/sdk/drafting/paragraphs.ts';
import type { ChangeParts, Draft } from '#schema/contracts/campaigns.ts';
import { makeKey } from './new-key.ts';
import { keysOf } from './part-changes.ts';

export type Taken = Passage;

/** The clauses in their order behind what is there, each under the heading that it stands below. */
export const addingOf = (
  draft: Pick<Draft, 'parts'>,
  taken: readonly Taken[],
): NonNullable<ChangeParts['add']> => {
  const keys = keysOf(draft, 'clause');
  const open: { key: string; depth: number }[] = [];
  let after = keys[keys.length - 1] ?? null;
  return taken.map(({ number, title, words, kind, depth }) => {
    while (open.length > 0 && (open[open.length - 1]?.depth ?? 0) >= depth) open.pop();
    const parent = open[open.length - 1]?.key;
    const key = makeKey('clause');
    const body = {
      key,
      number,
      ...(title === undefined ? {} : { title }),
      words,
      kind,
      ...(parent === undefined ? {} : { parent }),
    };
    const added = { kind: 'clause' as const, after, body };
    open.push({ key, depth });
    after = key;
    return added;
  });
};
