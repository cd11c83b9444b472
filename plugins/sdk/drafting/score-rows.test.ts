import { describe, expect, it } from 'vitest';
import { readScoreRows } from './score-rows.ts';
import { readCells } from './task-rows.ts';

const read = (text: string) => readScoreRows(readCells(text));
const pricesOf = (words: string, title = '甲') =>
  read(`考评项目\t分值\t评分标准\n${title}\t10\t${words}`).rows[0]?.prices;

const pasted = [
  '类别\t考评项目\t分值\t评分标准',
  '报送情况\t报送及时\t15分\t每迟报一次扣0.5分，漏报一次扣1分，扣完为止。',
  '\t报送质量\t10\t由评分人逐条登记扣分和理由。',
  '加分项\t典型做法\t5\t每项加1分，最多加5分。',
].join('\n');

describe('a table of points from a spreadsheet', () => {
  it('has its groups, merged cells going on with the one above', () => {
    const { rows } = read(pasted);
    expect(rows.map(({ group, title, points }) => [group, title, points])).toEqual([
      ['报送情况', '报送及时', '15'],
      ['报送情况', '报送质量', '10'],
      ['加分项', '典型做法', '5'],
    ]);
    expect(rows.map(({ account }) => account)).toEqual(['base', 'base', 'bonus']);
    expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
    expect(rows[0]?.words).toBe('每迟报一次扣0.5分，漏报一次扣1分，扣完为止。');
  });

  it.each([
    ['每迟报一次扣0.5分', [{ noun: '迟报', amount: '0.5' }]],
    ['每发现一例扣2分', [{ noun: undefined, amount: '2' }]],
    ['每少一项扣1分，扣完为止', [{ noun: '少', amount: '1' }]],
    ['每收受红包1例扣10分', [{ noun: '收受红包', amount: '10' }]],
    [
      '每迟报一次扣0.5分，漏报一次扣1分，扣完为止。',
      [
        { noun: '迟报', amount: '0.5' },
        { noun: '漏报', amount: '1' },
      ],
    ],
    ['首次扣0.2分，同一报送件再次退回扣0.5分', []],
    ['由评分人逐条登记', []],
    ['未成立领导小组的扣5分', []],
  ])('%s is priced as it says, and not where it names no price', (words, prices) => {
    expect(pricesOf(words)).toEqual(prices);
  });

  it('earns only what is an extra', () => {
    expect(pricesOf('每项加1分')).toEqual([]);
    expect(pricesOf('每项加1分', '加分：典型做法')).toEqual([{ noun: undefined, amount: '1' }]);
    expect(pricesOf('本平台建议：市级以上表扬每次加2分', '加分：表扬')).toEqual([
      { noun: '市级以上表扬', amount: '2' },
    ]);
  });

  it('says which row cannot be taken', () => {
    const { rows } = read('项目\t分值\n\t5\n甲\t\n乙\t十分\n乙\t3');
    expect(rows.map((row) => row.faults.map(({ column, code }) => `${column} ${code}`))).toEqual([
      ['title missing'],
      ['points missing'],
      ['points unreadable'],
      ['title twice'],
    ]);
    expect(read('报送及时\t15').columns).toEqual({});
  });
});
