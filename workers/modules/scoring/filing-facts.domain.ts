import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Day } from '#plugins/sdk/dates/days.ts';
import type { ScoreEvent, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { SubmissionState } from '#schema/contracts/submissions.ts';

/** A filing as far as it is scored; `dueOn` and `dueAt` are those in force, an extension included. */
export type ScoredFiling = {
  readonly id: string;
  readonly state: SubmissionState;
  readonly dueOn: Day | null;
  readonly dueAt: number | null;
  readonly firstFiledAt: number | null;
};

/** A return that stands: what was taken back the same day is none. */
export type ScoredReturn = {
  readonly id: string;
  readonly submissionId: string;
  readonly points: number;
  readonly reviewerPost: string;
  readonly at: number;
};

/** The fact that scorecards read what happened to filings under. */
export const filingsFact = 'filings';

/**
 * What happened to a unit's filings, as of a moment: `late` or `omitted` (one of them, once a filing),
 * `returned`, and `returned-again` for every further return. Exempt filings count in none.
 */
export function filingFacts(
  filings: readonly ScoredFiling[],
  returns: readonly ScoredReturn[],
  now: number,
): ScoreFacts {
  const scored = new Map(
    filings.filter(({ state }) => state !== 'exempt').map((filing) => [filing.id, filing]),
  );
  const events = [...scored.values()].flatMap((filing) => [
    ...timelinessOf(filing, now),
    ...returnsOf(
      filing,
      returns.filter(({ submissionId }) => submissionId === filing.id),
    ),
  ]);
  return { [filingsFact]: { kind: 'events', events } };
}

function timelinessOf({ id, dueOn, dueAt, firstFiledAt }: ScoredFiling, now: number): ScoreEvent[] {
  if (dueOn === null || dueAt === null) return [];
  if (firstFiledAt === null) {
    if (now <= dueAt) return [];
    const today = dayAt(now);
    const [due, until] = wordsOf(dueOn, today);
    const reason = {
      zh: `${due.zh}应报，截至${until.zh}未报`,
      en: `due ${due.en}, not filed by ${until.en}`,
    };
    return [{ id: `${id}:omitted`, category: 'omitted', on: dueOn, reason, materials: [id] }];
  }
  if (firstFiledAt <= dueAt) return [];
  const filedOn = dayAt(firstFiledAt);
  const [due, filed] = wordsOf(dueOn, filedOn);
  const reason = { zh: `${due.zh}应报，${filed.zh}报`, en: `due ${due.en}, filed ${filed.en}` };
  return [{ id: `${id}:late`, category: 'late', on: filedOn, reason, materials: [id] }];
}

function returnsOf({ id }: ScoredFiling, returns: readonly ScoredReturn[]): ScoreEvent[] {
  const inOrder = returns.toSorted(
    (left, right) => left.at - right.at || (left.id < right.id ? -1 : 1),
  );
  return inOrder.map((each, position): ScoreEvent => {
    const on = dayAt(each.at);
    const [day] = wordsOf(on, on);
    const round = position + 1;
    return {
      id: each.id,
      category: position === 0 ? 'returned' : 'returned-again',
      on,
      reason: {
        zh: `${day.zh}第${round}次退回修改，${each.points}处`,
        en: `round ${round}, returned ${day.en}, points to mend: ${each.points}`,
      },
      materials: [id],
      recordedBy: each.reviewerPost,
    };
  });
}

type Words = { zh: string; en: string };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 9月30日 and 10月8日; with their years where the two are not of one year. */
function wordsOf(first: Day, second: Day): [Words, Words] {
  const withYear = first.slice(0, 4) !== second.slice(0, 4);
  return [dayWords(first, withYear), dayWords(second, withYear)];
}

function dayWords(day: Day, withYear: boolean): Words {
  const [year, month, date] = day.split('-').map(Number);
  const zh = `${month}月${date}日`;
  const en = `${date} ${months[(month ?? 1) - 1]}`;
  return withYear ? { zh: `${year}年${zh}`, en: `${en} ${year}` } : { zh, en };
}
