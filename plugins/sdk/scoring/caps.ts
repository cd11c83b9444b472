import type { ScoreBound } from '#schema/contracts/campaign/score-sheet.ts';
import { plusPoints } from '../points/points.ts';
import type { CompiledRule, Draft, Item } from './compiled.ts';
import { phrases } from './phrases.ts';

export function sumOf(drafts: readonly Draft[], effect: 'deduct' | 'add'): number {
  let sum = 0;
  for (const draft of drafts) {
    if (draft.rule.effect === effect) sum = plusPoints(sum, draft.counted);
  }
  return sum;
}

/** Takes an excess away from the last lines first: what stands earlier in the standard keeps its price. */
export function lowerFromLast(drafts: readonly Draft[], excess: number): void {
  let left = excess;
  for (let at = drafts.length - 1; at >= 0 && left > 0; at -= 1) {
    const draft = drafts[at];
    if (draft === undefined) continue;
    const taken = Math.min(draft.counted, left);
    draft.counted -= taken;
    left -= taken;
  }
}

/** Lowers the lines to a limit and says by how much; 0 when the limit did not bind. */
export function limitDrafts(drafts: readonly Draft[], limit: number): number {
  let sum = 0;
  for (const draft of drafts) sum = plusPoints(sum, draft.counted);
  const excess = sum - limit;
  if (excess <= 0) return 0;
  lowerFromLast(drafts, excess);
  return excess;
}

/** What lowering lines of this effect does to the score. */
export function changeOf(effect: 'deduct' | 'add', lowered: number): number {
  return effect === 'deduct' ? lowered : -lowered;
}

/** Lowers all lines of one effect to a sum, and writes down the limit that demanded it. */
export function limitEffect(
  item: Item,
  effect: 'deduct' | 'add',
  most: number,
  { kind, limit = most }: { kind: ScoreBound['kind']; limit?: number },
): void {
  if (item.drafts.length === 0) return;
  if (sumOf(item.drafts, effect) <= most) return;
  const lines = item.drafts.filter((draft) => draft.rule.effect === effect);
  item.bounds.push({ kind, limit, change: changeOf(effect, limitDrafts(lines, most)) });
}

const monthsOf = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The calendar period a day lies in. */
export function periodOf(day: string, every: keyof typeof monthsOf): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return String(months - (months % monthsOf[every]));
}

function limitPeriods(rule: CompiledRule, drafts: readonly Draft[], item: Item): void {
  if (rule.periodCap === undefined) return;
  const { every, cap } = rule.periodCap;
  const periods = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.on === undefined) item.pending ??= phrases.undated(draft.eventIds[0] ?? rule.key);
    const period = draft.on === undefined ? '' : periodOf(draft.on, every);
    const inside = periods.get(period);
    if (inside) inside.push(draft);
    else periods.set(period, [draft]);
  }
  let change = 0;
  for (const inside of periods.values()) change += limitDrafts(inside, cap);
  if (change > 0) {
    item.bounds.push({
      kind: 'period-cap',
      rule: rule.key,
      limit: cap,
      change: changeOf(rule.effect, change),
    });
  }
}

/** The caps of one rule over the lines it has just written: first by period, then altogether (R7). */
export function limitRule(rule: CompiledRule, item: Item, from: number): void {
  if (item.drafts.length === from) return;
  if (rule.cap === undefined && rule.periodCap === undefined) return;
  const drafts = item.drafts.slice(from);
  limitPeriods(rule, drafts, item);
  const change = rule.cap === undefined ? 0 : limitDrafts(drafts, rule.cap);
  if (rule.cap !== undefined && change > 0) {
    item.bounds.push({
      kind: 'rule-cap',
      rule: rule.key,
      limit: rule.cap,
      change: changeOf(rule.effect, change),
    });
  }
  for (const draft of drafts) draft.ruled = draft.counted;
}
