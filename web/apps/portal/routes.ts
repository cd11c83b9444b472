import type { RouteDefinition } from '@solidjs/router';
import { page } from '#web/shared/lazy-page.ts';

export const pages: readonly RouteDefinition[] = [
  { path: '/', component: page(() => import('./pages/tasks.page.tsx'), 'TasksPage') },
  {
    path: '/submissions/:id',
    component: page(() => import('./pages/submission.page.tsx'), 'SubmissionPage'),
  },
  {
    path: '/submissions/:id/sign-off-sheet',
    component: page(() => import('./pages/sign-off-sheet.page.tsx'), 'SignOffSheetPage'),
  },
  {
    path: '/submissions/:id/receipt',
    component: page(() => import('./pages/receipt.page.tsx'), 'ReceiptPage'),
  },
  {
    path: '/requests/:id/:organizationId',
    component: page(() => import('./pages/request.page.tsx'), 'RequestPage'),
  },
  {
    path: '/request-replies/:id/receipt',
    component: page(() => import('./pages/request-receipt.page.tsx'), 'RequestReceiptPage'),
  },
  {
    path: '/messages',
    component: page(() => import('./pages/messages.page.tsx'), 'MessagesPage'),
  },
  {
    path: '/bulletins',
    component: page(() => import('./pages/bulletins.page.tsx'), 'BulletinsPage'),
  },
  {
    path: '/bulletins/:id/:organizationId',
    component: page(() => import('./pages/bulletin.page.tsx'), 'BulletinPage'),
  },
  {
    path: '/petitions',
    component: page(() => import('./pages/petitions.page.tsx'), 'PetitionsPage'),
  },
  {
    path: '/petitions/:id',
    component: page(() => import('./pages/petition.page.tsx'), 'PetitionPage'),
  },
  {
    path: '/handovers',
    component: page(() => import('./pages/handovers.page.tsx'), 'HandoversPage'),
  },
  { path: '/scores', component: page(() => import('./pages/scores.page.tsx'), 'ScoresPage') },
  {
    path: '/registers',
    component: page(() => import('./pages/registers.page.tsx'), 'RegistersPage'),
  },
  {
    path: '/registers/:register',
    component: page(() => import('./pages/register.page.tsx'), 'RegisterPage'),
  },
  {
    path: '/registers/:register/wall',
    component: page(() => import('./pages/wall.page.tsx'), 'WallPage'),
  },
  {
    path: '/registers/:register/new',
    component: page(() => import('./pages/record-entry.page.tsx'), 'RecordEntryPage'),
  },
  { path: '/entries/:id', component: page(() => import('./pages/entry.page.tsx'), 'EntryPage') },
];

/** Opened by a link, without an account. */
export const openPages: readonly RouteDefinition[] = [
  { path: '/part', component: page(() => import('./pages/part.page.tsx'), 'PartPage') },
  { path: '/join', component: page(() => import('./pages/join.page.tsx'), 'JoinPage') },
];
