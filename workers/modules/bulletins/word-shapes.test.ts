import { describe, expect, it } from 'vitest';
import type { BulletinIssue, BulletinPartBody, FrozenFigure } from '#schema/contracts/bulletins.ts';
import { asOfWords, notesOf, signatureIndents, toPaper, widthOf } from './word.domain.ts';
import { writeWord } from './word.driver.ts';
import { readZip } from './zip.fixtures.ts';

const asOf = Date.parse('2026-06-30T23:59:59.999+08:00');
const figure = (label: string, value: string, changes: Partial<FrozenFigure> = {}) => ({
  ref: { key: 'filings.due' },
  label,
  value,
  definition: `${label}的口径`,
  asOf,
  ...changes,
});
const head = {
  title: '关于上半年行风建设情况的通报',
  to: '各有关单位',
  issuer: '测试区卫生健康委员会',
  attachments: [] as string[],
  copyTo: '',
  printedBy: '测试区卫生健康委员会办公室',
};
const text = (words: string): BulletinPartBody => ({ kind: 'paragraph', runs: [{ text: words }] });
const heading = (words: string, level: 1 | 2 = 1): BulletinPartBody => ({
  kind: 'heading',
  level,
  text: words,
});

type Shape = {
  head?: Partial<typeof head>;
  bodies?: BulletinPartBody[];
  issue?: BulletinIssue | null;
};

function paperOf({ head: changes = {}, bodies = [text('总体平稳。')], issue = null }: Shape) {
  return toPaper({
    head: { ...head, ...changes },
    parts: bodies.map((body) => ({ body })),
    issue,
  });
}

async function documentOf(shape: Shape): Promise<string> {
  return readZip(await writeWord(paperOf(shape))).get('word/document.xml') ?? '';
}

const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gsu)].map(([each]) => each);

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join('');

const linesOf = (xml: string): string[] =>
  paragraphsOf(xml)
    .map(wordsOf)
    .filter((line) => line !== '');

/** The paragraph that says exactly this. */
function paragraphWith(xml: string, words: string): string {
  const found = paragraphsOf(xml).find((each) => wordsOf(each) === words);
  if (found === undefined) throw new Error(`no paragraph says ${words}`);
  return found;
}

describe('a long title', () => {
  const title =
    '关于进一步规范全区医疗卫生机构医药购销领域和医疗服务中不正之风专项治理工作情况及下一步重点任务安排的通报';

  it('stays whole in one centred paragraph that Word breaks into lines of its own', async () => {
    const xml = await documentOf({ head: { title } });
    const paragraph = paragraphWith(xml, title);
    expect(paragraph).toContain('<w:jc w:val="center"/>');
    expect(paragraph).toContain('<w:sz w:val="44"/>');
    expect(paragraph).not.toContain('w:firstLine');
    expect(linesOf(xml).filter((line) => line === title)).toHaveLength(1);
  });

  it('has lines far enough apart that none of them is cut', async () => {
    const paragraph = paragraphWith(await documentOf({ head: { title } }), title);
    const apart = Number(/<w:spacing [^>]*w:line="(\d+)"/u.exec(paragraph)?.[1]);
    expect(apart).toBeGreaterThanOrEqual(44 * 10);
  });

  it('keeps what a file may not hold as it was typed, and the file stays readable', async () => {
    const odd = '关于“A&B”<试点>情况的通报';
    const xml = await documentOf({ head: { title: odd } });
    expect(xml).toContain('A&amp;B');
    expect(xml).toContain('&lt;试点&gt;');
    expect(xml).not.toContain('<试点>');
  });
});

describe('主送机关', () => {
  it('ends with one colon, full width, however it was typed', () => {
    expect(paperOf({ head: { to: '各单位' } }).to).toBe('各单位：');
    expect(paperOf({ head: { to: '各单位：' } }).to).toBe('各单位：');
    expect(paperOf({ head: { to: '各单位:' } }).to).toBe('各单位：');
  });

  it('stands at the left edge, and is no line at all where nobody is addressed', async () => {
    const addressed = await documentOf({});
    expect(paragraphWith(addressed, '各有关单位：')).not.toContain('w:firstLine');
    const open = await documentOf({ head: { to: '' } });
    expect(linesOf(open)).not.toContain('：');
    expect(linesOf(open).slice(0, 2)).toEqual([head.title, '总体平稳。']);
  });
});

describe('the sections', () => {
  it('count anew under each heading, by their place and not by what was typed', async () => {
    const xml = await documentOf({
      bodies: [
        heading('总体情况'),
        heading('报送', 2),
        text('甲。'),
        heading('整改', 2),
        text('乙。'),
        heading('下步要求'),
        heading('抓落实', 2),
        text('丙。'),
      ],
    });
    const body = linesOf(xml).slice(2, 10);
    expect(body).toEqual([
      '一、总体情况',
      '（一）报送',
      '甲。',
      '（二）整改',
      '乙。',
      '二、下步要求',
      '（一）抓落实',
      '丙。',
    ]);
  });

  it('skip a heading without words, and count as if it were not there', async () => {
    const xml = await documentOf({ bodies: [heading('甲部分'), heading(''), heading('乙部分')] });
    expect(linesOf(xml)).toContain('二、乙部分');
    expect(linesOf(xml)).not.toContain('二、');
  });

  it('never leave a heading alone at the foot of a page', async () => {
    const xml = await documentOf({ bodies: [heading('总体情况'), text('平稳。')] });
    expect(paragraphWith(xml, '一、总体情况')).toContain('<w:keepNext/>');
    expect(paragraphWith(xml, '平稳。')).not.toContain('<w:keepNext/>');
  });

  it('make a paragraph of each line that was typed, without the empty ones', async () => {
    const xml = await documentOf({ bodies: [text('第一段。\n\n  第二段。  \n')] });
    expect(linesOf(xml).slice(2, 4)).toEqual(['第一段。', '第二段。']);
    for (const words of ['第一段。', '第二段。']) {
      expect(paragraphWith(xml, words)).toContain('w:firstLine="640"');
      expect(paragraphWith(xml, words)).toContain('<w:jc w:val="both"/>');
    }
  });
});

