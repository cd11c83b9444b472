import {
  onDeductionRecorded,
  onDeductionWithdrawn,
  onScoreFactChanged,
} from '#workers/modules/proposals/index.ts';
import {
  onRegistersPublished,
  onUnitEnded as passEntriesOn,
  onUnitsMoved,
} from '#workers/modules/registers/index.ts';
import {
  onBulletinSent,
  onBulletinTold,
  onLiaisonWanted,
  onPetitionAnswered,
  onPetitionFiled,
  onRequestIssued,
  onRequestTold,
  onReviewersDiffer,
  onSubmissionReturned,
  onUnitUrged,
} from '#workers/modules/reminders/index.ts';
import { onUnitEnded as excuseReplies } from '#workers/modules/requests/index.ts';
import { onPostHandedOver } from '#workers/modules/reviews/index.ts';
import {
  onCampaignPublished,
  onUnitEnded as exemptFilings,
} from '#workers/modules/submissions/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';

/** What a tenant's events set in motion. A module joins by one line. */
export const tenantHandlers: readonly ((context: TenantJobContext) => OutboxHandler)[] = [
  onCampaignPublished,
  onRegistersPublished,
  onUnitsMoved,
  exemptFilings,
  excuseReplies,
  passEntriesOn,
  onPostHandedOver,
  onDeductionRecorded,
  onDeductionWithdrawn,
  onScoreFactChanged,
  onSubmissionReturned,
  onRequestIssued,
  onRequestTold,
  onReviewersDiffer,
  onUnitUrged,
  onLiaisonWanted,
  onBulletinSent,
  onBulletinTold,
  onPetitionFiled,
  onPetitionAnswered,
];
