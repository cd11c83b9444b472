import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { Criterion } from '#schema/contracts/campaign/scorecard.ts';
import { printPoints } from '../../points/points.ts';
import { bonus, criterion, penalty, type CriterionDetail } from '../define.ts';
import { scoreItem, testSource as source } from './scorecards.fixtures.ts';

type WithoutCommon<T> = T extends unknown ? Omit<T, 'title' | 'source'> : never;
type Detail = WithoutCommon<CriterionDetail>;

export const item = (detail: Detail) => criterion('item', { title: '项目', source, ...detail });
export const extra = (detail: Detail) => bonus('item', { title: '加分', source, ...detail });
export const fine = (detail: Detail) => penalty('item', { title: '扣分', source, ...detail });

/** What a reader sees of an item: its score as people write it, its state, and the reasons. */
export type Shown = { score: string; state: SheetNode['state']; reasons: string[] };

const zhOf = (text: string | { zh: string }) => (typeof text === 'string' ? text : text.zh);

export function shown(definition: Criterion, facts: Record<string, ScoreFact>): Shown {
  const node = scoreItem(definition, facts);
  return {
    score: printPoints(node.score),
    state: node.state,
    reasons: node.lines.map(({ reason }) => zhOf(reason)),
  };
}

/** The score alone, of an item whose state is settled. */
export function pointsOf(definition: Criterion, facts: Record<string, ScoreFact>): string {
  const { score, state } = shown(definition, facts);
  return state === 'scored' ? score : state;
}
