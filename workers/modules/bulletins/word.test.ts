import { describe, expect, it } from 'vitest';
import { findNames } from '#plugins/sdk/bulletins/name-check.ts';
import type { BulletinPartBody, FrozenFigure } from '#schema/contracts/bulletins.ts';
import {
  asOfWords,
  notesOf,
  paperDate,
  signatureIndents,
  toPaper,
  widthOf,
} from './word.domain.ts';
import { writeWord } from './word.driver.ts';
import { readZip } from './zip.fixtures.ts';

const asOf = Date.parse('2026-06-30T23:59:59.999+08:00');
const figure = (label: string, value: string): FrozenFigure => ({
  ref: { key: 'filings.due' },
  label,
  value,
  definition: `${label}的口径`,
  asOf,
});
const parts: { body: BulletinPartBody }[] = [
  { body: { kind: 'heading', level: 1, text: '总体情况' } },
  {
    body: {
      kind: 'paragraph',
      runs: [{ text: '应报送' }, { figure: figure('应报送', '2622件') }, { text: '。' }],
    },
  },
  { body: { kind: 'paragraph', runs: [] } },
  { body: { kind: 'heading', level: 2, text: '报送' } },
  {
    body: {
      kind: 'table',
      title: '主要数据',
      figures: [figure('应报送', '2622件'), figure('按时率', '96.4%')],
    },
  },
];
const head = {
  title: '关于上半年行风建设情况的通报',
  to: '各有关单位',
  issuer: '测试区卫生健康委员会',
  attachments: ['报送情况表', '问题清单'],
  copyTo: '市卫生健康委',
  printedBy: '测试区卫生健康委员会办公室',
};
const issue = { number: '测卫办发〔2026〕12号', signedOn: '2026-07-08', printedOn: '2026-07-09' };
const paper = () => toPaper({ head, parts, issue });

async function opened() {
  const files = readZip(await writeWord(paper()));
  const text = (name: string) => files.get(name) ?? '';
  return { files, text, document: text('word/document.xml') };
}

/** The words of a part of the file, paragraph by paragraph. */
function linesOf(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((each) =>
      [...each.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''),
    )
    .filter((line) => line !== '');
}

describe('a paper in words', () => {
  it('numbers its sections, leaves out what is empty and dates itself without zeros', () => {
    expect(paper().lines.map((line) => ('text' in line ? line.text : line.title))).toEqual([
      '一、总体情况',
      '应报送2622件。',
      '（一）报送',
      '主要数据',
    ]);
    expect(paper()).toMatchObject({ to: '各有关单位：', date: '2026年7月8日' });
    expect(toPaper({ head: { ...head, to: '各单位:' }, parts, issue: null })).toMatchObject({
      to: '各单位：',
      number: '',
      date: '    年  月  日',
      printedOn: '',
    });
    expect(paperDate('2026-12-01')).toBe('2026年12月1日');
  });

  it('says 口径 and 截至 of its figures once', () => {
    expect(asOfWords(asOf)).toBe('截至2026年6月30日24时');
    expect(asOfWords(Date.parse('2026-07-08T10:30:00+08:00'))).toBe('截至2026年7月8日10:30');
    expect(notesOf([figure('应报送', '1件'), figure('应报送', '1件')])).toEqual([
      '注：1.应报送：应报送的口径。',
      '截至2026年6月30日24时。',
    ]);
  });

  it('centres the issuer over a date four characters from the edge', () => {
    expect(widthOf('2026年7月8日')).toBe(6);
    expect(signatureIndents('卫健委卫健委', '2026年7月8日')).toEqual({ issuer: 4, date: 4 });
    const long = signatureIndents('某某省卫生健康委员会某某办公室', '2026年7月8日');
    expect(long).toEqual({ issuer: 2, date: 6.5 });
  });
});

