import { figureText, isEmptyPart, numberHeadings, partText } from '#plugins/sdk/bulletins/text.ts';
import type {
  BulletinHead,
  BulletinIssue,
  BulletinPartBody,
  FrozenFigure,
} from '#schema/contracts/bulletins.ts';

/** One line after the other as the paper has them, before any of it is Word. */
export type PaperLine =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'body'; text: string }
  | { kind: 'table'; title: string; rows: { name: string; value: string }[]; notes: string[] };

export type OfficialPaper = {
  title: string;
  /** The office's number; an empty place where it has none yet. */
  number: string;
  to: string;
  lines: PaperLine[];
  attachments: string[];
  issuer: string;
  /** 成文日期, the day of signing; a blank to be filled while it is not signed. */
  date: string;
  copyTo: string;
  printedBy: string;
  printedOn: string;
};

type Source = {
  head: BulletinHead;
  parts: readonly { body: BulletinPartBody }[];
  issue: BulletinIssue | null;
};

const blankDate = '    年  月  日';

/** 2026年7月8日: Arabic figures, no zeros before them. */
export function paperDate(day: string | undefined): string {
  if (day === undefined) return blankDate;
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The moment of figures as a note says it: 截至2026年6月30日24时 for the end of a day. */
export function asOfWords(asOf: number): string {
  const local = new Date(asOf + 8 * 3_600_000);
  const [day = '', time = ''] = local.toISOString().split('T');
  const isEnd = time.startsWith('23:59') || time.startsWith('00:00:00.000');
  if (!isEnd) return `截至${paperDate(day)}${time.slice(0, 5)}`;
  const of = new Date(asOf + 8 * 3_600_000 - 1).toISOString().slice(0, 10);
  return `截至${paperDate(of)}24时`;
}

/** 口径 and 截至 of figures, each said once. */
export function notesOf(figures: readonly FrozenFigure[]): string[] {
  const definitions = [
    ...new Set(figures.map(({ label, definition }) => `${label}：${definition}`)),
  ];
  const moments = [...new Set(figures.map(({ asOf }) => asOfWords(asOf)))];
  return [
    ...definitions.map((words, at) => `${at === 0 ? '注：' : ''}${at + 1}.${words}。`),
    `${moments.join('；')}。`,
  ];
}

function toLines(mark: string, body: BulletinPartBody): PaperLine[] {
  switch (body.kind) {
    case 'heading':
      return [{ kind: 'heading', level: body.level, text: `${mark}${body.text}` }];
    case 'paragraph':
      return partText(body)
        .split('\n')
        .filter((text) => text.trim() !== '')
        .map((text) => ({ kind: 'body', text: text.trim() }));
    case 'table':
      return [
        {
          kind: 'table',
          title: body.title,
          rows: body.figures.map((figure) => ({
            name: figure.label,
            value: figureText(figure),
          })),
          notes: notesOf(body.figures),
        },
      ];
  }
}

/** The paper in the order of GB/T 9704-2012; parts without words are left out. */
export function toPaper({ head, parts, issue }: Source): OfficialPaper {
  const written = parts.filter(({ body }) => !isEmptyPart(body));
  return {
    title: head.title,
    number: issue?.number ?? '',
    to: head.to === '' || /[：:]$/u.test(head.to) ? head.to.replace(/:$/u, '：') : `${head.to}：`,
    lines: numberHeadings(written).flatMap(({ mark, body }) => toLines(mark, body)),
    attachments: head.attachments,
    issuer: head.issuer,
    date: paperDate(issue?.signedOn),
    copyTo: head.copyTo,
    printedBy: head.printedBy,
    printedOn: issue === null ? '' : paperDate(issue.printedOn),
  };
}

/** How wide words are, in characters of the body: figures and letters take half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, each) => sum + (each.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
}

/** The date stands four characters from the right edge, the issuer's name centred over it. */
export function signatureIndents(issuer: string, date: string): { issuer: number; date: number } {
  const shift = (widthOf(date) - widthOf(issuer)) / 2;
  if (4 + shift >= 2) return { issuer: 4 + shift, date: 4 };
  // A long name keeps two characters at the right, and the date is centred under it.
  return { issuer: 2, date: 2 - shift };
}
