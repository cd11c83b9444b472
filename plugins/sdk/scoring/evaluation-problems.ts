import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Evaluation } from '#schema/contracts/campaign/evaluation.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints, printPoints } from '../points/points.ts';
import { parsePercent } from '../points/ratio.ts';
import { findLedgerProblems } from './ledger/ledger-problems.ts';

type Part = keyof Evaluation;

/** What is wrong with a part of the evaluation, and where. */
export type EvaluationProblem = {
  code: 'weights-sum' | 'unknown-reference' | 'key-twice' | 'discretion' | 'quota' | 'ledger-bands';
  path: string[];
  message: { zh: string; en: string };
};

const problem = (
  code: EvaluationProblem['code'],
  path: string[],
  [zh, en]: readonly [string, string],
): EvaluationProblem => ({ code, path, message: { zh, en } });

const unknown = (path: string[], key: string) =>
  problem('unknown-reference', path, [`没有“${key}”`, `there is no “${key}”`]);

function keysTwice(evaluation: Evaluation): EvaluationProblem[] {
  return (Object.keys(evaluation) as Part[]).flatMap((part) => {
    const keys = (evaluation[part] ?? []).map(({ key }) => key);
    const again = keys.filter((key, at) => keys.indexOf(key) !== at);
    return again.map((key) =>
      problem('key-twice', [part, key], ['标识重复', 'the key is used twice']),
    );
  });
}

function combinationProblems({ combinations = [] }: Evaluation, cards: Cards) {
  return combinations.flatMap(({ key, sources }) => {
    const path = ['combinations', key];
    const sum = sources.reduce((total, { weight }) => total + parsePercent(weight), 0);
    const weights = [
      `权重之和为${printPoints(sum)}%`,
      `the weights add up to ${printPoints(sum)} %`,
    ] as const;
    const keys = sources.map((source) => source.key);
    return [
      ...(sum === 1_000_000 ? [] : [problem('weights-sum', path, weights)]),
      ...keys
        .filter((each, at) => keys.indexOf(each) !== at)
        .map((each) =>
          problem('key-twice', [...path, each], ['来源重复', 'a source is named twice']),
        ),
      ...sources
        .filter(({ outOf }) => parsePoints(outOf) === 0)
        .map((each) =>
          problem('weights-sum', [...path, each.key], ['满分为0', 'measured by nothing']),
        ),
      ...sources.flatMap(({ scorecard }) =>
        scorecard !== undefined && !cards.has(scorecard) ? [unknown(path, scorecard)] : [],
      ),
    ];
  });
}

type Cards = ReadonlyMap<string, Scorecard>;
const gradesOf = (card: Scorecard | undefined) =>
  new Set((card?.grades?.grades ?? []).map(({ key }) => key));

function missingGrades(path: string[], card: Scorecard | undefined, wanted: readonly string[]) {
  const grades = gradesOf(card);
  return wanted.filter((grade) => !grades.has(grade)).map((grade) => unknown(path, grade));
}

function rankingProblems({ rankings = [] }: Evaluation, cards: Cards) {
  return rankings.flatMap(({ key, scorecard, select }) => {
    const path = ['rankings', key];
    const card = cards.get(scorecard);
    if (card === undefined) return [unknown(path, scorecard)];
    const found = missingGrades(path, card, select?.onlyGrades ?? []);
    const share = select?.take.kind === 'share' ? parsePercent(select.take.share) : 1;
    if (share === 0 || share > 1_000_000) {
      const words = ['比例应大于0、不超过100%', 'a share lies above 0 and up to 100 %'] as const;
      found.push(problem('quota', path, words));
    }
    return found;
  });
}

function chainProblems({ chains = [] }: Evaluation) {
  return chains.flatMap(({ key, steps, final }) =>
    steps.some((step) => step.key === final) ? [] : [unknown(['chains', key], final)],
  );
}

function alertProblems({ alerts = [] }: Evaluation, cards: Cards) {
  return alerts.flatMap(({ key, when }) => {
    if (when.kind !== 'score' && when.kind !== 'grade') return [];
    const path = ['alerts', key];
    const card = cards.get(when.scorecard);
    if (card === undefined) return [unknown(path, when.scorecard)];
    return when.kind === 'grade' ? missingGrades(path, card, when.grades) : [];
  });
}

function discretionProblems({ discretion = [] }: Evaluation) {
  return discretion.flatMap(({ key, situations, seriousness, cells }) => {
    const names = situations.flatMap((row) =>
      seriousness.map((column) => `${row.key}/${column.key}`),
    );
    const own = cells.map((cell) => `${cell.situation}/${cell.seriousness}`);
    const at = (name: string) => ['discretion', key, ...name.split('/')];
    return [
      ...names
        .filter((name) => !own.includes(name))
        .map((name) => problem('discretion', at(name), ['没有裁量幅度', 'this case has no range'])),
      ...own.filter((name) => !names.includes(name)).map((name) => unknown(at(name), name)),
      ...own
        .filter((name, place) => own.indexOf(name) !== place)
        .map((name) => problem('discretion', at(name), ['幅度写了两次', 'stated twice'])),
      ...cells
        .filter(({ min, max }) => parsePoints(min) > parsePoints(max))
        .map(({ situation, seriousness: column }) =>
          problem('discretion', at(`${situation}/${column}`), [
            '下限高于上限',
            'the least is above the most',
          ]),
        ),
    ];
  });
}

function useProblems({ uses = [], ledgers = [] }: Evaluation, cards: Cards) {
  return uses.flatMap(({ key, when }) => {
    const path = ['uses', key];
    if (when.kind === 'veto' || when.kind === 'grade') {
      const card = cards.get(when.scorecard);
      if (card === undefined) return [unknown(path, when.scorecard)];
      if (when.kind === 'grade') return missingGrades(path, card, when.grades);
      const isKnown = (card.vetoes ?? []).some((veto) => veto.key === when.veto);
      return isKnown ? [] : [unknown(path, when.veto)];
    }
    const ledger = ledgers.find((each) => each.key === when.ledger);
    if (ledger === undefined) return [unknown(path, when.ledger)];
    const bands = new Set(ledger.bands.map((band) => band.key));
    const wanted = when.kind === 'band' ? when.bands : [];
    return wanted.filter((band) => !bands.has(band)).map((band) => unknown(path, band));
  });
}

/**
 * What in a campaign's evaluation refers to nothing, does not add up, or leaves a case open.
 * `findEvaluationProblems(campaign)` is empty for one that can be published.
 */
export function findEvaluationProblems({
  evaluation,
  scorecards,
}: Pick<Campaign, 'evaluation' | 'scorecards'>): EvaluationProblem[] {
  if (evaluation === undefined) return [];
  const cards: Cards = new Map(scorecards.map((card) => [card.key, card]));
  const ledgers = (evaluation.ledgers ?? []).flatMap((ledger) =>
    findLedgerProblems(ledger).map(({ path, message }) => ({
      code: 'ledger-bands' as const,
      path: ['ledgers', ...path],
      message,
    })),
  );
  return [
    ...keysTwice(evaluation),
    ...ledgers,
    ...combinationProblems(evaluation, cards),
    ...rankingProblems(evaluation, cards),
    ...chainProblems(evaluation),
    ...alertProblems(evaluation, cards),
    ...discretionProblems(evaluation),
    ...useProblems(evaluation, cards),
  ];
}
