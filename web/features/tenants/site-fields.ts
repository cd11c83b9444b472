import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';

export type SiteFieldsProps = {
  site: SiteBranding;
  onWrite: (change: Partial<SiteBranding>) => void;
  /** What the server says of one field, by its path. */
  errorAt: (path: string) => string | undefined;
};
