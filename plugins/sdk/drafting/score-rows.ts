import { readColumns } from './sheet-columns.ts';

/** The columns that are known, each by the headings people give it. */
const headings = {
  title: /^(?:考评项目|考评内容|考核项目|考核内容|二级指标|评分项目|项目|内容|指标)$/u,
  group: /^(?:类别|考评类别|一级项目|一级指标|大项|项目类别|考核类别)$/u,
  points: /分值|满分|标准分|权重|分数/u,
  words: /标准|办法|细则|方法/u,
} as const;

/** The headings a sheet is asked for; the others are known beside them. */
export const scoreHeadings = '类别、考评项目、分值、评分标准';
export const scoreTitleHeading = '考评项目';

type ScoreColumn = keyof typeof headings;

export type ScoreFault = {
  readonly column: 'title' | 'points';
  readonly code: 'missing' | 'unreadable' | 'twice';
  readonly value: string;
};

/** What the words price: 每迟报一次扣0.5分 → 0.5 for each 迟报. */
type ReadPrice = { readonly noun: string | undefined; readonly amount: string };

/** One row of a table of points as it was understood. */
export type ScoreRow = {
  readonly line: number;
  readonly group: string | undefined;
  readonly title: string;
  readonly points: string;
  /** The document's words, letter by letter. */
  readonly words: string | undefined;
  /** 加分 is earned on top; all else counts into the points of the card. */
  readonly account: 'base' | 'bonus';
  /** None where the words name no price: then who evaluates records by exception. */
  readonly prices: readonly ReadPrice[];
  readonly faults: readonly ScoreFault[];
};

type ScoreSheet = {
  readonly columns: Partial<Record<ScoreColumn, number>>;
  readonly rows: readonly ScoreRow[];
};

const figure = String.raw`(\d{1,5}(?:\.\d{1,4})?)`;
const counter = '(?:人次|次|件|例|人|项|个|份|处|起|条|家|天|日)';
const plain = String.raw`[^，。；、：,;:\d`;

/** 每迟报一次扣0.5分, 每发现一例扣2分, 漏报一次扣1分; 首次 and 再次 are another kind of price. */
const priced = (verb: string) =>
  new RegExp(
    `(?:每(${plain}]{0,16}?)(?:[一1]?${counter})?|(${plain}每首再]{1,12}?)[一1每]${counter})` +
      `的?[，,]?${verb}${figure}分`,
    'gu',
  );

/** What is counted, without the finding of it: 发现红包 is about 红包. */
const nounOf = (words: string): string | undefined =>
  words.replace(/^(?:发现|出现|发生)/u, '') || undefined;

function pricesIn(words: string, account: ScoreRow['account']): ReadPrice[] {
  const verb = account === 'bonus' ? '加' : '扣';
  return [...words.matchAll(priced(verb))].map(([, each, once, amount = '']) => ({
    noun: nounOf(each ?? once ?? ''),
    amount,
  }));
}

const pointsPattern = /^\d{1,5}(?:\.\d{1,4})?$/;

/**
 * A table of points from a spreadsheet, the columns found by their headings. An empty 类别 goes on
 * with the one above, as merged cells are copied; a price is read only where the words name it.
 */
export function readScoreRows(cells: readonly (readonly string[])[]): ScoreSheet {
  const [heading = [], ...lines] = cells;
  const columns = readColumns(heading, headings);
  const seen = new Set<string>();
  let group: string | undefined;
  const rows = lines.map((line, index) => {
    const cellOf = (column: ScoreColumn) => (line[columns[column] ?? -1] ?? '').trim();
    group = cellOf('group') || group;
    const [title, words] = [cellOf('title'), cellOf('words')];
    const points = cellOf('points').replace(/分$/u, '').trim();
    const account: ScoreRow['account'] = /加分/u.test(`${group ?? ''}${title}`) ? 'bonus' : 'base';
    const fault = (column: ScoreFault['column'], code: ScoreFault['code'], value: string) => [
      { column, code, value },
    ];
    const place = `${group ?? ''}/${title}`;
    const faults = [
      ...(title === '' ? fault('title', 'missing', '') : []),
      ...(title !== '' && seen.has(place) ? fault('title', 'twice', title) : []),
      ...(points === '' ? fault('points', 'missing', '') : []),
      ...(points !== '' && !pointsPattern.test(points)
        ? fault('points', 'unreadable', cellOf('points'))
        : []),
    ];
    seen.add(place);
    return {
      line: index + 2,
      group,
      title,
      points,
      words: words || undefined,
      account,
      prices: pricesIn(words, account),
      faults,
    };
  });
  return { columns, rows };
}
