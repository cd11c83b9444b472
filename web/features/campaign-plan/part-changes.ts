import type { ChangeParts, Draft, DraftPart } from '#schema/contracts/campaigns.ts';

type Kind = DraftPart['kind'];
type Body = Record<string, unknown>;
export type Address = { readonly kind: Kind; readonly key: string };
type ListKind = Exclude<Kind, 'head'>;

export const findPart = (draft: Pick<Draft, 'parts'>, { kind, key }: Address) =>
  draft.parts.find((part) => part.kind === kind && part.key === key);

/** The keys of a kind in document order. */
export const keysOf = (draft: Pick<Draft, 'parts'>, kind: Kind): string[] =>
  draft.parts
    .filter((part) => part.kind === kind)
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);

/** Takes parts out, over the versions on the screen. */
export const removalOf = (
  draft: Pick<Draft, 'parts'>,
  addresses: readonly Address[],
): ChangeParts => ({
  remove: addresses.flatMap((address) => {
    const part = findPart(draft, address);
    return part ? [{ kind: part.kind, key: part.key, version: part.version }] : [];
  }),
});

/** Brings the same parts back, each behind what it stood behind. */
export const returnOf = (
  draft: Pick<Draft, 'parts'>,
  addresses: readonly Address[],
): ChangeParts => {
  const byPlace = (a: DraftPart, b: DraftPart) => a.position - b.position;
  const parts = addresses.flatMap((address) => findPart(draft, address) ?? []).sort(byPlace);
  return {
    add: parts.map((part) => {
      const keys = keysOf(draft, part.kind);
      return {
        // A head is never taken out.
        kind: part.kind as ListKind,
        after: keys[keys.indexOf(part.key) - 1] ?? null,
        body: part.body as Body,
      };
    }),
  };
};

/** The same return where some of the places it names are gone meanwhile: those come last. */
export const fitReturn = (draft: Pick<Draft, 'parts'>, change: ChangeParts): ChangeParts => {
  const known = new Set(draft.parts.map(({ kind, key }) => `${kind}/${key}`));
  return {
    add: (change.add ?? []).map(({ after, ...rest }) => {
      const isThere = after === null || (after !== undefined && known.has(`${rest.kind}/${after}`));
      known.add(`${rest.kind}/${String(rest.body.key)}`);
      return isThere ? { ...rest, after } : rest;
    }),
  };
};
