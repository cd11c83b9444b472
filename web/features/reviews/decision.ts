import type { DecideReview, ReviewCase, ReviewDecided } from '#schema/contracts/reviews.ts';
import { createCommand } from '#web/shared/command.ts';

export type DecisionProps = {
  open: boolean;
  found: ReviewCase;
  onClose: () => void;
  onDecided: (decided: ReviewDecided) => void;
};

/** One decision on the version of the filing that is on the screen. */
export const createDecision = (found: () => ReviewCase) =>
  createCommand<DecideReview, ReviewDecided>((body) => ({
    method: 'POST',
    path: `/api/reviews/${found().submission.summary.id}/decisions`,
    ifMatch: `"${found().version}"`,
    body,
  }));
