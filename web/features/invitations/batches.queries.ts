import { useQuery } from '@tanstack/solid-query';
import type {
  BatchDecided,
  DecideBatch,
  InvitationBatch,
  LinkBatch,
  Slip,
  SlipPage,
} from '#schema/contracts/invitations.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

const path = '/api/invitations/batches';

export const useBatches = () =>
  useQuery(() => ({
    queryKey: ['invitations', 'batches'],
    queryFn: ({ signal }) => api.get<{ items: InvitationBatch[] }>(path, undefined, signal),
  }));

/** One decision on the list as it was shown. */
export const createDecision = (batch: () => Pick<InvitationBatch, 'id' | 'version'>) =>
  createCommand<DecideBatch, BatchDecided>((body) => ({
    method: 'POST',
    path: `${path}/${batch().id}/authorize`,
    ifMatch: `"${batch().version}"`,
    body,
  }));

/** Makes every link of a batch, some at a time; `keep` gets those of each step as they come. */
export const makeSlips = async (
  id: string,
  again: boolean,
  keep: (made: readonly Slip[]) => void,
): Promise<void> => {
  let after: string | null | undefined;
  while (after !== null) {
    const body: LinkBatch = { again, ...(after === undefined ? {} : { after }) };
    const { data } = await api.send<SlipPage>({
      method: 'POST',
      path: `${path}/${id}/links`,
      body,
    });
    keep(data.items);
    after = data.after;
  }
};
