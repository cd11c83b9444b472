import { MemoryRouter } from '@solidjs/router';
import { render } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import { vi } from 'vitest';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { smallDraft } from '#web/features/campaigns/testing/drafts.fixtures.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { PartActsProvider, createPartActs } from '../part-acts.ts';
import type { PartActs } from '../part-acts.ts';

export type Sent = { method: string; path: string; body: unknown };

/** The server takes every change of parts and answers as it does. */
export const listen = () => {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ method: init.method ?? 'GET', path, body });
    return new Response(JSON.stringify({ parts: [] }), { status: 200 });
  });
  return sent;
};

/** The desk of a draft, whose parts are changed through what `listen` hears. */
export const onDesk = (page: (acts: PartActs) => JSX.Element, given: Draft = smallDraft()) => {
  const [draft, setDraft] = createSignal(given);
  const Desk = () => {
    const acts = createPartActs({ draft, onChanged: () => Promise.resolve() });
    return <PartActsProvider value={acts}>{page(acts)}</PartActsProvider>;
  };
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>{[{ path: '*', component: Desk }]}</MemoryRouter>
    </QueryClientProvider>
  ));
  return { setDraft };
};
