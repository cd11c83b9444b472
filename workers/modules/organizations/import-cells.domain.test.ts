import { describe, expect, it } from 'vitest';
import { kindNames, levelNames, tagNames } from '#schema/contracts/unit-words.ts';
import { CellReader } from './import-cells.domain.ts';
import { headingsOf } from './imports.fixtures.ts';

const readerOf = (cells: Readonly<Record<string, string>>) => {
  const headings = headingsOf([Object.keys(cells)]);
  return new CellReader(headings, Object.values(cells));
};
const problemsOf = (reader: CellReader) =>
  reader.problems.map(({ column, code, values }) => ({ column, code, ...values }));

describe('a cell of text', () => {
  it('loses the blanks around it and doubled ones inside', () => {
    const reader = readerOf({ 单位名称: '  东区   第一医院 ' });
    expect(reader.text('name', 120)).toBe('东区 第一医院');
    expect(reader.problems).toEqual([]);
  });

  it('is nothing where it is empty, where its column is not there, and where it is too long', () => {
    const reader = readerOf({ 单位名称: '   ', 简称: '一'.repeat(121) });
    expect(reader.text('name', 120)).toBeUndefined();
    expect(reader.text('code', 40)).toBeUndefined();
    expect(reader.text('short-name', 120)).toBeUndefined();
    expect(problemsOf(reader)).toEqual([{ column: 'short-name', code: 'too-long', most: 120 }]);
  });

  it('is read from the first of two columns that mean the same', () => {
    const reader = readerOf({ 单位名称: '甲医院', 机构名称: '乙医院' });
    expect(reader.text('name', 120)).toBe('甲医院');
  });
});

describe('a cell of one word', () => {
  it.each([
    ['医院', 'hospital'],
    ['中医医院', 'hospital'],
    ['卫生院', 'township-health-centre'],
    ['社区卫生服务站', 'community-health-centre'],
    ['疾控中心', 'public-health'],
    ['诊所(门诊部)', 'clinic'],
    ['诊所（门诊部）', 'clinic'],
    ['卫 健 局', 'bureau'],
    ['科室', 'department'],
  ])('%s is a %s', (word, kind) => {
    const reader = readerOf({ 类别: word });
    expect(reader.word('kind', kindNames)).toBe(kind);
    expect(reader.problems).toEqual([]);
  });

  it.each([
    ['三甲', 'tertiary'],
    ['二级甲等', 'secondary'],
    ['一级', 'primary'],
    ['未定级', 'ungraded'],
  ])('%s is the level %s', (word, level) => {
    expect(readerOf({ 等级: word }).word('level', levelNames)).toBe(level);
  });

  it('that is none of the allowed ones is complained of, with the nearest', () => {
    const reader = readerOf({ 类别: '卫生完' });
    expect(reader.word('kind', kindNames)).toBeUndefined();
    const near = { near: '卫生院', text: '卫生完' };
    expect(problemsOf(reader)).toEqual([{ column: 'kind', code: 'unknown-word-near', ...near }]);
  });

  it('that is like none names all that are allowed', () => {
    const reader = readerOf({ 等级: '省级重点' });
    expect(reader.word('level', levelNames)).toBeUndefined();
    expect(problemsOf(reader)).toEqual([
      {
        column: 'level',
        code: 'unknown-word',
        text: '省级重点',
        allowed: '三级、二级、一级、未定级',
      },
    ]);
  });
});

describe('a cell of several words', () => {
  it('is parted by any of the marks people use, each word once, in one order', () => {
    for (const text of ['中医、多院区', '多院区，中医', '中医;多院区；中医', '多院区,中医,']) {
      expect(readerOf({ 标签: text }).words('tags', tagNames)).toEqual([
        'multi-campus',
        'traditional-medicine',
      ]);
    }
  });

  it('takes a key of another program as it is, and complains of each word it does not know', () => {
    const reader = readerOf({ 标签: 'ceiling、中医、示范医院' });
    expect(reader.words('tags', tagNames)).toEqual(['ceiling', 'traditional-medicine']);
    expect(problemsOf(reader)).toMatchObject([{ column: 'tags', text: '示范医院' }]);
  });

  it('is nothing where it is empty', () => {
    expect(readerOf({ 标签: '' }).words('tags', tagNames)).toBeUndefined();
  });
});

describe('a cell of a number', () => {
  it.each([
    ['320', 320],
    ['３２０', 320],
    ['1,200', 1200],
    ['80张', 80],
    ['12号', 12],
    ['100.0', 100],
    ['0', 0],
  ])('%s is %d', (text, number) => {
    expect(readerOf({ 床位数: text }).integer('beds')).toBe(number);
  });

  it.each(['约百张', '-5', '12.5', '1e3', '9999999999'])('%s is none', (text) => {
    const reader = readerOf({ 床位数: text });
    expect(reader.integer('beds')).toBeUndefined();
    expect(problemsOf(reader)).toEqual([{ column: 'beds', code: 'not-a-number', text }]);
  });
});

describe('a cell of a day', () => {
  it.each([
    '2026-07-01',
    '2026/7/1',
    '2026.7.1',
    '2026年7月1日',
    '2026 年 7 月 1 日',
    '２０２６-７-１',
    '20260701',
  ])('%s is the first of July', (text) => {
    expect(readerOf({ 开业日期: text }).day('opened-on')).toBe('2026-07-01');
  });

  it.each(['2026-13-01', '2026-02-30', '七月一日', '2026年7月', '1.7.2026'])(
    '%s is none',
    (text) => {
      const reader = readerOf({ 开业日期: text });
      expect(reader.day('opened-on')).toBeUndefined();
      expect(problemsOf(reader)).toEqual([{ column: 'opened-on', code: 'not-a-day', text }]);
    },
  );
});

describe('a cell of a decimal number', () => {
  it.each([
    ['88.60', '88.6'],
    ['８８．６', '88.6'],
    ['088', '88'],
    ['1,200.50', '1200.5'],
    ['93.2%', '93.2'],
    ['88.62分', '88.62'],
    ['0.1234', '0.1234'],
    ['0', '0'],
  ])('%s is exactly %s', (text, read) => {
    expect(readerOf({ 单位名称: text }).decimal('name')).toBe(read);
  });

  it.each([
    ['-1', 'not-a-decimal'],
    ['约九成', 'not-a-decimal'],
    ['1e3', 'not-a-decimal'],
    ['88.123456', 'too-many-places'],
  ])('%s is none: %s', (text, code) => {
    const reader = readerOf({ 单位名称: text });
    expect(reader.decimal('name')).toBeUndefined();
    expect(problemsOf(reader)).toEqual([{ column: 'name', code, text }]);
  });
});
