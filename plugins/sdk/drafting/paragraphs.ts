import type { ClauseKind } from '#schema/contracts/campaign/clause.ts';

/** One clause as it was recognised; `depth` is its level in the outline, from 0. */
export type Passage = {
  readonly number: string;
  readonly title: string | undefined;
  /** The document's own text, letter by letter, its number included. */
  readonly words: string;
  readonly kind: ClauseKind;
  readonly depth: number;
};

const chinese = '一二三四五六七八九十百';

/** The ways documents number, from the widest to the narrowest. */
const styles: readonly RegExp[] = [
  new RegExp(`^(第[${chinese}\\d]+[章篇部]分?)[、.．\\s]*`, 'u'),
  new RegExp(`^(第[${chinese}\\d]+条)[、.．\\s]*`, 'u'),
  new RegExp(`^([${chinese}]+)[、.．]\\s*`, 'u'),
  new RegExp(`^(第[${chinese}\\d]+(?:阶段|步))[、：:.．\\s]*`, 'u'),
  new RegExp(`^[（(]([${chinese}]+)[）)][、.．]?\\s*`, 'u'),
  /^(\d{1,2})(?:[、．]|\.(?!\d))\s*/u,
  /^[（(](\d{1,2})[）)][、.．]?\s*/u,
  /^([①②③④⑤⑥⑦⑧⑨⑩])\s*/u,
  new RegExp(`^([${chinese}]+是)(?=[\u4e00-\u9fff])`, 'u'),
];

type Numbered = { rank: number; number: string; rest: string };

const bracketed: ReadonlySet<number> = new Set([4, 6]);

function readNumber(line: string): Numbered | undefined {
  for (const [rank, style] of styles.entries()) {
    const match = style.exec(line);
    const inner = match?.[1];
    if (match && inner !== undefined) {
      const number = bracketed.has(rank) ? `（${inner}）` : inner;
      return { rank, number, rest: line.slice(match[0].length) };
    }
  }
  return undefined;
}

const longestTitle = 30;

/** 「加强领导。各单位……」 has a heading run in; 「工作目标」 is nothing but a heading. */
function titleIn(rest: string): string | undefined {
  const [first = '', ...more] = rest.split('。');
  const isWhole = more.join('').trim() === '';
  const heading = first.trim();
  const length = Array.from(heading).length;
  if (length === 0 || length > longestTitle || /[；;，,]/u.test(heading)) return undefined;
  if (isWhole && rest.trim().endsWith('。') && length > 12) return undefined;
  return heading.replace(/[：:]$/u, '');
}

const kindWords: readonly [RegExp, ClauseKind][] = [
  [/责任追究|追究责任|严肃问责|一票否决|依规依纪依法处理/u, 'accountability'],
  [/指导思想|工作目标|总体要求|基本原则|组织领导/u, 'principle'],
  [/^根据|^依据|编制依据|制定依据/u, 'basis'],
  [/\d+(?:\.\d+)?[%％]|率(?:达到|不低于|不高于)/u, 'target'],
  [/每月|每季度|每半年|常态化|定期(?:开展|报送)/u, 'routine'],
  [/报送|上报|报至|书面报|报[\u4e00-\u9fff]{2,8}(?:科|处|办|室|股)/u, 'task'],
  [/\d+月(?:\d+日|底|[上中下]旬)前/u, 'task'],
];

/** What kind of clause the words sound like; a principle asks for nothing, so it is the default. */
export function guessKind(words: string): ClauseKind {
  return kindWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'principle';
}

type Read = Omit<Passage, 'kind' | 'depth'> & { rank: number };

const clean = (line: string) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');

/** What a paragraph without a number comes to: more of the clause before it, or one of its own. */
type LooseParagraphs = 'join' | 'split';

const opening = '引言';
const isOpening = (number: string) => number.split('·')[0] === opening;

type Line = Read & { isLoose?: true };

/** Lines before the first number introduce; where loose ones stand alone they are its ·1, ·2. */
function readLines(text: string, loose: LooseParagraphs): Line[] {
  const read: Line[] = [];
  let [holder, count] = [opening, 0];
  for (const line of text.split(/\r?\n/u).map(clean)) {
    if (line === '') continue;
    const numbered = readNumber(line);
    const last = read[read.length - 1];
    if (numbered) {
      const { rank, number, rest } = numbered;
      [holder, count] = [number, 0];
      read.push({ rank, number, title: titleIn(rest), words: line });
    } else if (last === undefined) {
      count = 1;
      read.push({ rank: 0, number: opening, title: undefined, words: line });
    } else if (loose === 'split') {
      count += 1;
      const number = `${holder}·${count}`;
      read.push({ rank: 0, number, title: undefined, words: line, isLoose: true });
    } else {
      read[read.length - 1] = { ...last, words: `${last.words}\n${line}` };
    }
  }
  return read;
}

/**
 * A pasted document as clauses, in order: 一、 第一阶段 （一） 1. （1） 一是 and 第一条 make the outline.
 * `readParagraphs('一、目标\n二、步骤\n（一）自查')` → three passages, the last one inside the second.
 * With `split`, a paragraph without a number is a clause inside the one before: 二·1, 二·2.
 */
export function readParagraphs(text: string, loose: LooseParagraphs = 'join'): Passage[] {
  const open: number[] = [];
  return readLines(text, loose).map(({ rank, isLoose, ...passage }) => {
    if (isOpening(passage.number)) return { ...passage, depth: 0, kind: guessKind(passage.words) };
    if (isLoose) return { ...passage, depth: open.length, kind: guessKind(passage.words) };
    while (open.length > 0 && (open[open.length - 1] ?? 0) >= rank) open.pop();
    const depth = open.length;
    open.push(rank);
    return { ...passage, depth, kind: guessKind(passage.words) };
  });
}
