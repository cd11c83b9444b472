import type {
  Assessment,
  AssessmentChain,
  Confirmation,
} from '#schema/contracts/campaign/score-combination.ts';
import { addWorkingDays, type WorkCalendar } from '../dates/calendar.ts';
import { addDays, type Day } from '../dates/days.ts';
import { compareText } from './event-order.ts';
import { phraseOf, type Phrase } from './phrases.ts';

type Given = { step: string; on: Day; result: string };

/** Where a result stands: who is next, what is final, and whether silence has confirmed it. */
export type ChainState = {
  state: 'open' | 'awaiting-confirmation' | 'objected' | 'final';
  given: Given[];
  next: string | null;
  result: string | null;
  confirmedOn: Day | null;
  /** Until when the person concerned may answer. */
  answerBy: Day | null;
  isDeemed: boolean;
  reason: Phrase;
};

/** Of several of one step the latest counts; of one day the last in text order, for all the same. */
function latestOf(entries: readonly Assessment[], step: string): Assessment | undefined {
  return entries
    .filter((each) => each.step === step)
    .sort((a, b) => compareText(a.on, b.on) || compareText(JSON.stringify(a), JSON.stringify(b)))
    .at(-1);
}

function open(given: Given[], next: string, reason: Phrase): ChainState {
  const nobody = { result: null, confirmedOn: null, answerBy: null, isDeemed: false };
  return { state: 'open', given, next, ...nobody, reason };
}

const isMute = ({ reason }: Assessment) =>
  reason === undefined || phraseOf(reason).zh.trim() === '';

type Question = { given: Given[]; final: Assessment };

function confirm(
  { confirmation }: AssessmentChain,
  { given, final }: Question,
  answer: Confirmation | undefined,
  { asOf, calendar }: { asOf: Day; calendar: WorkCalendar },
): ChainState {
  const common = { given, next: null, result: final.result };
  const settled = (confirmedOn: Day, isDeemed: boolean, reason: Phrase): ChainState => {
    return { ...common, state: 'final', confirmedOn, answerBy: null, isDeemed, reason };
  };
  if (confirmation === undefined) {
    return settled(final.on, false, { zh: '以最终评定为准', en: 'the last assessor decides' });
  }
  const { days, count } = confirmation;
  const answerBy =
    count === 'natural' ? addDays(final.on, days) : addWorkingDays(final.on, days, calendar);
  if (answer && answer.on >= final.on && answer.on <= asOf && answer.on <= answerBy) {
    if (answer.agrees) return settled(answer.on, false, { zh: '本人已确认', en: 'confirmed' });
    const reason = answer.reason ? phraseOf(answer.reason) : { zh: '本人有异议', en: 'objected' };
    return { ...common, state: 'objected', confirmedOn: null, answerBy, isDeemed: false, reason };
  }
  if (asOf > answerBy) {
    return settled(addDays(answerBy, 1), true, {
      zh: `${days}${count === 'working' ? '个工作' : ''}日内未提出异议，视为确认`,
      en: `no objection within ${days} ${count} days: deemed confirmed`,
    });
  }
  const reason = { zh: `待本人确认，截至${answerBy}`, en: `to be confirmed by ${answerBy}` };
  const waiting = { confirmedOn: null, answerBy, isDeemed: false, reason };
  return { ...common, state: 'awaiting-confirmation', ...waiting };
}

/**
 * R38, R39: several assessors in order, one of whom decides; a result that differs from the step
 * before needs a reason. `assess(chain, { entries, asOf, calendar })`
 */
export function assess(
  chain: AssessmentChain,
  input: {
    entries: readonly Assessment[];
    answer?: Confirmation | undefined;
    asOf: Day;
    calendar: WorkCalendar;
  },
): ChainState {
  const known = input.entries.filter(({ on }) => on <= input.asOf);
  const given: Given[] = [];
  let final: Assessment | undefined;
  for (const { key, title } of chain.steps) {
    const entry = latestOf(known, key);
    const { zh, en } = phraseOf(title);
    if (entry === undefined) {
      return open(given, key, { zh: `待评定：${zh}`, en: `to be assessed: ${en}` });
    }
    const before = given.at(-1);
    if (before !== undefined && before.result !== entry.result && isMute(entry)) {
      const words = {
        zh: `${zh}与前一步不一致，须写明理由`,
        en: `${en} differs: a reason is needed`,
      };
      return open(given, key, words);
    }
    given.push({ step: key, on: entry.on, result: entry.result });
    if (key === chain.final) {
      final = entry;
      break;
    }
  }
  if (final === undefined) throw new RangeError(`${chain.key}: no step “${chain.final}”`);
  return confirm(chain, { given, final }, input.answer, input);
}
