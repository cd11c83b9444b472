import { createAuditRoutes } from '#workers/modules/audit/index.ts';
import { createBulletinsRoutes, mayReadBulletin } from '#workers/modules/bulletins/index.ts';
import {
  createCampaignsRoutes,
  createSchemaRoutes,
  mayReadDraft,
} from '#workers/modules/campaigns/index.ts';
import { createEvidenceRoutes } from '#workers/modules/evidence/index.ts';
import { createFiguresRoutes } from '#workers/modules/figures/index.ts';
import { createAuthRoutes } from '#workers/modules/identity/index.ts';
import { createImportedFiguresRoutes } from '#workers/modules/imported-figures/index.ts';
import {
  createAccountsRoutes,
  createHandoversRoutes,
  createInvitationsRoutes,
  createInvitedRoutes,
  createMeRoutes,
  createOrganizationsRoutes,
} from '#workers/modules/organizations/index.ts';
import { createPapersRoutes } from '#workers/modules/papers/index.ts';
import {
  createPetitionsRoutes,
  mayReadPetition,
  readOpenPetitions,
} from '#workers/modules/petitions/index.ts';
import { createEditionsRoutes } from '#workers/modules/plugin-host/index.ts';
import { createProposalsRoutes } from '#workers/modules/proposals/index.ts';
import {
  createRegistersRoutes,
  mayReadEntry,
  readOpenEntries,
} from '#workers/modules/registers/index.ts';
import { createRemindersRoutes } from '#workers/modules/reminders/index.ts';
import {
  createRequestsRoutes,
  mayReadReply,
  mayReadRequest,
  readOpenReplies,
} from '#workers/modules/requests/index.ts';
import {
  createReviewsRoutes,
  mayReadRuling,
  readAskedOpinions,
} from '#workers/modules/reviews/index.ts';
import { createScoringRoutes, mayReadScoreFact } from '#workers/modules/scoring/index.ts';
import { createSnapshotsRoutes, mayReadSnapshot } from '#workers/modules/snapshots/index.ts';
import {
  createDepartmentRoutes,
  createSubmissionsRoutes,
  mayReadSubmission,
  readOpenFilings,
} from '#workers/modules/submissions/index.ts';
import { createTenantRoutes } from '#workers/modules/tenants/index.ts';

const workOfUnit = [readOpenFilings, readOpenEntries, readOpenReplies, readOpenPetitions];

/** What a tenant's host serves under `/api/<name>`. A module joins by one line. */
export const tenantModules = {
  accounts: createAccountsRoutes,
  audit: createAuditRoutes,
  auth: createAuthRoutes,
  bulletins: createBulletinsRoutes,
  campaigns: createCampaignsRoutes,
  editions: createEditionsRoutes,
  evidence: () =>
    createEvidenceRoutes({
      bulletin: mayReadBulletin,
      'campaign-draft': mayReadDraft,
      petition: mayReadPetition,
      'register-entry': mayReadEntry,
      request: mayReadRequest,
      'request-reply': mayReadReply,
      'review-ruling': mayReadRuling,
      'score-fact': mayReadScoreFact,
      snapshot: mayReadSnapshot,
      submission: mayReadSubmission,
    }),
  figures: createFiguresRoutes,
  handovers: () => createHandoversRoutes({ ofUnit: workOfUnit, ofPerson: [readAskedOpinions] }),
  'imported-figures': createImportedFiguresRoutes,
  invitations: createInvitationsRoutes,
  invited: createInvitedRoutes,
  me: createMeRoutes,
  organizations: () => createOrganizationsRoutes(workOfUnit),
  papers: createPapersRoutes,
  part: createDepartmentRoutes,
  petitions: createPetitionsRoutes,
  proposals: createProposalsRoutes,
  registers: createRegistersRoutes,
  reminders: createRemindersRoutes,
  requests: createRequestsRoutes,
  reviews: createReviewsRoutes,
  schema: createSchemaRoutes,
  scoring: createScoringRoutes,
  snapshots: createSnapshotsRoutes,
  submissions: createSubmissionsRoutes,
  tenant: createTenantRoutes,
};