describe('a Word file, read back', () => {
  it('is A4 with the margins of GB/T 9704-2012 and 22 lines of 28 characters', async () => {
    const { document } = await opened();
    const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4 * 10) / 10;
    const size = /<w:pgSz [^>]*w:w="(\d+)" w:h="(\d+)"/u.exec(document);
    expect([mm(size?.[1]), mm(size?.[2])]).toEqual([210, 297]);
    const margin = (side: string) =>
      mm(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`, 'u').exec(document)?.[1]);
    expect(['top', 'bottom', 'left', 'right'].map(margin)).toEqual([37, 35, 28, 26]);
    const grid = /<w:docGrid [^>]*>/u.exec(document)?.[0] ?? '';
    const pitch = Number(/w:linePitch="(\d+)"/u.exec(grid)?.[1]);
    expect(grid).toContain('w:type="linesAndChars"');
    expect(pitch * 22).toBeLessThanOrEqual((225 / 25.4) * 1440);
    expect(pitch * 23).toBeGreaterThan((225 / 25.4) * 1440);
    const character = 16 + Number(/w:charSpace="(-?\d+)"/u.exec(grid)?.[1]) / 4096;
    expect(Math.floor(((156 / 25.4) * 72) / character + 0.01)).toBe(28);
    expect(document).toContain(`w:line="${pitch}"`);
    expect(document).toContain('w:lineRule="exact"');
  });

  it('sets title, body and headings in their type', async () => {
    const { document } = await opened();
    const runOf = (words: string) => {
      const at = document.indexOf(`>${words}<`);
      return document.slice(document.lastIndexOf('<w:r>', at), at);
    };
    const looks = [
      [head.title, '方正小标宋简体', 44],
      ['一、总体情况', '黑体', 32],
      ['（一）报送', '楷体_GB2312', 32],
      ['应报送2622件。', '仿宋_GB2312', 32],
      ['各有关单位：', '仿宋_GB2312', 32],
    ] as const;
    for (const [words, font, size] of looks) {
      expect(runOf(words)).toContain(`w:eastAsia="${font}"`);
      expect(runOf(words)).toContain(`<w:sz w:val="${size}"/>`);
    }
    expect(document).toContain('w:firstLine="640"');
  });

  it('numbers its pages — 1 —, right on odd and left on even ones, in 4号 宋体', async () => {
    const { files, text } = await opened();
    const footers = [...files.keys()].filter((name) => /footer\d+\.xml$/u.test(name)).map(text);
    expect(footers).toHaveLength(2);
    for (const footer of footers) {
      expect(footer).toContain('PAGE');
      expect(linesOf(footer).join('')).toMatch(/^— .*—$/u);
      expect(footer).toContain('w:eastAsia="宋体"');
      expect(footer).toContain('<w:sz w:val="28"/>');
    }
    const sides = footers.map((footer) => /<w:jc w:val="(\w+)"\/>/u.exec(footer)?.[1]);
    expect(new Set(sides)).toEqual(new Set(['left', 'right']));
    expect(text('word/settings.xml')).toContain('w:evenAndOddHeaders');
  });

  it('has its words in the order of the standard, figures in a table with notes', async () => {
    const { document } = await opened();
    expect(linesOf(document)).toEqual([
      '测卫办发〔2026〕12号',
      head.title,
      '各有关单位：',
      '一、总体情况',
      '应报送2622件。',
      '（一）报送',
      '主要数据',
      '指标',
      '数值',
      '应报送',
      '2622件',
      '按时率',
      '96.4%',
      '注：1.应报送：应报送的口径。',
      '2.按时率：按时率的口径。',
      '截至2026年6月30日24时。',
      '附件：1.报送情况表',
      '2.问题清单',
      '测试区卫生健康委员会（盖章）',
      '2026年7月8日',
      '抄送：市卫生健康委。',
      '测试区卫生健康委员会办公室2026年7月9日印发',
    ]);
    expect(document).toContain('<w:tblpPr');
  });

  it('holds no picture of a seal and nobody’s name', async () => {
    const { files, document } = await opened();
    expect([...files.keys()].filter((name) => name.includes('media'))).toEqual([]);
    expect(document).not.toMatch(/<w:drawing|<w:pict|FF0000/iu);
    expect(findNames(linesOf(document).join('\n'))).toEqual([]);
  });
});
