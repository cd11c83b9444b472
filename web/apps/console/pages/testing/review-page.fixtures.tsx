import { MemoryRouter, createMemoryHistory } from '@solidjs/router';
import { fireEvent, render, screen } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { vi } from 'vitest';
import type { Me } from '#schema/contracts/identity.ts';
import type { ReviewCase, ReviewQueueRow } from '#schema/contracts/reviews.ts';
import { SessionProvider } from '#web/features/identity/session.ts';
import type { Session } from '#web/features/identity/session.ts';
import { createPermissions } from '#web/shared/permissions.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { ReviewPage } from '../review.page.tsx';

const permissions = ['submissions.review', 'submissions.read'] as const;
const me: Me = {
  person: { id: 'per_1', username: 'reviewer', name: '', post: '审核岗', organizationId: null },
  posts: [
    {
      grantId: 'grt_1',
      role: 'bureau-reviewer',
      relation: null,
      organization: null,
      path: null,
      permissions: [...permissions],
      from: '2026-01-01',
      to: null,
    },
  ],
  permissions: [...permissions],
  recusedFrom: [],
  session: { idleUntil: 0, expiresAt: 0 },
};

type Posted = { path: string; ifMatch: string | null; body: Record<string, unknown> };

/** The page of one filing; what is posted is kept, and answered in turn. */
export const show = (
  found: ReviewCase,
  answers: { status: number; body: unknown }[] = [],
  queue: readonly ReviewQueueRow[] = [],
) => {
  const posted: Posted[] = [];
  const given = [...answers];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.startsWith('/api/reviews/queue')) {
      const page = { asOf: found.asOf, total: queue.length, rows: queue };
      return new Response(JSON.stringify(page), { status: 200 });
    }
    if (!['POST', 'PUT'].includes(init.method ?? 'GET'))
      return new Response(JSON.stringify(found), { status: 200 });
    posted.push({
      path,
      ifMatch: new Headers(init.headers).get('if-match'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : {},
    });
    const next = given.shift() ?? { status: 200, body: {} };
    return new Response(JSON.stringify(next.body), { status: next.status });
  });
  const history = createMemoryHistory();
  history.set({ value: `/reviews/${found.submission.summary.id}` });
  // Drafts leave the browser nowhere on this page.
  const session = { me: () => me, permissions: createPermissions(() => me) } as Session;
  const page = () => (
    <SessionProvider value={session}>
      <ReviewPage />
    </SessionProvider>
  );
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter history={history}>
        {[{ path: '/reviews/:submissionId', component: page }]}
      </MemoryRouter>
    </QueryClientProvider>
  ));
  return posted;
};

export const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
