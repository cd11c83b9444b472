import { dayAt } from '#plugins/sdk/dates/days.ts';
import { printPoints } from '#plugins/sdk/points/points.ts';
import type { RecordedDeductions } from '#plugins/sdk/scoring/compiled.ts';
import { recordableItems } from '#plugins/sdk/scoring/recordable.ts';
import type { RecordableItem } from '#plugins/sdk/scoring/recordable.ts';
import type { ScoreEvent } from '#schema/contracts/campaign/score-facts.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';

/** A standing deduction as the sheet needs it. */
export type StandingDeduction = {
  readonly id: string;
  readonly criterionKey: string;
  readonly amount: number;
  readonly reason: string;
  readonly remedy?: string | null;
  readonly submissionId: string | null;
  readonly recordedByPost: string;
  readonly recordedAt: number;
};

/** The item of a card on which a deduction may be recorded, if it is one. */
export function recordableItem(card: Scorecard, criterion: string): RecordableItem | undefined {
  return recordableItems(card).find((item) => item.criterion.key === criterion);
}

export type AmountVerdict = 'fits' | 'out-of-range' | 'nothing-left';

/** Whether the standard allows the amount, and whether the item still holds so much. */
export function judgeAmount(
  { least, most, limit }: Pick<RecordableItem, 'least' | 'most' | 'limit'>,
  amount: number,
  spent: number,
): AmountVerdict {
  if (amount < least || amount > most) return 'out-of-range';
  return spent + amount > limit ? 'nothing-left' : 'fits';
}

/** Deductions by item, as events that carry their own points. */
export function recordedEvents(deductions: readonly StandingDeduction[]): RecordedDeductions {
  const byCriterion: Record<string, ScoreEvent[]> = {};
  for (const each of deductions) {
    const event: ScoreEvent = {
      id: each.id,
      on: dayAt(each.recordedAt),
      points: printPoints(each.amount),
      reason: reasonOf(each),
      recordedBy: each.recordedByPost,
      materials: each.submissionId === null ? [] : [each.submissionId],
    };
    (byCriterion[each.criterionKey] ??= []).push(event);
  }
  return byCriterion;
}

/** 原因 and, where it was said, 补救办法: the unit reads both on its sheet. */
function reasonOf({ reason, remedy }: StandingDeduction): ScoreEvent['reason'] {
  if (!remedy) return reason;
  return { zh: `${reason}（补救办法：${remedy}）`, en: `${reason} (remedy: ${remedy})` };
}
