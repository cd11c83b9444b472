import type { RouteDefinition } from '@solidjs/router';
import { page } from '#web/shared/lazy-page.ts';

/**
 * One line a page, `page` being from `#web/shared/lazy-page.ts`:
 * `{ path: '/scores', component: page(() => import('./pages/scores.page.tsx'), 'ScoresPage') }`
 */
export const pages: readonly RouteDefinition[] = [
  {
    path: '/',
    component: page(() => import('./pages/comparability.page.tsx'), 'ComparabilityPage'),
  },
  {
    path: '/indicators/:key',
    component: page(() => import('./pages/indicator.page.tsx'), 'IndicatorPage'),
  },
];
