import type { Migration } from '../migration.ts';
import { core } from './0001-core.migration.ts';
import { tenantProfile } from './0002-tenant-profile.migration.ts';
import { identity } from './0003-identity.migration.ts';
import { organizations } from './0004-organizations.migration.ts';
import { approvals } from './0005-approvals.migration.ts';
import { campaigns } from './0006-campaigns.migration.ts';
import { evidence } from './0007-evidence.migration.ts';
import { submissions } from './0008-submissions.migration.ts';
import { reviews } from './0009-reviews.migration.ts';
import { scoring } from './0010-scoring.migration.ts';
import { snapshots } from './0011-snapshots.migration.ts';
import { passwordReset } from './0012-password-reset.migration.ts';
import { registers } from './0013-registers.migration.ts';
import { filingStates } from './0014-filing-states.migration.ts';
import { upperCampaigns } from './0015-upper-campaigns.migration.ts';
import { requests } from './0016-requests.migration.ts';
import { evaluation } from './0017-evaluation.migration.ts';
import { registerTotals } from './0018-register-totals.migration.ts';
import { papersAndParts } from './0019-papers-and-parts.migration.ts';
import { versionMoves } from './0020-version-moves.migration.ts';
import { bureauDesk } from './0021-bureau-desk.migration.ts';
import { figures } from './0022-figures.migration.ts';
import { unitsAndPeople } from './0023-units-and-people.migration.ts';
import { reminders } from './0024-reminders.migration.ts';
import { bulletinsAndPetitions } from './0025-bulletins-and-petitions.migration.ts';
import { branding } from './0026-branding.migration.ts';
import { doubleReview } from './0027-double-review.migration.ts';
import { largeCampaigns } from './0028-large-campaigns.migration.ts';
import { handovers } from './0029-handovers.migration.ts';
import { entryVersionMoves } from './0030-entry-version-moves.migration.ts';
import { peopleImport } from './0031-people-import.migration.ts';
import { reviewRulings } from './0033-review-rulings.migration.ts';
import { placesOfStandings } from './0034-places-of-standings.migration.ts';
import { kindsOfPastDays } from './0035-kinds-of-past-days.migration.ts';
import { liaisonAsks } from './0037-liaison-asks.migration.ts';
import { importedFigures } from './0038-imported-figures.migration.ts';

export const tenantMigrations: readonly Migration[] = [
  core,
  tenantProfile,
  identity,
  organizations,
  approvals,
  campaigns,
  evidence,
  submissions,
  reviews,
  scoring,
  snapshots,
  passwordReset,
  registers,
  filingStates,
  upperCampaigns,
  requests,
  evaluation,
  registerTotals,
  papersAndParts,
  versionMoves,
  bureauDesk,
  figures,
  unitsAndPeople,
  reminders,
  bulletinsAndPetitions,
  branding,
  doubleReview,
  largeCampaigns,
  handovers,
  entryVersionMoves,
  peopleImport,
  reviewRulings,
  placesOfStandings,
  kindsOfPastDays,
  liaisonAsks,
  importedFigures,
];
