import type { OpenWorkReader } from '#workers/modules/organizations/index.ts';
import { listOpenPetitions } from '../petitions.repository.ts';

/** 请示、专报 that a unit writes, waits for, or has been sent to answer; they go on in its name. */
export const readOpenPetitions: OpenWorkReader = async (context, { organizationId }) => {
  const open = await listOpenPetitions(context.db, organizationId);
  return open.map(({ id, content, filedContent, state, dueOn }) => ({
    kind: 'petition',
    id,
    title: (filedContent ?? content).title,
    organizationId,
    state,
    dueOn,
    responsible: null,
    fate: 'continues',
  }));
};
