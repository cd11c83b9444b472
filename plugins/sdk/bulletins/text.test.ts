import { describe, expect, it } from 'vitest';
import type { BulletinPartBody, FrozenFigure } from '#schema/contracts/bulletins.ts';
import { partsOf, titleOf, wantedFigures } from './templates.ts';
import {
  chineseNumber,
  figuresOf,
  isEmptyPart,
  numberHeadings,
  partText,
  withFigures,
} from './text.ts';

const figure = (key: string, value = '1 件'): FrozenFigure => ({
  ref: { key },
  label: '报送按时率',
  value,
  definition: '按时报送件数/应报件数',
  asOf: 1,
});
const heading = (text: string, level: 1 | 2 = 1): BulletinPartBody => ({
  kind: 'heading',
  level,
  text,
});

describe('a paragraph with figures', () => {
  const body: BulletinPartBody = {
    kind: 'paragraph',
    runs: [{ text: '上半年，' }, { figure: figure('rate', '96.4%'), named: true }, { text: '。' }],
  };

  it('is a sentence when it is read or copied', () => {
    expect(partText(body)).toBe('上半年，报送按时率96.4%。');
    expect(figuresOf(body)).toHaveLength(1);
  });

  it('takes new values and keeps what is not known any more', () => {
    expect(partText(withFigures(body, (old) => ({ ...old, value: '97.0%' })))).toContain('97.0%');
    expect(withFigures(body, () => undefined)).toEqual(body);
    const table: BulletinPartBody = { kind: 'table', title: '附表', figures: [figure('rate')] };
    expect(partText(withFigures(table, (old) => ({ ...old, value: '2 件' })))).toBe(
      '附表\n报送按时率2 件',
    );
  });
});

describe('the sections of a paper', () => {
  it('are numbered by their place', () => {
    const marks = numberHeadings(
      [
        heading('甲'),
        heading('子', 2),
        heading('丑', 2),
        heading(''),
        heading('乙'),
        heading('寅', 2),
      ].map((body) => ({ body })),
    ).map(({ mark }) => mark);
    expect(marks).toEqual(['一、', '（一）', '（二）', '', '二、', '（一）']);
    expect([1, 10, 11, 20, 34].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '三十四']);
  });

  it('say nothing while nobody wrote anything', () => {
    expect(isEmptyPart({ kind: 'paragraph', runs: [{ text: '  ' }] })).toBe(true);
    expect(isEmptyPart({ kind: 'table', title: '附表', figures: [] })).toBe(true);
    expect(isEmptyPart(heading('总体情况'))).toBe(false);
  });
});

describe('a template', () => {
  it('has headings, sentences of figures and empty paragraphs, and no judgement', () => {
    const known = new Map(wantedFigures('notice').map((key) => [key, figure(key)]));
    const parts = partsOf('notice', known);
    expect(parts.flatMap((body) => (body.kind === 'heading' ? [body.text] : []))).toEqual([
      '总体情况',
      '主要做法',
      '存在问题',
      '下步要求',
    ]);
    expect(parts.filter(isEmptyPart)).toHaveLength(3);
    expect(parts.map(partText)).toContain(
      '应报送1 件，已报1 件（按时1 件），逾期未报1 件，涉及1 件。',
    );
    expect(parts.flatMap(figuresOf)).toHaveLength(known.size);
  });

  it('leaves out a sentence whose figures are not known', () => {
    const parts = partsOf('half-year', new Map([['filings.due', figure('filings.due')]]));
    expect(parts.flatMap(figuresOf)).toEqual([]);
    expect(parts.filter((body) => body.kind === 'paragraph')).toHaveLength(3);
  });

  it('is named after its work', () => {
    expect(titleOf('notice', '2026年行风工作要点')).toBe('关于2026年行风情况的通报');
    expect(titleOf('year-end', '2026年作风建设')).toBe('2026年作风建设工作总结');
  });
});
