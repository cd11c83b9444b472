export type Mention = { path: string; line: number; found: string };

const binary = /\.(png|jpe?g|pdf|woff2?|ico|gz|zip|ofd|docx?)$/;

export const isText = (path: string): boolean => !binary.test(path);

export function findMentions(path: string, source: string, pattern: RegExp): Mention[] {
  return source.split('\n').flatMap((text, index) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [{ path, line: index + 1, found }];
  });
}

export const regionNames = (regions: readonly string[]): RegExp =>
  new RegExp(`${regions.join('|')}|河南|威海|广西|普陀|东西湖`, 'i');

/** Where packages were fetched from is the business of the machine, not of the repository. */
export const registryHosts =
  /\b(registry|mirrors?|packages|artifactory|nexus|verdaccio|deb|pypi)\.[a-z0-9-]+\.(?!(ts|json|mjs)\b)[a-z.]*[a-z]{2,}\b|\bnpm(js|mirror)\.(org|com)\b/i;

/** Papers that lie beside the repository and do not come with it. */
export const papersOutside =
  /work\/shared|\bshared\/(seeds|[A-Z]+\.md)|\b(DESIGN|DECISIONS|STACK|STYLE|USERS|DOMAIN|BRIEF)\.md\b|\bissues show\b/;

export const telephoneNumbers = /(?<![\d.])1[3-9]\d{9}(?!\d)|(?<![\d-])0\d{2,3}[-—]\d{7,8}(?!\d)/;
