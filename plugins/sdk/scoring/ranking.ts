import type { Quota, Ranking } from '#schema/contracts/campaign/score-ranking.ts';
import type { GradeMetric } from '#schema/contracts/campaign/scorecard.ts';
import { parsePercent } from '../points/ratio.ts';
import { compareText } from './event-order.ts';
import type { Phrase } from './phrases.ts';

/** One subject with what its sheet came to, in units. */
export type Candidate = {
  key: string;
  class: string;
  figures: Readonly<Record<GradeMetric, number>>;
  grade: string | null;
  isVetoed: boolean;
  isComplete: boolean;
};

export type Place = { key: string; rank: number; isTied: boolean };

export type Selection = {
  quota: number;
  taken: string[];
  /** Equals on the line whom the quota cannot tell apart, left to a person. */
  undecided: string[];
  reason: Phrase;
};

export type ClassRanking = {
  class: string;
  places: Place[];
  unranked: { key: string; reason: Phrase }[];
  selection: Selection | null;
};

const waits: Phrase = { zh: '得分尚未完成', en: 'the score is not complete' };
const isOut: Phrase = { zh: '有一票否决情形，不参加排名', en: 'a veto fired: takes no part' };

function compareFigures(ranking: Ranking, left: Candidate, right: Candidate): number {
  for (const { metric, better } of ranking.by) {
    const difference = left.figures[metric] - right.figures[metric];
    if (difference !== 0) return better === 'higher' ? -difference : difference;
  }
  return 0;
}

function placesOf(ranking: Ranking, candidates: readonly Candidate[]): Place[] {
  const inOrder = [...candidates].sort(
    (left, right) => compareFigures(ranking, left, right) || compareText(left.key, right.key),
  );
  const places: Place[] = [];
  inOrder.forEach((candidate, at) => {
    const before = inOrder[at - 1];
    const last = places.at(-1);
    if (before && last && compareFigures(ranking, before, candidate) === 0) {
      last.isTied = true;
      places.push({ key: candidate.key, rank: last.rank, isTied: true });
      return;
    }
    const rank = ranking.ties === 'dense' ? (last?.rank ?? 0) + 1 : at + 1;
    places.push({ key: candidate.key, rank, isTied: false });
  });
  return places;
}

/** How many a quota takes: 30 % of 7 is 2, 2 or 3, as the rounding says. */
export function quotaOf({ take }: Quota, base: number): number {
  if (take.kind === 'count') return Math.min(take.count, base);
  const wide = BigInt(parsePercent(take.share)) * BigInt(base);
  const [whole, rest] = [wide / 1_000_000n, wide % 1_000_000n];
  const up = take.rounding === 'up' ? rest > 0n : rest * 2n >= 1_000_000n;
  const more = take.rounding !== 'down' && up ? 1n : 0n;
  return Math.min(Number(whole + more), base);
}

function selectFrom(quota: Quota, places: readonly Place[], base: number): Selection {
  const most = quotaOf(quota, base);
  const taken: string[] = [];
  let undecided: string[] = [];
  for (let at = 0; at < places.length;) {
    const rank = places[at]?.rank;
    const equals = places.slice(at).filter((place) => place.rank === rank);
    const room = most - taken.length;
    if (room <= 0) break;
    const keys = equals.map(({ key }) => key);
    if (keys.length <= room || quota.ties === 'take-all') taken.push(...keys);
    else {
      if (quota.ties === 'decide') undecided = keys;
      break;
    }
    at += equals.length;
  }
  const open = undecided.length;
  const reason = {
    zh: `名额${most}个，已定${taken.length}个${open > 0 ? `，${open}个并列待定` : ''}`,
    en: `${most} to take, ${taken.length} settled${open > 0 ? `, ${open} equal on the line` : ''}`,
  };
  return { quota: most, taken, undecided, reason };
}

function rankClass(ranking: Ranking, key: string, listed: readonly Candidate[]): ClassRanking {
  const ranked = listed.filter(({ isComplete, isVetoed }) => isComplete && !isVetoed);
  const unranked = listed
    .filter((each) => !ranked.includes(each))
    .map(({ key: own, isComplete }) => ({ key: own, reason: isComplete ? isOut : waits }))
    .sort((left, right) => compareText(left.key, right.key));
  const places = placesOf(ranking, ranked);
  const { select } = ranking;
  if (select === undefined) return { class: key, places, unranked, selection: null };
  const grades = new Map(ranked.map((each) => [each.key, each.grade]));
  const eligible = places.filter(
    (place) => !select.onlyGrades || select.onlyGrades.includes(grades.get(place.key) ?? ''),
  );
  const isListed = select.take.kind === 'share' && select.take.of === 'listed';
  const base = isListed ? listed.length : ranked.length;
  return { class: key, places, unranked, selection: selectFrom(select, eligible, base) };
}

/**
 * R41, R42: places inside each class and who is taken, the same whatever order the candidates come in.
 * A candidate of no class of the ranking throws, since it would be left out silently.
 */
export function rankInClasses(ranking: Ranking, candidates: readonly Candidate[]): ClassRanking[] {
  const classes = new Set(ranking.classes.map(({ key }) => key));
  const stray = candidates.find((each) => !classes.has(each.class));
  if (stray) throw new RangeError(`${stray.key}: no class “${stray.class}” in ${ranking.key}`);
  return ranking.classes.map(({ key }) =>
    rankClass(
      ranking,
      key,
      candidates.filter((each) => each.class === key),
    ),
  );
}
