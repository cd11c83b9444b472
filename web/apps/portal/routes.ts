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
  { path: '/scores', component: page(() => import('./pages/scores.page.tsx'), 'ScoresPage') },
];
