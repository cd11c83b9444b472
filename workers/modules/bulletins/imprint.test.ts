import { describe, expect, it } from 'vitest';
import type { BulletinIssue } from '#schema/contracts/bulletins.ts';
import { toPaper } from './word.domain.ts';
import { writeWord } from './word.driver.ts';
import { readZip } from './zip.fixtures.ts';

const head = {
  title: '关于上半年行风建设情况的通报',
  to: '各有关单位',
  issuer: '测试区卫生健康委员会',
  attachments: [],
  copyTo: '市卫生健康委，市纪委监委驻委纪检监察组',
  printedBy: '测试区卫生健康委员会办公室',
};
const issue: BulletinIssue = {
  number: '测卫办发〔2026〕12号',
  signedOn: '2026-07-08',
  printedOn: '2026-07-09',
};
const parts = [{ body: { kind: 'paragraph' as const, runs: [{ text: '总体平稳。' }] } }];

async function filesOf(changes: Partial<typeof head> = {}, of: BulletinIssue | null = issue) {
  return readZip(await writeWord(toPaper({ head: { ...head, ...changes }, parts, issue: of })));
}

/** The last table of the paper. */
async function imprintOf(changes: Partial<typeof head> = {}, of: BulletinIssue | null = issue) {
  const xml = (await filesOf(changes, of)).get('word/document.xml') ?? '';
  return xml.slice(xml.lastIndexOf('<w:tbl>'), xml.lastIndexOf('</w:tbl>'));
}

const rowsOf = (table: string) =>
  table
    .split('</w:tr>')
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join(''),
    );

describe('版记', () => {
  it('says 抄送 and who printed it on which day', async () => {
    expect(rowsOf(await imprintOf())).toEqual([
      '抄送：市卫生健康委，市纪委监委驻委纪检监察组。',
      expect.stringMatching(/^测试区卫生健康委员会办公室.*2026年7月9日印发$/su),
    ]);
  });

  it('ends 抄送 with one full stop, however it was typed', async () => {
    const [typed] = rowsOf(await imprintOf({ copyTo: '市卫生健康委。' }));
    expect(typed).toBe('抄送：市卫生健康委。');
  });

  it('is one row where nobody gets a copy', async () => {
    const rows = rowsOf(await imprintOf({ copyTo: '' }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('印发');
  });

  it('has no day while none is registered: the office never gets one from here', async () => {
    const rows = rowsOf(await imprintOf({}, null));
    expect(rows.at(-1)).toContain('测试区卫生健康委员会办公室');
    expect(rows.at(-1)).not.toMatch(/印发|\d/u);
  });

  it('stands at the foot of the last page', async () => {
    const place = /<w:tblpPr [^>]*>/u.exec(await imprintOf())?.[0] ?? '';
    expect(place).toContain('w:vertAnchor="margin"');
    expect(place).toContain('w:tblpYSpec="bottom"');
  });

  it('has thick lines above and below, and a thin one between', async () => {
    const cells = (await imprintOf()).match(/<w:tcBorders>.*?<\/w:tcBorders>/gsu) ?? [];
    expect(cells).toHaveLength(2);
    const width = (cell: string | undefined, side: string) =>
      Number(new RegExp(`<w:${side} [^>]*w:sz="(\\d+)"`, 'u').exec(cell ?? '')?.[1]);
    expect(width(cells[0], 'top')).toBe(width(cells[1], 'bottom'));
    expect(width(cells[0], 'top')).toBeGreaterThan(width(cells[0], 'bottom'));
    expect(width(cells[0], 'bottom')).toBe(width(cells[1], 'top'));
  });

  it('has nothing at its sides', async () => {
    const cells = (await imprintOf()).match(/<w:tcBorders>.*?<\/w:tcBorders>/gsu) ?? [];
    for (const cell of cells) {
      for (const side of ['left', 'right']) {
        expect(cell).toMatch(new RegExp(`<w:${side} [^>]*w:val="none"`, 'u'));
      }
    }
  });
});

describe('文号', () => {
  it('stands centred under the place of the red head', async () => {
    const xml = (await filesOf()).get('word/document.xml') ?? '';
    const first = xml.slice(xml.indexOf('<w:p>'), xml.indexOf('</w:p>'));
    expect(first).toContain('测卫办发〔2026〕12号');
    expect(first).toContain('<w:jc w:val="center"/>');
    const before = Number(/w:before="(\d+)"/u.exec(first)?.[1]);
    expect(Math.round((before / 1440) * 25.4)).toBe(60);
  });

  it('is an empty place while the office gave none', async () => {
    const xml = (await filesOf({}, null)).get('word/document.xml') ?? '';
    expect(xml).not.toMatch(/〔\d{4}〕/u);
    const { number: _number, ...bare } = issue;
    const summary = (await filesOf({}, bare)).get('word/document.xml') ?? '';
    expect(summary).not.toMatch(/〔\d{4}〕/u);
    expect(summary).toContain('2026年7月8日');
  });
});

describe('成文日期', () => {
  it('is the day of signing, not the one of printing', () => {
    expect(toPaper({ head, parts, issue })).toMatchObject({
      date: '2026年7月8日',
      printedOn: '2026年7月9日',
    });
  });

  it('is a blank to be filled by hand before that', () => {
    expect(toPaper({ head, parts, issue: null }).date).toBe('    年  月  日');
  });
});

describe('the file as such', () => {
  it('is the same each time: who opens it twice compares the same words', async () => {
    const [once, twice] = await Promise.all([filesOf(), filesOf()]);
    expect(once.get('word/document.xml')).toBe(twice.get('word/document.xml'));
  });

  it('says the office made it, and no person', async () => {
    const core = (await filesOf()).get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:creator>测试区卫生健康委员会</dc:creator>');
    expect(core).toContain(`<dc:title>${head.title}</dc:title>`);
  });

  it('loads nothing from elsewhere', async () => {
    const files = await filesOf();
    const links = [...files]
      .filter(([name]) => name.endsWith('.rels'))
      .map(([, xml]) => xml)
      .join('');
    expect(links).not.toContain('TargetMode="External"');
  });

  it('keeps its page number a field, so that a page more is counted', async () => {
    const files = await filesOf();
    const footers = [...files].filter(([name]) => /footer\d+\.xml$/u.test(name));
    expect(footers).toHaveLength(2);
    for (const [, xml] of footers) {
      expect(xml).toContain('w:fldCharType="begin"');
      expect(xml).toMatch(/w:(left|right)="280"/u);
    }
  });
});
