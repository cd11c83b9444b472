export const OVERSIGHT_LABEL = 'oversight';
export const PLATFORM_LABEL = 'platform';

export type HostMatch =
  | { readonly kind: 'oversight' }
  | { readonly kind: 'platform' }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'foreign' };

const LABEL = /^[a-z][a-z0-9]{1,29}$/;

/** What a Host header asks for, by its label before the deployment's base. */
export function matchHost(host: string, baseHost: string): HostMatch {
  const suffix = `.${baseHost}`;
  if (!host.endsWith(suffix)) return { kind: 'foreign' };
  const label = host.slice(0, -suffix.length);
  if (label === OVERSIGHT_LABEL) return { kind: 'oversight' };
  if (label === PLATFORM_LABEL) return { kind: 'platform' };
  return LABEL.test(label) ? { kind: 'label', label } : { kind: 'foreign' };
}
