import * as v from 'valibot';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import {
  DEDUCTION_RECORDED,
  DEDUCTION_WITHDRAWN,
  SCORE_FACT_CHANGED,
} from '#workers/modules/scoring/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { refreshUnits } from '../usecases/refresh-unit.ts';

const ScoreChangedSchema = v.object({ campaignId: v.string(), organizationId: v.string() });

/** What goes on record on a unit has its rules looked at again; repeated, it finds nothing new. */
function onScoreChanged(event: string): (context: TenantJobContext) => OutboxHandler {
  return (context) => ({
    name: 'proposals.refresh',
    event,
    handle: async ({ event: { payload }, mark }) => {
      const { campaignId, organizationId } = v.parse(ScoreChangedSchema, payload);
      const campaign = await findCampaignRow(context.db, campaignId);
      if (campaign?.state === 'running') {
        const version = await loadVersion(context.db, campaign.currentHash);
        const organizationIds = [organizationId];
        await refreshUnits(context, { campaign, version, organizationIds });
      }
      await commitOrThrow(context.writer, {
        steps: [mark],
        audit: {
          action: 'proposal.sweep',
          actor: { kind: 'system', id: 'proposals.refresh' },
          subjectKind: 'organization',
          subjectId: organizationId,
          at: context.clock.now(),
          facts: { campaignId },
        },
      });
    },
  });
}

export const onDeductionRecorded = onScoreChanged(DEDUCTION_RECORDED);
export const onDeductionWithdrawn = onScoreChanged(DEDUCTION_WITHDRAWN);
export const onScoreFactChanged = onScoreChanged(SCORE_FACT_CHANGED);
