import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { EndingPreview, UnitActed } from '#schema/contracts/organization-acts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

export type UnitVerb = 'rename' | 'facts' | 'superior' | 'end' | 'reopen';

/** One act on a unit as it was shown. */
export const createUnitAct = (unit: () => Pick<Organization, 'id' | 'version'>) =>
  createCommand<{ verb: UnitVerb; body: object }, UnitActed>(({ verb, body }) => ({
    method: 'POST',
    path: `/api/organizations/${unit().id}/${verb}`,
    ifMatch: `"${unit().version}"`,
    body,
  }));

export const useEnding = (id: () => string, intoId: () => string) =>
  useQuery(() => ({
    queryKey: ['organizations', 'ending', id(), intoId()],
    queryFn: ({ signal }) =>
      api.get<EndingPreview>(
        `/api/organizations/${id()}/ending`,
        { intoId: intoId() || undefined },
        signal,
      ),
  }));

/** Excusing a unit that has ended follows a moment behind the act itself. */
const followsMs = 4_000;

export const useUnitsChanged = () => {
  const client = useQueryClient();
  const filings = () => client.invalidateQueries({ queryKey: ['progress'] });
  return async (): Promise<void> => {
    setTimeout(() => void filings(), followsMs);
    await Promise.all([client.invalidateQueries({ queryKey: ['organizations'] }), filings()]);
  };
};
