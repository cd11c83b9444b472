import type { RouteDefinition } from '@solidjs/router';
import { page } from '#web/shared/lazy-page.ts';

/** One line a page, loaded when it is visited. */
export const pages: readonly RouteDefinition[] = [
  { path: '/', component: page(() => import('./pages/regions.page.tsx'), 'RegionsPage') },
];
