import { findDifference } from '#workers/modules/reviews/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { listRecipients } from '../messages.repository.ts';
import { notify } from './notify.ts';

/**
 * Where two reviewers differ, those who may decide learn it; where there are only these two, they
 * learn that their leader has to rule. By a channel it is learnt in the digest.
 */
export async function tellDifference(
  context: TenantJobContext,
  input: { submissionId: string; opinionId: string; mark: Step },
): Promise<void> {
  const { submissionId, opinionId, mark } = input;
  const found = await findDifference(context, submissionId);
  const isForThird = (found?.deciderIds.length ?? 0) > 0;
  const told = (isForThird ? found?.deciderIds : found?.partyIds) ?? [];
  const recipients = await listRecipients(context.db, told);
  const unit = found?.organizationName ?? '';
  await notify(context, {
    mark,
    by: 'reminders.difference',
    subject: { kind: 'submission', id: submissionId },
    recipients: recipients.map((each) => ({ ...each, channel: null })),
    noticeOf: () => ({
      category: 'urged',
      occasion: `difference:${opinionId}`,
      title: isForThird
        ? { zh: '双人复核意见不一致，请裁定', en: 'Two reviewers differ; please decide' }
        : { zh: '双人复核意见不一致', en: 'Two reviewers differ' },
      body: isForThird
        ? {
            zh: `${unit}的一个报送件，两名审核人意见不一致，请看过双方意见后裁定。`,
            en: `Two reviewers differ about a filing of ${unit}. Read both views, then decide.`,
          }
        : {
            zh: `${unit}的一个报送件，两名审核人意见不一致，没有第三名审核人，请报分管领导裁定，由一人登记签字件，另一人按裁定办理。`,
            en: `Two reviewers differ about a filing of ${unit}, and there is no third. Ask the leader in charge to rule; one registers the signed paper, the other decides.`,
          },
      href: `/console/reviews/${submissionId}`,
      items: 1,
    }),
  });
}