describe('附件', () => {
  it('is not mentioned where there is none', async () => {
    expect(linesOf(await documentOf({})).join('')).not.toContain('附件');
  });

  it('has no number where there is one, and stands two characters in', async () => {
    const xml = await documentOf({ head: { attachments: ['报送情况表'] } });
    expect(paragraphWith(xml, '附件：报送情况表')).toContain('w:left="640"');
  });

  it('is numbered where there are several, the numbers under one another', async () => {
    const attachments = ['报送情况表', '问题清单', '整改台账'];
    const xml = await documentOf({ head: { attachments } });
    expect(paragraphWith(xml, '附件：1.报送情况表')).toContain('w:left="640"');
    expect(paragraphWith(xml, '2.问题清单')).toContain('w:left="1600"');
    expect(paragraphWith(xml, '3.整改台账')).toContain('w:left="1600"');
  });

  it('stands between the text and the signature', async () => {
    const lines = linesOf(await documentOf({ head: { attachments: ['报送情况表'] } }));
    const places = ['总体平稳。', '附件：报送情况表', '测试区卫生健康委员会（盖章）'].map((line) =>
      lines.indexOf(line),
    );
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(places[0]).toBeGreaterThan(0);
  });
});

describe('a table of figures', () => {
  const table = (figures: FrozenFigure[]): BulletinPartBody => ({
    kind: 'table',
    title: '主要数据',
    figures,
  });

  it('repeats its head on a new page, and no row is torn in two', async () => {
    const figures = Array.from({ length: 40 }, (_, at) => figure(`指标${at}`, `${at}件`));
    const xml = await documentOf({ bodies: [table(figures)] });
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(40);
  });

  it('is as wide as the text', async () => {
    const xml = await documentOf({ bodies: [table([figure('应报送', '3件')])] });
    const grid = /<w:tblGrid>(.*?)<\/w:tblGrid>/su.exec(xml)?.[1] ?? '';
    const widths = [...grid.matchAll(/w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    const total = widths.reduce((sum, width) => sum + width, 0);
    expect(Math.abs(total - (156 / 25.4) * 1440)).toBeLessThanOrEqual(2);
  });

  it('says each 口径 once and every moment its figures have', () => {
    const earlier = Date.parse('2026-03-31T23:59:59.999+08:00');
    const notes = notesOf([
      figure('应报送', '3件'),
      figure('按时率', '96.4%', { asOf: earlier }),
      figure('应报送', '3件'),
    ]);
    expect(notes).toEqual([
      '注：1.应报送：应报送的口径。',
      '2.按时率：按时率的口径。',
      '截至2026年6月30日24时；截至2026年3月31日24时。',
    ]);
  });

  it('without a figure is left out whole, with its title', async () => {
    const xml = await documentOf({ bodies: [text('甲。'), table([])] });
    expect(linesOf(xml)).not.toContain('主要数据');
    expect(linesOf(xml)).not.toContain('指标');
  });

  it('shows the words for what is missing, and no zero for it', async () => {
    const xml = await documentOf({ bodies: [table([figure('满意度', '样本不足')])] });
    expect(linesOf(xml)).toContain('样本不足');
    expect(linesOf(xml)).not.toContain('0');
  });
});

describe('截至', () => {
  it('is 24时 of the day that ended, and the minute within a day', () => {
    const at = (instant: string) => asOfWords(Date.parse(instant));
    expect(at('2026-06-30T23:59:59.999+08:00')).toBe('截至2026年6月30日24时');
    expect(at('2026-07-01T00:00:00.000+08:00')).toBe('截至2026年6月30日24时');
    expect(at('2026-07-01T00:01:00.000+08:00')).toBe('截至2026年7月1日00:01');
    expect(at('2025-12-31T23:59:59.999+08:00')).toBe('截至2025年12月31日24时');
    expect(at('2026-01-01T08:30:00.000+08:00')).toBe('截至2026年1月1日08:30');
  });
});

describe('the signature', () => {
  it('counts figures as half of a character', () => {
    expect(widthOf('')).toBe(0);
    expect(widthOf('卫健委')).toBe(3);
    expect(widthOf('2026')).toBe(2);
    expect(widthOf('2026年12月31日')).toBe(7);
  });

  it('is never nearer to the edge than two characters, whatever the office is called', () => {
    for (let length = 2; length <= 40; length += 1) {
      const { issuer, date } = signatureIndents('委'.repeat(length), '2026年7月8日');
      expect(issuer).toBeGreaterThanOrEqual(2);
      expect(date).toBeGreaterThanOrEqual(4);
    }
  });

  it('has issuer and date centred over one another, whatever the office is called', () => {
    for (const date of ['2026年7月8日', '2026年12月31日']) {
      for (let length = 2; length <= 30; length += 1) {
        const name = '委'.repeat(length);
        const indents = signatureIndents(name, date);
        const middle = (indent: number, words: string) => indent + widthOf(words) / 2;
        expect(middle(indents.issuer, name)).toBeCloseTo(middle(indents.date, date), 6);
      }
    }
  });
});
