import type { Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';

/** A day of whatever year is asked for: `06-30`. */
export type MonthDay = string;

/** A date the document does not give; the commission would add it, so it carries its reason. */
export type ProposedDate =
  | { task: string; on: MonthDay; wording: string; reason: Text }
  | {
      task: string;
      every: Recurrence['every'];
      dueOffsetDays: number;
      /** First and last day of the recurrence; the year's own first and last when absent. */
      from?: MonthDay;
      to?: MonthDay;
      wording: string;
      reason: Text;
    }
  | { phase: string; from: MonthDay; to: MonthDay; wording: string; reason: Text };

/** How an edition is carried into another year. */
export type RollForwardPlan = {
  /** The title in that year: `(year) => `${year}年…工作要点``. */
  title: (year: number) => string;
  /** First and last day of the work where it now lasts longer, or shorter, than in the document. */
  period?: { from: MonthDay; to: MonthDay };
  proposedDates: ProposedDate[];
};
