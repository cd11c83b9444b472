import type { Crosswalk, Indicator } from '#schema/contracts/campaign/indicator.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';

/** One row of the crosswalk as its indicator holds it; it goes by the common indicator’s name. */
export type AnswerRow = {
  readonly key: string;
  readonly title: Text;
  readonly match: Crosswalk['match'];
  readonly note?: Text | undefined;
};

/** An indicator with what it answers; the rows are kept in the head of the draft. */
export type AnsweringIndicator = Indicator & { readonly answers: readonly AnswerRow[] };

export const commonOf = (key: string): CommonIndicator | undefined =>
  commonIndicatorCatalogue.find((each) => each.key === key);

const rowOf = ({ common, match, note }: Crosswalk): AnswerRow => ({
  key: common,
  title: commonOf(common)?.title ?? common,
  match,
  ...(note === undefined ? {} : { note }),
});

export const answersOf = (crosswalk: readonly Crosswalk[], indicator: string): AnswerRow[] =>
  crosswalk.filter((line) => line.indicator === indicator).map(rowOf);

/** The crosswalk with the rows of one indicator as they are here; the others stay in their places. */
export const withAnswers = (
  crosswalk: readonly Crosswalk[],
  indicator: string,
  answers: readonly AnswerRow[],
): Crosswalk[] => {
  const line = ({ key, match, note }: AnswerRow): Crosswalk => ({
    common: key,
    indicator,
    match,
    ...(note === undefined ? {} : { note }),
  });
  const isOwn = (each: Crosswalk) => each.indicator === indicator;
  const known = new Set(crosswalk.filter(isOwn).map(({ common }) => common));
  return [
    ...crosswalk.flatMap((each) => {
      if (!isOwn(each)) return [each];
      const row = answers.find(({ key }) => key === each.common);
      return row ? [line(row)] : [];
    }),
    ...answers.filter(({ key }) => !known.has(key)).map(line),
  ];
};

const words = (text: Text) => textIn(text, 'zh-CN').value;

/** How near an indicator is by what can be seen of it: kind of figure, unit and direction. */
export const likelyMatch = (
  own: Pick<Indicator, 'form' | 'unit' | 'direction'>,
  common: Pick<CommonIndicator, 'form' | 'unit' | 'direction'>,
): Crosswalk['match'] => {
  if (own.form !== common.form || words(own.unit) !== words(common.unit)) return 'substitute';
  if (own.direction === common.direction) return 'same';
  return [own.direction, common.direction].includes('trend') ? 'near' : 'substitute';
};

/** Which other indicator answers a common one already: each is answered once. */
export const takenBy = (
  crosswalk: readonly Crosswalk[],
  common: string,
  indicator: string,
): string | undefined =>
  crosswalk.find((line) => line.common === common && line.indicator !== indicator)?.indicator;

export const newAnswer = (own: Indicator, common: CommonIndicator): AnswerRow => ({
  key: common.key,
  title: common.title,
  match: likelyMatch(own, common),
});
