import { words, type CampaignRule } from '../problem.ts';

/** 零报告 takes its unit one click; two people looking at it is work for nothing. */
export const doubleReviewOfNothing: CampaignRule = (campaign) =>
  campaign.tasks
    .filter(({ review, nilReturn }) => review?.double === true && nilReturn === true)
    .map(({ key, clause }) => ({
      severity: 'warning' as const,
      code: 'tasks.double-review-of-nil',
      path: `tasks/${key}/review`,
      clause,
      message: words(
        '本任务允许零报告，又要求双人复核，每份零报告也要两个人审',
        'A nil return is allowed here, and two people will have to review each of them',
      ),
      mend: words(
        '确需双人复核的可以保留；否则请取消其中一项',
        'Keep both where it is meant so, else drop one of them',
      ),
    }));
