import type { RouteDefinition } from '@solidjs/router';

/**
 * One line a page, `page` being from `#web/shared/lazy-page.ts`:
 * `{ path: '/scores', component: page(() => import('./pages/scores.page.tsx'), 'ScoresPage') }`
 */
export const pages: readonly RouteDefinition[] = [];
