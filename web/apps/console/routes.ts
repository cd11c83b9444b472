import type { RouteDefinition } from '@solidjs/router';
import { page, withWords } from '#web/shared/lazy-page.ts';
import { StartPage } from './pages/start.page.tsx';

/**
 * One line a page, `page` being from `#web/shared/lazy-page.ts`:
 * `{ path: '/scores', component: page(() => import('./pages/scores.page.tsx'), 'ScoresPage') }`
 */
export const pages: readonly RouteDefinition[] = [
  { path: '/', component: StartPage },
  {
    path: '/campaigns',
    component: page(() => import('./pages/campaigns.page.tsx'), 'CampaignsPage'),
  },
  {
    path: '/campaigns/drafts/:id',
    component: page(
      withWords('plan', () => import('./pages/draft.page.tsx')),
      'DraftPage',
    ),
  },
  {
    path: '/campaigns/drafts/:id/preview',
    component: page(() => import('./pages/draft-preview.page.tsx'), 'DraftPreviewPage'),
  },
  {
    path: '/campaigns/drafts/:id/design/:kind/:key',
    component: page(() => import('./pages/design.page.tsx'), 'DesignPage'),
  },
  {
    path: '/campaigns/:id',
    component: page(() => import('./pages/campaign.page.tsx'), 'CampaignPage'),
  },
  {
    path: '/figures',
    component: page(() => import('./pages/figures.page.tsx'), 'FiguresPage'),
  },
  {
    path: '/figures/items',
    component: page(() => import('./pages/figure-items.page.tsx'), 'FigureItemsPage'),
  },
  {
    path: '/imported-figures',
    component: page(() => import('./pages/imported-figures.page.tsx'), 'ImportedFiguresPage'),
  },
  {
    path: '/imported-figures/new',
    component: page(() => import('./pages/imported-figures.page.tsx'), 'ImportFiguresPage'),
  },
  {
    path: '/imported-figures/:id',
    component: page(() => import('./pages/imported-figures.page.tsx'), 'ImportedValuesPage'),
  },
  { path: '/progress', component: page(() => import('./pages/progress.page.tsx'), 'ProgressPage') },
  {
    path: '/reviews',
    component: page(() => import('./pages/review-queue.page.tsx'), 'ReviewQueuePage'),
  },
  {
    path: '/reviews/:submissionId',
    component: page(() => import('./pages/review.page.tsx'), 'ReviewPage'),
  },
  {
    path: '/on-behalf',
    component: page(() => import('./pages/on-behalf.page.tsx'), 'OnBehalfPage'),
  },
  {
    path: '/organizations',
    component: page(() => import('./pages/organizations.page.tsx'), 'OrganizationsPage'),
  },
  {
    path: '/organizations/import',
    component: page(
      withWords('imports', () => import('./pages/import-units.page.tsx')),
      'ImportUnitsPage',
    ),
  },
  {
    path: '/organizations/without-liaison',
    component: page(() => import('./pages/without-liaison.page.tsx'), 'WithoutLiaisonPage'),
  },
  {
    path: '/organizations/:id',
    component: page(() => import('./pages/organization.page.tsx'), 'OrganizationPage'),
  },
  { path: '/accounts', component: page(() => import('./pages/accounts.page.tsx'), 'AccountsPage') },
  {
    path: '/accounts/import',
    component: page(
      withWords('imports', () => import('./pages/import-people.page.tsx')),
      'ImportPeoplePage',
    ),
  },
  {
    path: '/accounts/batches',
    component: page(() => import('./pages/batches.page.tsx'), 'BatchesPage'),
  },
  {
    path: '/accounts/batches/:id',
    component: page(() => import('./pages/batches.page.tsx'), 'BatchPage'),
  },
  {
    path: '/accounts/invitations',
    component: page(() => import('./pages/invitations.page.tsx'), 'InvitationsPage'),
  },
  {
    path: '/messages',
    component: page(() => import('./pages/messages.page.tsx'), 'MessagesPage'),
  },
  {
    path: '/channels',
    component: page(() => import('./pages/channels.page.tsx'), 'ChannelsPage'),
  },
  {
    path: '/branding',
    component: page(() => import('./pages/branding.page.tsx'), 'BrandingPage'),
  },
  {
    path: '/handovers',
    component: page(() => import('./pages/handovers.page.tsx'), 'HandoversPage'),
  },
  {
    path: '/audit',
    component: page(
      withWords('audit-actions', () => import('./pages/audit.page.tsx')),
      'AuditPage',
    ),
  },
  {
    path: '/snapshots',
    component: page(
      withWords('oversight', () => import('./pages/snapshots.page.tsx')),
      'SnapshotsPage',
    ),
  },
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
  { path: '/requests', component: page(() => import('./pages/requests.page.tsx'), 'RequestsPage') },
  {
    path: '/requests/:id',
    component: page(() => import('./pages/request.page.tsx'), 'RequestPage'),
  },
  {
    path: '/requests/:id/replies/:replyId',
    component: page(() => import('./pages/request-reply.page.tsx'), 'RequestReplyPage'),
  },
  {
    path: '/proposals',
    component: page(() => import('./pages/proposals.page.tsx'), 'ProposalsPage'),
  },
  {
    path: '/proposals/:id',
    component: page(() => import('./pages/proposal.page.tsx'), 'ProposalPage'),
  },
  {
    path: '/scores/:organization',
    component: page(() => import('./pages/unit-score.page.tsx'), 'UnitScorePage'),
  },
  { path: '/rankings', component: page(() => import('./pages/rankings.page.tsx'), 'RankingsPage') },
  {
    path: '/bulletins',
    component: page(() => import('./pages/bulletins.page.tsx'), 'BulletinsPage'),
  },
  {
    path: '/bulletins/new',
    component: page(() => import('./pages/new-bulletin.page.tsx'), 'NewBulletinPage'),
  },
  {
    path: '/bulletins/:id',
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
  { path: '/papers', component: page(() => import('./pages/papers.page.tsx'), 'PapersPage') },
  { path: '/entries/:id', component: page(() => import('./pages/entry.page.tsx'), 'EntryPage') },
];
