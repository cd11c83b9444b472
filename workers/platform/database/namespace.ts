const NAME = /^[a-z][a-z0-9-]{0,62}$/;
const SEALED = '--sealed';

/** Throws unless the text can be the name of one of our databases. */
export function assertNamespace(name: string): string {
  const tenant = name.endsWith(SEALED) ? name.slice(0, -SEALED.length) : name;
  if (!NAME.test(tenant) || tenant.includes('--')) throw new Error(`not a namespace: ${name}`);
  return name;
}

export function sealedNamespace(tenant: string): string {
  return assertNamespace(`${tenant}${SEALED}`);
}

export function isSealedNamespace(name: string): boolean {
  return name.endsWith(SEALED);
}

/** The value of sqld's `x-namespace-bin` header: base64 without padding. */
export function namespaceHeader(name: string): string {
  return btoa(assertNamespace(name)).replace(/=+$/, '');
}
