import { describe, expect, it } from 'vitest';
import { guessKind, readParagraphs } from './paragraphs.ts';

const pasted = `
各区县卫生健康局：现将工作方案印发给你们。
一、工作目标
树立风清气正的行业新风尚。
二、重点任务
　　（一）开展自查自纠。各医疗机构要在2026年11月15日前将自查情况报送医政科。
1.自查范围；
2．自查内容。
(1) 收费行为
（二）加强组织领导
三、责任追究。对瞒报漏报的，严肃问责。
`;

describe('a pasted document', () => {
  const read = readParagraphs(pasted);

  it('becomes clauses with their numbers and their place in the outline', () => {
    expect(read.map(({ number, depth }) => [number, depth])).toEqual([
      ['引言', 0],
      ['一', 0],
      ['二', 0],
      ['（一）', 1],
      ['1', 2],
      ['2', 2],
      ['（1）', 3],
      ['（二）', 1],
      ['三', 0],
    ]);
  });

  it('keeps every word, and lines without a number go on with what stands before', () => {
    expect(read[1]?.words).toBe('一、工作目标\n树立风清气正的行业新风尚。');
    const letters = (text: string) => text.replace(/\s/gu, '');
    expect(letters(read.map(({ words }) => words).join(''))).toBe(letters(pasted));
  });

  it('takes a heading that is run in, and none where the paragraph is one long sentence', () => {
    expect(read.map(({ title }) => title)).toEqual([
      undefined,
      '工作目标',
      '重点任务',
      '开展自查自纠',
      undefined,
      '自查内容',
      '收费行为',
      '加强组织领导',
      '责任追究',
    ]);
    const [long] = readParagraphs('一、各医疗机构要切实承担起行业作风建设的主体责任。');
    expect(long?.title).toBeUndefined();
  });

  it('numbered by chapters and articles has those levels', () => {
    const law = readParagraphs(
      '第一章 总则\n第一条 为了规范管理。\n第二条 本办法所称单位。\n第二章 罚则',
    );
    expect(law.map(({ number, depth }) => [number, depth])).toEqual([
      ['第一章', 0],
      ['第一条', 1],
      ['第二条', 1],
      ['第二章', 0],
    ]);
  });

  it('takes no date and no decimal for a number', () => {
    const [one, ...more] = readParagraphs('一、要求\n2026年11月15日前完成。\n1.5倍以上的');
    expect(more).toEqual([]);
    expect(one?.words.split('\n')).toHaveLength(3);
  });

  it('has its stages and its 一是、二是 in the outline too', () => {
    const stages = readParagraphs(
      '三、方法步骤\n第一阶段：学习动员（1月底前）\n（一）自查。\n一是明确形式。\n二是明确清单。\n第二阶段：整改',
    );
    expect(stages.map(({ number, depth }) => [number, depth])).toEqual([
      ['三', 0],
      ['第一阶段', 1],
      ['（一）', 2],
      ['一是', 3],
      ['二是', 3],
      ['第二阶段', 1],
    ]);
    expect(readParagraphs('一、要求\n一是').length).toBe(1);
  });

  it('may give every paragraph without a number a place of its own', () => {
    const each = readParagraphs(
      '现印发给你们。\n请认真落实。\n一、要求\n要重视。\n11月1日前报送总结。\n（一）领导\n要带头。\n二、步骤',
      'split',
    );
    expect(each.map(({ number, depth, kind }) => [number, depth, kind])).toEqual([
      ['引言', 0, 'principle'],
      ['引言·2', 0, 'principle'],
      ['一', 0, 'principle'],
      ['一·1', 1, 'principle'],
      ['一·2', 1, 'task'],
      ['（一）', 1, 'principle'],
      ['（一）·1', 2, 'principle'],
      ['二', 0, 'principle'],
    ]);
    expect(each.map(({ words }) => words)[1]).toBe('请认真落实。');
  });

  it('of nothing is nothing', () => {
    expect(readParagraphs(' \n　\n')).toEqual([]);
  });
});

describe('the kind of a clause', () => {
  it.each([
    ['各单位于11月15日前完成。', 'task'],
    ['将自查情况书面报医政科。', 'task'],
    ['每季度开展一次检查。', 'routine'],
    ['满意度达到90%。', 'target'],
    ['对失职的严肃问责。', 'accountability'],
    ['根据国家卫生健康委的部署，制定本方案。', 'basis'],
    ['坚持以人民健康为中心。', 'principle'],
  ] as const)('%s sounds like %s', (words, kind) => {
    expect(guessKind(words)).toBe(kind);
  });
});
