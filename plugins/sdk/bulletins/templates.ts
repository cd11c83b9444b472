import type {
  BulletinKind,
  BulletinPartBody,
  FrozenFigure,
  Run,
} from '#schema/contracts/bulletins.ts';

/** A paragraph of a template: a sentence with places for figures, or left to the office. */
type Frame = { heading: string } | { sentence: string } | { blank: true };

const filings =
  '应报送{filings.due}，已报{filings.arrived}（按时{filings.on-time}），逾期未报{filings.overdue}，涉及{filings.overdue-units}。';
const problems =
  '发现问题{problems.entries}，已整改{problems.rectified}，其中已销号{problems.closed}；超期未整改{problems.overdue}。';
const complaints =
  '受理投诉、举报{complaints.accepted}，办结{complaints.done}，按期办结率{complaints.on-time-completion-rate}；超期{complaints.overdue}。';
const blank = { blank: true } as const;
const figures: Frame[] = [filings, problems, complaints].map((sentence) => ({ sentence }));

/** Headings, sentences of figures and empty paragraphs; every judgement is the office's own words. */
const templates: Readonly<Record<BulletinKind, readonly Frame[]>> = {
  notice: [
    { heading: '总体情况' },
    ...figures,
    { heading: '主要做法' },
    blank,
    { heading: '存在问题' },
    blank,
    { heading: '下步要求' },
    blank,
  ],
  'half-year': [
    { heading: '上半年工作开展情况' },
    ...figures,
    { heading: '主要做法' },
    blank,
    { heading: '存在问题' },
    blank,
    { heading: '下半年工作安排' },
    blank,
  ],
  'year-end': [
    { heading: '年度工作总体情况' },
    ...figures,
    { heading: '主要做法和成效' },
    blank,
    { heading: '典型经验' },
    blank,
    { heading: '存在问题' },
    blank,
    { heading: '明年工作打算' },
    blank,
  ],
  brief: [{ heading: '工作动态' }, { sentence: filings }, { heading: '经验交流' }, blank],
};

const place = /\{([a-z.-]+)\}/gu;

/** The figures that a template wants, each once. */
export function wantedFigures(kind: BulletinKind): string[] {
  const sentences = templates[kind].flatMap((frame) =>
    'sentence' in frame ? [...frame.sentence.matchAll(place)] : [],
  );
  return [...new Set(sentences.map(([, key = '']) => key))];
}

/**
 * The parts of a new paper. A sentence stands in it with its figures in place; one of whose figures
 * any is missing is left out, and an empty paragraph waits there.
 */
export function partsOf(
  kind: BulletinKind,
  known: ReadonlyMap<string, FrozenFigure>,
): BulletinPartBody[] {
  return templates[kind].flatMap((frame): BulletinPartBody[] => {
    if ('heading' in frame) return [{ kind: 'heading', level: 1, text: frame.heading }];
    const runs = 'sentence' in frame ? runsOf(frame.sentence, known) : [];
    if (runs === undefined) return [];
    return [{ kind: 'paragraph', runs }];
  });
}

function runsOf(sentence: string, known: ReadonlyMap<string, FrozenFigure>): Run[] | undefined {
  const pieces = sentence.split(place);
  const runs = pieces.map((piece, at): Run | undefined => {
    if (at % 2 === 0) return { text: piece };
    const figure = known.get(piece);
    return figure && { figure };
  });
  const whole = runs.filter((run) => run !== undefined);
  return whole.length === runs.length ? whole : undefined;
}

const titles: Readonly<Record<BulletinKind, (about: string) => string>> = {
  notice: (about) => `关于${about}情况的通报`,
  'half-year': (about) => `${about}上半年工作小结`,
  'year-end': (about) => `${about}工作总结`,
  brief: (about) => `${about}工作简报`,
};

/** A title to begin with, in the manner of its kind. */
export function titleOf(kind: BulletinKind, about: string): string {
  return titles[kind](about.replace(/(?:工作要点|工作方案|的通知)$/u, ''));
}
