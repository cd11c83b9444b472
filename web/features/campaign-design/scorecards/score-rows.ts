import type { ScoreRow } from '#plugins/sdk/drafting/score-rows.ts';
import type { Criterion, ScoreRule, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { freeKey } from '../part-keys.ts';
import { chinese } from '../texts.ts';
import { addNode, changeNode, factKeysOf, keysOfCard, newItem } from './score-edit.ts';
import type { NewItemWords } from './score-edit.ts';
import { sumsOf } from './score-sums.ts';

/** A price for each thing counted; without one, who evaluates records what he takes or gives. */
const rulesOf = (card: Scorecard, row: ScoreRow): ScoreRule[] => {
  const [keys, facts] = [keysOfCard(card), factKeysOf(card)];
  const effect = row.account === 'bonus' ? ('add' as const) : ('deduct' as const);
  const next = () => {
    const own = { key: freeKey('rule', keys), fact: freeKey('fact', facts) };
    keys.push(own.key);
    facts.push(own.fact);
    return own;
  };
  if (row.prices.length === 0) {
    const { key, fact } = next();
    const price = { kind: 'recorded' as const, max: row.points };
    return [{ key, effect, measure: { kind: 'recorded', fact }, price }];
  }
  return row.prices.map(({ noun, amount }) => {
    const { key, fact } = next();
    return {
      key,
      effect,
      measure: { kind: 'events' as const, fact },
      price: { kind: 'per-unit' as const, amount },
      noun: noun ?? row.title,
    };
  });
};

const itemOf = (card: Scorecard, row: ScoreRow, words: NewItemWords): Criterion => ({
  ...newItem(card, words),
  title: row.title,
  points: row.points,
  account: row.account,
  start: row.account === 'bonus' ? 'zero' : 'full',
  rules: rulesOf(card, row),
  ...(row.words === undefined ? {} : { words: row.words }),
});

/** Only what a card has from its beginning: one item that nobody has named yet. */
const withoutUntouched = (card: Scorecard, words: NewItemWords): Scorecard => {
  const [only, ...more] = card.children;
  const isUntouched = more.length === 0 && only !== undefined && chinese(only.title) === words.item;
  return isUntouched ? { ...card, children: [] } : card;
};

const addRow = (card: Scorecard, row: ScoreRow, words: NewItemWords): Scorecard => {
  const item = itemOf(card, row, words);
  if (row.group === undefined) return addNode(card, item);
  const holder = card.children.find(
    (node) => node.type === 'group' && chinese(node.title) === row.group,
  );
  if (holder?.type === 'group') {
    return changeNode(card, { ...holder, children: [...holder.children, item] });
  }
  const key = freeKey('group', [...keysOfCard(card), item.key]);
  return addNode(card, { type: 'group', key, title: row.group, points: '0', children: [item] });
};

/**
 * The card with the rows behind what it has; the groups that they touch state what their items come
 * to, and so does 加分. What the card itself states stays: that the two agree is for people to see.
 */
export const withScoreRows = (
  card: Scorecard,
  rows: readonly ScoreRow[],
  words: NewItemWords,
): Scorecard => {
  const good = rows.filter(({ faults }) => faults.length === 0);
  const filled = good.reduce(
    (before, row) => addRow(before, row, words),
    withoutUntouched(card, words),
  );
  const touched = new Set(good.map(({ group }) => group));
  const children = filled.children.map((node) => {
    if (node.type !== 'group' || !touched.has(chinese(node.title))) return node;
    return { ...node, points: formatPoints(sumsOf(node.children).base ?? 0) };
  });
  const { bonus } = sumsOf(children);
  const extra =
    good.some(({ account }) => account === 'bonus') && bonus !== undefined
      ? { bonusPoints: formatPoints(bonus) }
      : {};
  return { ...filled, children, ...extra };
};
