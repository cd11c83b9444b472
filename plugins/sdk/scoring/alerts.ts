import type { AlertRule } from '#schema/contracts/campaign/alert-rule.ts';
import type { ScoreEvent, ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { ScoreSheet } from '#schema/contracts/campaign/score-sheet.ts';
import { parsePoints, printPoints } from '../points/points.ts';
import { compareRatio, parsePercent, printRatio } from '../points/ratio.ts';
import { periodOf } from './caps.ts';
import { compareText, inOrder } from './event-order.ts';
import { phraseOf, type Phrase } from './phrases.ts';

type When<K extends AlertRule['when']['kind']> = Extract<AlertRule['when'], { kind: K }>;

/** What rules look at: periods in order of time, the last one running, and sheets by scorecard. */
export type AlertInput = {
  periods: readonly { key: string; facts: ScoreFacts }[];
  sheets?: Readonly<Record<string, ScoreSheet>>;
};

/** `occasion`: what it is about, the same however many events join it later. */
type Finding = { occasion: string; reason: Phrase; eventIds: string[] };

/** A suggestion for a post to decide on; nothing happens by it. */
export type Proposal = Finding & {
  state: 'proposed';
  rule: string;
  title: AlertRule['title'];
  measure: AlertRule['proposal']['measure'];
  post: AlertRule['proposal']['post'];
  words: string | undefined;
  source: AlertRule['source'];
};

const quantityOf = (events: readonly ScoreEvent[]) =>
  events.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);

const everyWords: Record<When<'frequency'>['every'], Phrase> = {
  month: { zh: '同一月内', en: 'in one month' },
  quarter: { zh: '同一季度内', en: 'in one quarter' },
  'half-year': { zh: '同一半年内', en: 'in one half-year' },
  year: { zh: '同一年内', en: 'in one year' },
};

function findFrequent(when: When<'frequency'>, { periods }: AlertInput): Finding[] {
  const all = periods.flatMap(({ facts }) => {
    const fact = facts[when.fact];
    return fact?.kind === 'events' ? fact.events : [];
  });
  const groups = new Map<string, ScoreEvent[]>();
  for (const event of inOrder(all)) {
    if (event.on === undefined) continue;
    if (when.categories && !when.categories.includes(event.category ?? '')) continue;
    const kind = when.apart === undefined ? '' : (event[when.apart] ?? event.id);
    const name = `${periodOf(event.on, when.every).padStart(6, '0')}/${kind}`;
    groups.set(name, [...(groups.get(name) ?? []), event]);
  }
  const span = everyWords[when.every];
  return [...groups]
    .filter(([, events]) => quantityOf(events) >= when.atLeast)
    .sort(([left], [right]) => compareText(left, right))
    .map(([occasion, events]) => {
      const count = quantityOf(events);
      const reason = {
        zh: `${span.zh}${count}次，达到${when.atLeast}次`,
        en: `${count} times ${span.en}, ${when.atLeast} or more`,
      };
      return { occasion, reason, eventIds: events.map(({ id }) => id) };
    });
}

/** A figure as it reads, and its sign against the level; nothing where they cannot be compared. */
function against(
  fact: ScoreFact | undefined,
  level: string,
): { text: string; sign: number } | undefined {
  if (fact?.kind === 'ratio' && fact.denominator > 0 && level.endsWith('%')) {
    return { text: printRatio(fact).text, sign: compareRatio(fact, parsePercent(level)) };
  }
  if (fact?.kind === 'value' && !level.endsWith('%')) {
    const sign = Math.sign(parsePoints(fact.value) - parsePoints(level));
    return { text: fact.value, sign };
  }
  return undefined;
}

const sides: Record<'below' | 'above', Phrase & { sign: number }> = {
  below: { zh: '低于', en: 'below', sign: -1 },
  above: { zh: '高于', en: 'above', sign: 1 },
};

function findRate({ fact, side, level, running = 1 }: When<'rate'>, input: AlertInput): Finding[] {
  const last = input.periods.slice(-running);
  if (last.length < running) return [];
  const figures = last.map(({ facts }) => against(facts[fact], level));
  const { sign, zh, en } = sides[side];
  if (figures.some((figure) => figure?.sign !== sign)) return [];
  const texts = figures.map((figure) => figure?.text ?? '');
  const times =
    running > 1 ? { zh: `连续${running}期`, en: ` ${running} periods running` } : undefined;
  const reason = {
    zh: `${times?.zh ?? ''}${zh}${level}（${texts.join('、')}）`,
    en: `${en} ${level}${times?.en ?? ''} (${texts.join(', ')})`,
  };
  return [{ occasion: last.at(-1)?.key ?? '', reason, eventIds: [] }];
}

function findScore(
  { scorecard, metric, side, value }: When<'score'>,
  { sheets }: AlertInput,
): Finding[] {
  const sheet = sheets?.[scorecard];
  if (sheet === undefined || !sheet.complete) return [];
  const figure = metric === 'total' ? sheet.final : sheet[metric];
  const { sign, zh, en } = sides[side];
  if (Math.sign(figure - parsePoints(value)) !== sign) return [];
  const told = printPoints(figure);
  return [
    {
      occasion: scorecard,
      reason: { zh: `${told}分，${zh}${value}分`, en: `${told} points, ${en} ${value}` },
      eventIds: [],
    },
  ];
}

function findGrade({ scorecard, grades }: When<'grade'>, { sheets }: AlertInput): Finding[] {
  const sheet = sheets?.[scorecard];
  if (!sheet?.grade || !grades.includes(sheet.grade.key)) return [];
  const { zh, en } = phraseOf(sheet.grade.title);
  const eventIds = sheet.vetoes.flatMap((veto) => veto.eventIds);
  const reason = { zh: `等次为“${zh}”`, en: `the grade is “${en}”` };
  return [{ occasion: `${scorecard}/${sheet.grade.key}`, reason, eventIds }];
}

function findFor(rule: AlertRule, input: AlertInput): Finding[] {
  const { when } = rule;
  switch (when.kind) {
    case 'frequency':
      return findFrequent(when, input);
    case 'rate':
      return findRate(when, input);
    case 'score':
      return findScore(when, input);
    case 'grade':
      return findGrade(when, input);
  }
}

/**
 * R47: what the rules propose, in their order, each with its reason and the post that decides.
 * `findProposals(evaluation.alerts, { periods: [{ key: '2024-05', facts }] })`
 */
export function findProposals(rules: readonly AlertRule[], input: AlertInput): Proposal[] {
  return rules.flatMap((rule) =>
    findFor(rule, input).map((finding) => ({
      state: 'proposed' as const,
      rule: rule.key,
      title: rule.title,
      measure: rule.proposal.measure,
      post: rule.proposal.post,
      words: rule.words,
      source: rule.source,
      ...finding,
    })),
  );
}
