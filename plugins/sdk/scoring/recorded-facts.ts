import type { ScoreEvent, ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { RecordableFact, RecordedContent } from '#schema/contracts/evaluation-records.ts';
import { parsePoints } from '../points/points.ts';
import { compareText } from './event-order.ts';
import { addMonthsTo } from './months.ts';

/** A record that stands, as far as a score looks at it. */
export type RecordedFact = {
  readonly id: string;
  readonly fact: string;
  readonly on: string;
  readonly content: RecordedContent;
  readonly reason: string;
  readonly clause?: string | undefined;
  readonly recordedBy: string;
  readonly materials: readonly string[];
};

export type ContentFault =
  | 'kind'
  | 'category'
  | 'choice'
  | 'answer'
  | 'out-of-range'
  | 'numerator'
  | 'checked';

const isNamed = (list: RecordableFact['categories'], key: string | undefined): boolean =>
  list === undefined || list.some((each) => each.key === key);

function isOutside({ least, most }: RecordableFact, text: string): boolean {
  const points = parsePoints(text);
  return (
    (least !== undefined && points < parsePoints(least)) ||
    (most !== undefined && points > parsePoints(most))
  );
}

/** What stands against a record, under the rule that reads it; nothing where it may be made. */
export function faultOf(fact: RecordableFact, content: RecordedContent): ContentFault | undefined {
  if (!fact.kinds.includes(content.kind)) return 'kind';
  switch (content.kind) {
    case 'event':
      return isNamed(fact.categories, content.category) ? undefined : 'category';
    case 'choice':
      return isNamed(fact.choices, content.choice) ? undefined : 'choice';
    case 'judgement':
      return isOutside(fact, content.points) ? 'out-of-range' : undefined;
    case 'value':
      return isOutside(fact, content.value) ? 'out-of-range' : undefined;
    case 'ratio':
      return content.numerator > content.denominator ? 'numerator' : undefined;
    case 'votes':
      return content.counts.every(({ answer }) => isNamed(fact.answers, answer))
        ? undefined
        : 'answer';
    case 'sample': {
      if (content.checked > content.population) return 'checked';
      const areNamed = content.findings.every(({ category }) => isNamed(fact.categories, category));
      return areNamed ? undefined : 'category';
    }
    case 'flag':
      return undefined;
  }
}

function eventOf(record: RecordedFact): ScoreEvent {
  const { id, on, content, reason, clause, recordedBy, materials } = record;
  const { kind: _kind, ...what } = content.kind === 'event' ? content : { kind: 'event' as const };
  return {
    id,
    on,
    ...what,
    reason,
    ...(clause === undefined ? {} : { clause }),
    recordedBy,
    materials: [...materials],
  };
}

function answerOf({ id, on, content, reason, recordedBy, materials }: RecordedFact): ScoreFact {
  const record = { recordedBy, materials: [...materials] };
  switch (content.kind) {
    case 'event':
      throw new RangeError('events are gathered, not answered');
    case 'sample': {
      const findings = content.findings.map((each, at) => ({ id: `${id}:${at + 1}`, on, ...each }));
      return { ...content, findings, ...record };
    }
    case 'judgement':
    case 'choice':
    case 'flag':
      return { ...content, reason, ...record };
    case 'ratio':
    case 'value':
    case 'votes':
      return { ...content, ...record };
  }
}

/**
 * The records as facts: events gathered, of everything else the latest by day.
 * `factsOfRecords([{ id, fact: 'honours', on: '2026-06-01', content: { kind: 'event' }, … }])`
 */
export function factsOfRecords(records: readonly RecordedFact[]): ScoreFacts {
  const facts: Record<string, ScoreFact> = {};
  const inOrder = [...records].sort(
    (left, right) => compareText(left.on, right.on) || compareText(left.id, right.id),
  );
  for (const record of inOrder) {
    const { fact, content } = record;
    if (content.kind !== 'event') {
      facts[fact] = answerOf(record);
      continue;
    }
    const known = facts[fact];
    const events = known?.kind === 'events' ? known.events : [];
    facts[fact] = { kind: 'events', events: [...events, eventOf(record)] };
  }
  return facts;
}

/** Each month from the first record to the last with its own facts, empty months among them. */
export function monthsOfRecords(
  records: readonly RecordedFact[],
): { key: string; facts: ScoreFacts }[] {
  const months = records.map(({ on }) => on.slice(0, 7)).sort(compareText);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods: { key: string; facts: ScoreFacts }[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) {
    const own = records.filter(({ on }) => on.startsWith(month));
    periods.push({ key: month, facts: factsOfRecords(own) });
  }
  return periods;
}

const nextMonth = (month: string): string => addMonthsTo(`${month}-01`, 1).slice(0, 7);
