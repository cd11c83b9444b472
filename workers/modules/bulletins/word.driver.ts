import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import type { IParagraphOptions, IRunOptions } from 'docx';
import { signatureIndents } from './word.domain.ts';
import type { OfficialPaper, PaperLine } from './word.domain.ts';

// GB/T 9704-2012: 5.2 page, 6 type, 7.2–7.4 places.
const mm = convertMillimetersToTwip;
const page = { width: mm(210), height: mm(297) };
const margin = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) };
const area = { width: page.width - margin.left - margin.right, height: mm(225) };
/** 22 lines in 225 mm, a twip less than it takes, so that the last one stays on the page. */
const pitch = Math.floor(area.height / 22);
/** 28 characters of 16 pt in 156 mm: each a little narrower than it is high. */
const charSpace = Math.round((area.width / 20 / 28 - 16) * 4096);
/** One character of the body. */
const em = 320;
const size = { title: 44, body: 32, note: 28, small: 24 };
/** From the top of the area to the red line, which the office's own paper carries. */
const redHead = mm(60);

const fangsong = font('仿宋_GB2312');
const song = font('宋体');
const title = font('方正小标宋简体');
const headings = { 1: font('黑体'), 2: font('楷体_GB2312') };

function font(name: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, hint: 'eastAsia' };
}

const spacing = { line: pitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

type Look = { font: IRunOptions['font']; size: number };

function line(text: string, look: Look, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    ...options,
    spacing: { ...spacing, ...options.spacing },
    children: [new TextRun({ text, ...look })],
  });
}

const bodyLook = { font: fangsong, size: size.body };
const blankLine = () => line('', bodyLook);

function lineOf(each: PaperLine): (Paragraph | Table)[] {
  const indent = { firstLine: em * 2 };
  switch (each.kind) {
    case 'heading':
      return [
        line(
          each.text,
          { font: headings[each.level], size: size.body },
          { indent, keepNext: true },
        ),
      ];
    case 'body':
      return [line(each.text, bodyLook, { indent, alignment: AlignmentType.BOTH })];
    case 'table':
      return figureTable(each);
  }
}

function cell(text: string, options: { head?: boolean; end?: boolean; span?: number } = {}) {
  const alignment = options.end ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const look = { font: options.head ? headings[1] : fangsong, size: size.small };
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    columnSpan: options.span,
    margins: { left: 100, right: 100 },
    children: [line(text, look, { alignment, spacing: { line: 400 } })],
  });
}

/** A table of figures: its 口径 and 截至 stand in its foot, whoever copies it. */
function figureTable(table: Extract<PaperLine, { kind: 'table' }>): (Paragraph | Table)[] {
  const widths = [Math.round(area.width * 0.68), Math.round(area.width * 0.32)];
  const head = new TableRow({
    tableHeader: true,
    children: [cell('指标', { head: true }), cell('数值', { head: true, end: true })],
  });
  const rows = table.rows.map(
    ({ name, value }) =>
      new TableRow({ cantSplit: true, children: [cell(name), cell(value, { end: true })] }),
  );
  const notes = new TableCell({
    columnSpan: 2,
    margins: { left: 100, right: 100 },
    children: table.notes.map((note) =>
      line(note, { font: song, size: 21 }, { spacing: { line: 340 } }),
    ),
  });
  return [
    line(
      table.title,
      { font: headings[1], size: size.note },
      { alignment: AlignmentType.CENTER, keepNext: true },
    ),
    new Table({
      width: { size: area.width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [head, ...rows, new TableRow({ children: [notes] })],
    }),
  ];
}

/** 附件：1.×××: a line apart from the text, the numbers under one another. */
function attachmentLines(attachments: readonly string[]): Paragraph[] {
  const numbered = attachments.length > 1;
  return attachments.map((words, at) => {
    const text = `${at === 0 ? '附件：' : ''}${numbered ? `${at + 1}.` : ''}${words}`;
    const left = at === 0 ? em * 2 : em * 5;
    return line(text, bodyLook, { indent: { left } });
  });
}

/** 发文机关署名 and 成文日期. The seal is put on paper by the office; nothing of it is drawn here. */
function signature({ issuer, date }: OfficialPaper): Paragraph[] {
  const words = `${issuer}（盖章）`;
  const indents = signatureIndents(words, date);
  const at = (right: number): IParagraphOptions => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(right * em) },
    keepLines: true,
  });
  return [
    line(words, bodyLook, { ...at(indents.issuer), keepNext: true }),
    line(date, bodyLook, at(indents.date)),
  ];
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

/** 版记, at the foot of the last page: thick lines outside, a thin one between. */
function imprint({ copyTo, printedBy, printedOn }: OfficialPaper): Table {
  const look = { font: fangsong, size: size.note };
  const inside = { left: Math.round(size.note * 10), right: Math.round(size.note * 10) };
  const printed = printedOn === '' ? '' : `${printedOn}印发`;
  const row = (children: Paragraph[], top: typeof thin, bottom: typeof thin) =>
    new TableRow({
      children: [
        new TableCell({
          borders: { top, bottom, left: none, right: none },
          children,
        }),
      ],
    });
  const last = new Paragraph({
    spacing,
    indent: inside,
    tabStops: [{ type: 'right', position: area.width - inside.right }],
    children: [
      new TextRun({ text: printedBy, ...look }),
      new TextRun({ children: [new Tab(), printed], ...look }),
    ],
  });
  const copied = line(`抄送：${copyTo.replace(/。$/u, '')}。`, look, { indent: inside });
  const rows =
    copyTo === ''
      ? [row([last], thick, thick)]
      : [row([copied], thick, thin), row([last], thin, thick)];
  return new Table({
    width: { size: area.width, type: WidthType.DXA },
    columnWidths: [area.width],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows,
  });
}

/** — 1 — in 4号 宋体, a character from the outer edge: right on odd pages, left on even ones. */
function pageNumber(side: 'left' | 'right'): Footer {
  const look = { font: { ...song, ascii: '宋体', hAnsi: '宋体' }, size: size.note };
  const children = ['— ', PageNumber.CURRENT, ' —'];
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: size.note * 10 },
        children: [new TextRun({ children, ...look })],
      }),
    ],
  });
}

/** A paper as a Word file, in the layout of GB/T 9704-2012. The red head is the office's own. */
export async function writeWord(paper: OfficialPaper): Promise<Uint8Array<ArrayBuffer>> {
  const apart = paper.attachments.length === 0 ? [] : [blankLine()];
  const to = paper.to === '' ? [] : [line(paper.to, bodyLook)];
  const document = new Document({
    creator: paper.issuer,
    title: paper.title,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: bodyLook } } },
    sections: [
      {
        properties: {
          page: {
            size: page,
            margin: { ...margin, header: mm(15), footer: mm(25) },
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: pitch, charSpace },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          line(paper.number, bodyLook, {
            alignment: AlignmentType.CENTER,
            spacing: { before: redHead },
          }),
          blankLine(),
          blankLine(),
          line(
            paper.title,
            { font: title, size: size.title },
            { alignment: AlignmentType.CENTER, spacing: { line: 700 } },
          ),
          blankLine(),
          ...to,
          ...paper.lines.flatMap(lineOf),
          ...apart,
          ...attachmentLines(paper.attachments),
          blankLine(),
          blankLine(),
          ...signature(paper),
          imprint(paper),
          line('', { font: fangsong, size: 2 }, { spacing: { line: 20 } }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
