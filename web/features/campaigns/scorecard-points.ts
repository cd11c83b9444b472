import { parsePoints } from '#plugins/sdk/points/points.ts';
import type { ScoreNode, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { PartForm } from './part-editor.ts';
import type { Values } from './values-merge.ts';

const pointsPattern = /^\d{1,5}(\.\d{1,4})?$/;

export const cardPoints = 'points';
export const cardBonus = 'bonusPoints';
export const nodeName = (key: string): string => `node:${key}`;

/** Units of 1/10,000 point; undefined while what is written is no figure. */
export const unitsOf = (text: string): number | undefined =>
  pointsPattern.test(text) ? parsePoints(text) : undefined;

const allNodes = (nodes: readonly ScoreNode[]): ScoreNode[] =>
  nodes.flatMap((node) => [node, ...(node.type === 'group' ? allNodes(node.children) : [])]);

const withPoints = (node: ScoreNode, values: Values): ScoreNode => {
  const points = values[nodeName(node.key)] ?? node.points;
  if (node.type === 'criterion') return { ...node, points };
  return { ...node, points, children: node.children.map((child) => withPoints(child, values)) };
};

/** 考评细则: the points of the card, of its groups and of its items. */
export const scorecardForm: PartForm<Scorecard> = {
  read: (card) => ({
    [cardPoints]: card.points,
    ...(card.bonusPoints === undefined ? {} : { [cardBonus]: card.bonusPoints }),
    ...Object.fromEntries(allNodes(card.children).map((node) => [nodeName(node.key), node.points])),
  }),
  write: (card, values) => ({
    ...card,
    points: values[cardPoints] ?? card.points,
    ...(card.bonusPoints === undefined
      ? {}
      : { bonusPoints: values[cardBonus] ?? card.bonusPoints }),
    children: card.children.map((node) => withPoints(node, values)),
  }),
  labelOf: (name, card) => {
    if (name === cardPoints) return t('campaigns.card-points');
    if (name === cardBonus) return t('campaigns.card-bonus');
    const node = allNodes(card.children).find(({ key }) => nodeName(key) === name);
    return node ? localText(node.title) : name;
  },
};

export type PointsLine = {
  readonly name: string;
  readonly key: string;
  readonly title: string;
  readonly depth: number;
  readonly type: ScoreNode['type'];
  readonly account: 'base' | 'bonus' | 'penalty' | undefined;
  readonly words: string | undefined;
  /** Sum of the base items below; undefined for an item, or while a figure below is none. */
  readonly sum: number | undefined;
};

type Sums = { base: number | undefined; bonus: number | undefined };

const plus = (left: number | undefined, right: number | undefined): number | undefined =>
  left === undefined || right === undefined ? undefined : left + right;

const sumOf = (nodes: readonly ScoreNode[], values: Values): Sums => {
  let sums: Sums = { base: 0, bonus: 0 };
  for (const node of nodes) {
    const own = unitsOf(values[nodeName(node.key)] ?? node.points);
    const below = node.type === 'group' ? sumOf(node.children, values) : undefined;
    const base = below ? own : node.type === 'criterion' && node.account === 'base' ? own : 0;
    const bonus = below
      ? below.bonus
      : node.type === 'criterion' && node.account === 'bonus'
        ? own
        : 0;
    sums = { base: plus(sums.base, base), bonus: plus(sums.bonus, bonus) };
  }
  return sums;
};

/** Every line of the card in its order, with what the lines below come to as they stand. */
export const pointsLines = (nodes: readonly ScoreNode[], values: Values, depth = 0): PointsLine[] =>
  nodes.flatMap((node) => {
    const line: PointsLine = {
      name: nodeName(node.key),
      key: node.key,
      title: textIn(node.title, 'zh-CN').value,
      depth,
      type: node.type,
      account: node.type === 'criterion' ? node.account : undefined,
      words: node.words,
      sum: node.type === 'group' ? sumOf(node.children, values).base : undefined,
    };
    return node.type === 'group'
      ? [line, ...pointsLines(node.children, values, depth + 1)]
      : [line];
  });

export const cardSums = (card: Pick<Scorecard, 'children'>, values: Values): Sums =>
  sumOf(card.children, values);
