import { MemoryRouter } from '@solidjs/router';
import { render } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import type { Me } from '#schema/contracts/identity.ts';
import type { Permission, Role } from '#schema/contracts/permission.ts';
import { SessionProvider, createSession } from '#web/features/identity/session.ts';
import { api } from '#web/shared/client.ts';
import { createWindowStore } from '#web/shared/drafts/outbound.driver.ts';
import { createOutbound } from '#web/shared/drafts/outbound.ts';
import type { DraftSaved } from '#web/shared/drafts/outbound.ts';
import { createQueryClient } from '#web/shared/query-client.ts';

const permissionsOf: Partial<Record<Role, Permission[]>> = {
  'commission-drafter': [
    'campaigns.draft',
    'papers.read',
    'papers.number',
    'requests.oversee',
    'requests.draft',
    'requests.decide',
  ],
  'commission-checker': ['papers.read'],
  'hospital-clerk': [
    'submissions.read',
    'submissions.fill',
    'submissions.file',
    'requests.read',
    'requests.fill',
    'requests.file',
    'scoring.read',
  ],
  'hospital-department': ['submissions.read', 'submissions.fill', 'submissions.sign-off'],
  'system-admin': ['organizations.read', 'identity.manage', 'identity.enroll'],
  'security-admin': ['organizations.read', 'identity.manage', 'identity.authorize'],
  'bureau-reviewer': ['organizations.read', 'reminders.urge'],
  'hospital-head': ['submissions.read', 'submissions.sign-off', 'scoring.read'],
};

const meAs = (role: Role): Me => {
  const permissions = permissionsOf[role] ?? [];
  const organization = { id: 'org_1', name: '东区第一医院', kind: 'hospital' as const };
  return {
    person: { id: 'per_1', username: 'one', name: '岗位', post: '岗位', organizationId: 'org_1' },
    posts: [
      {
        grantId: 'grt_1',
        role,
        relation: null,
        organization,
        path: null,
        permissions,
        from: '2026-01-01',
        to: null,
      },
    ],
    permissions,
    recusedFrom: [],
    session: { idleUntil: 0, expiresAt: 0 },
  };
};

type Sent = { method: string; path: string; body: unknown };
type Answer = { status?: number; body: unknown };

/** Answers requests by method and path, in order; what nobody prepared fails the test. */
export const serveAnswers = (answers: Readonly<Record<string, (sent: Sent) => Answer>>) => {
  const sent: Sent[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input;
    const url = new URL(address, 'http://east.localhost');
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const request = { method, path: url.pathname, body };
    sent.push(request);
    const answer = answers[`${method} ${url.pathname}`];
    if (!answer) throw new Error(`nobody answers ${method} ${url.pathname}`);
    const { status = 200, body: said } = answer(request);
    return Response.json(said, { status });
  };
  return {
    sent,
    restore: () => {
      globalThis.fetch = original;
    },
  };
};

/** A page of the portal as a person in that post sees it. */
export const showAs = (role: Role, page: () => JSX.Element) => {
  const me = meAs(role);
  const outbound = createOutbound({
    personId: me.person.id,
    store: createWindowStore(),
    send: api.send<DraftSaved>,
  });
  const session = createSession(() => me, outbound);
  // One for the page: written into the element it would be another at every look.
  const client = createQueryClient();
  const root = () => (
    <QueryClientProvider client={client}>
      <SessionProvider value={session}>{page()}</SessionProvider>
    </QueryClientProvider>
  );
  return render(() => <MemoryRouter root={root}>{[]}</MemoryRouter>);
};
