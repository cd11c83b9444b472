import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';

export type SitePart =
  | Exclude<keyof SiteBranding, 'words' | 'footer'>
  | keyof SiteBranding['words']
  | keyof SiteBranding['footer'];

/** The parts of a site in which two states differ: `changedParts(before, after)` is `['accent', 'icp']`. */
export function changedParts(before: SiteBranding, after: SiteBranding): SitePart[] {
  const [from, to] = [flat(before), flat(after)];
  const names = [...new Set([...from.keys(), ...to.keys()])];
  return names.filter((name) => from.get(name) !== to.get(name));
}

function flat({ words, footer, ...rest }: SiteBranding): Map<SitePart, string> {
  const parts = [rest, words, footer].flatMap((part) => Object.entries(part));
  const said = parts.filter(([, value]) => value !== undefined);
  // Keys of a record of the contract are the contract's own.
  return new Map(said.map(([name, value]) => [name as SitePart, JSON.stringify(value)]));
}
