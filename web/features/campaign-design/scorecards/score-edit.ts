import type {
  Criterion,
  ScoreGroup,
  ScoreNode,
  ScoreRule,
  Scorecard,
} from '#schema/contracts/campaign/scorecard.ts';
import { freeKey, moved, withProperty } from '../part-keys.ts';

export type NewCardWords = {
  readonly title: string;
  readonly item: string;
  readonly noun: string;
  readonly reason: string;
};
export type NewItemWords = Pick<NewCardWords, 'item' | 'noun' | 'reason'>;

const newRule = (key: string, fact: string, noun: string): ScoreRule => ({
  key,
  effect: 'deduct',
  measure: { kind: 'events', fact },
  price: { kind: 'per-unit', amount: '1' },
  noun,
});

export const newScorecard = (key: string, words: NewCardWords): Scorecard => ({
  key,
  title: words.title,
  points: '100',
  source: { proposed: true, reason: words.reason },
  children: [
    {
      type: 'criterion',
      key: 'item-1',
      title: words.item,
      points: '100',
      account: 'base',
      start: 'full',
      rules: [newRule('rule-1', 'fact-1', words.noun)],
      source: { proposed: true, reason: words.reason },
    },
  ],
});

export const nodesOf = (nodes: readonly ScoreNode[]): ScoreNode[] =>
  nodes.flatMap((node) => [node, ...(node.type === 'group' ? nodesOf(node.children) : [])]);

export const itemsOf = (card: Pick<Scorecard, 'children'>): Criterion[] =>
  nodesOf(card.children).filter((node): node is Criterion => node.type === 'criterion');

/** Every fact that the card reads, so that a new one gets a name of its own. */
export const factKeysOf = (card: Scorecard): string[] => [
  ...itemsOf(card).flatMap(({ rules, evidence }) => [
    ...rules.flatMap(({ measure }) => {
      if (measure.kind === 'elements') return measure.elements.map(({ fact }) => fact);
      if (measure.kind === 'ladder') {
        return measure.rungs.flatMap(({ elements }) => elements.map(({ fact }) => fact));
      }
      return measure.kind === 'trend' ? [measure.fact, measure.previous] : [measure.fact];
    }),
    ...(evidence === undefined ? [] : [evidence.fact]),
  ]),
  ...(card.vetoes ?? []).map(({ fact }) => fact),
];

export const keysOfCard = (card: Scorecard): string[] => [
  ...nodesOf(card.children).flatMap((node) => [
    node.key,
    ...(node.type === 'criterion' ? node.rules.map(({ key }) => key) : []),
  ]),
  ...(card.vetoes ?? []).map(({ key }) => key),
];

type Change = (siblings: readonly ScoreNode[]) => readonly ScoreNode[];

/** Changes the list in which a node stands, wherever in the tree that is. */
const inSiblings = (nodes: readonly ScoreNode[], key: string, change: Change): ScoreNode[] => {
  if (nodes.some((node) => node.key === key)) return [...change(nodes)];
  return nodes.map((node) =>
    node.type === 'group' ? { ...node, children: inSiblings(node.children, key, change) } : node,
  );
};

const change = (card: Scorecard, key: string, how: Change): Scorecard => ({
  ...card,
  children: inSiblings(card.children, key, how),
});

export const siblingsOf = (nodes: readonly ScoreNode[], key: string): readonly ScoreNode[] => {
  if (nodes.some((node) => node.key === key)) return nodes;
  for (const node of nodes) {
    const found = node.type === 'group' ? siblingsOf(node.children, key) : [];
    if (found.length > 0) return found;
  }
  return [];
};

export const changeNode = <Node extends ScoreNode>(card: Scorecard, node: Node): Scorecard =>
  change(card, node.key, (list) => list.map((each) => (each.key === node.key ? node : each)));

export const moveNode = (card: Scorecard, key: string, to: number): Scorecard =>
  change(card, key, (list) =>
    moved(
      list,
      list.findIndex((node) => node.key === key),
      to,
    ),
  );

/** A group that would be left empty, and the last node of the card, stay. */
export const removeNode = (card: Scorecard, key: string): Scorecard =>
  siblingsOf(card.children, key).length < 2
    ? card
    : change(card, key, (list) => list.filter((node) => node.key !== key));

export const newItem = (card: Scorecard, words: NewItemWords): Criterion => {
  const keys = keysOfCard(card);
  return {
    type: 'criterion',
    key: freeKey('item', keys),
    title: words.item,
    points: '0',
    account: 'base',
    start: 'full',
    rules: [newRule(freeKey('rule', keys), freeKey('fact', factKeysOf(card)), words.noun)],
    source: { proposed: true, reason: words.reason },
  };
};

/** Last in a group, or last of the card. */
export const addNode = (card: Scorecard, node: ScoreNode, group?: string): Scorecard => {
  if (group === undefined) return { ...card, children: [...card.children, node] };
  const holder = nodesOf(card.children).find(({ key }) => key === group);
  return holder?.type === 'group'
    ? changeNode(card, { ...holder, children: [...holder.children, node] })
    : card;
};

export const newGroup = (card: Scorecard, title: string, words: NewItemWords): ScoreGroup => ({
  type: 'group',
  key: freeKey('group', keysOfCard(card)),
  title,
  points: '0',
  children: [newItem(card, words)],
});

/** Bonus is earned, a penalty only takes: the effect of every rule follows. */
export const setAccount = (item: Criterion, account: Criterion['account']): Criterion =>
  setStart({ ...item, account }, account === 'bonus' ? 'zero' : 'full');

export const setStart = (item: Criterion, start: Criterion['start']): Criterion => {
  const effect = item.account === 'penalty' || start === 'full' ? 'deduct' : 'add';
  return { ...item, start, rules: item.rules.map((rule) => ({ ...rule, effect })) };
};

export const changeRule = (item: Criterion, rule: ScoreRule): Criterion => ({
  ...item,
  rules: item.rules.map((each) => (each.key === rule.key ? rule : each)),
});

export const addRule = (card: Scorecard, item: Criterion, noun: string): Criterion => {
  const fact = freeKey('fact', factKeysOf(card));
  const rule = newRule(freeKey('rule', keysOfCard(card)), fact, noun);
  const effect = item.account !== 'penalty' && item.start === 'zero' ? 'add' : 'deduct';
  return { ...item, rules: [...item.rules, { ...rule, effect }] };
};

export const removeRule = (item: Criterion, key: string): Criterion =>
  item.rules.length < 2 ? item : { ...item, rules: item.rules.filter((rule) => rule.key !== key) };

/** A veto caps the grade at the last one unless told. */
export const addVeto = (card: Scorecard, title: string, reason: string): Scorecard => {
  const grades = card.grades?.grades ?? [];
  const veto = {
    key: freeKey('veto', keysOfCard(card)),
    title,
    fact: freeKey('fact', factKeysOf(card)),
    gradeAtMost: grades[grades.length - 1]?.key ?? 'grade-1',
    source: { proposed: true as const, reason },
  };
  return { ...card, vetoes: [...(card.vetoes ?? []), veto] };
};

export const removeVeto = (card: Scorecard, key: string): Scorecard => {
  const rest = (card.vetoes ?? []).filter((veto) => veto.key !== key);
  return withProperty(card, 'vetoes', rest.length === 0 ? undefined : rest);
};
