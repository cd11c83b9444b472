import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  BrandingDesk,
  SiteBranding,
  StoredEmblem,
} from '#schema/contracts/tenant-branding.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

type Moved = { version: number; number: number };
const root = ['branding'] as const;
const path = '/api/tenant/branding';

export const useBranding = () =>
  useQuery(() => ({
    queryKey: root,
    queryFn: ({ signal }) => api.get<BrandingDesk>(path, undefined, signal),
  }));

export const createBrandingSave = (version: () => number) =>
  createCommand<SiteBranding, Moved>((body) => ({
    method: 'PUT',
    path,
    body,
    ifMatch: `"${version()}"`,
  }));

export const createBrandingRestore = (version: () => number) =>
  createCommand<number, Moved>((number) => ({
    method: 'POST',
    path: `${path}/restore`,
    body: { number },
    ifMatch: `"${version()}"`,
  }));

export const createEmblemUpload = () =>
  createCommand<File, StoredEmblem>((body) => ({
    method: 'POST',
    path: '/api/tenant/emblems',
    body,
  }));

/** The page itself takes on the new looks: its accent comes from a style sheet of the site. */
const readThemeAnew = (version: number): void => {
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    const [address] = (link.getAttribute('href') ?? '').split('?');
    if (address?.endsWith('/api/tenant/theme.css')) {
      link.setAttribute('href', `${address}?v=${version}`);
    }
  }
};

export const useBrandingChanged = () => {
  const client = useQueryClient();
  return async (version: number): Promise<void> => {
    readThemeAnew(version);
    await Promise.all([
      client.invalidateQueries({ queryKey: root }),
      client.invalidateQueries({ queryKey: ['tenant'] }),
    ]);
  };
};
