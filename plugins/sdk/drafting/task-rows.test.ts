import { describe, expect, it } from 'vitest';
import { readCells, readTaskRows } from './task-rows.ts';

const given = {
  year: 2026,
  offices: [
    { key: 'conduct', title: '行风办' },
    { key: 'medical', title: '医政医管科' },
  ],
  clauses: [
    { key: 'goal', number: '一', title: '工作目标' },
    { key: 'check', number: '（一）', title: '开展自查' },
  ],
  titles: ['年度总结'],
};

const pasted = [
  '任务名称\t截止时间\t报给\t填报单位\t条款\t盖章\t纸质件\t预计用时（分钟）',
  '自查情况报告\t11月13日前\t医政医管科\t二级以上公立医院\t（一）开展自查\t是\t2份\t90',
  '"问题\n清单"\t8月底\t医政\t各医疗机构\t开展自查\t否\t\t',
].join('\r\n');

describe('rows of a spreadsheet', () => {
  it('become tasks by the headings of their columns', () => {
    const { rows } = readTaskRows(readCells(pasted), given);
    expect(rows).toMatchObject([
      {
        line: 2,
        title: '自查情况报告',
        due: { kind: 'on', on: '2026-11-13', wording: '11月13日前' },
        to: 'medical',
        audience: {
          all: [
            { kind: ['hospital'] },
            { level: ['tertiary', 'secondary'] },
            { ownership: ['public'] },
          ],
        },
        clause: 'check',
        stamp: true,
        copies: 2,
        minutes: 90,
        faults: [],
      },
      {
        line: 3,
        title: '问题\n清单',
        due: { kind: 'month-part', part: 'end' },
        to: 'medical',
        clause: 'check',
        stamp: false,
        copies: 0,
        minutes: undefined,
        faults: [],
      },
    ]);
  });

  it('may come in any order of columns, and without some of them', () => {
    const text = '截止日期\t无关\t工作任务\n2026-9-1\t甲\t月报';
    const { columns, rows } = readTaskRows(readCells(text), given);
    expect(columns).toEqual({ title: 2, due: 0 });
    expect(rows[0]).toMatchObject({ title: '月报', to: undefined, clause: undefined, faults: [] });
  });

  it('name what cannot be understood, and guess nothing in its place', () => {
    const text = [
      '任务名称\t截止\t报给\t对象\t条款\t用时',
      '\t尽快\t财务科\t有关方面\t（九）\t0',
      '年度总结\t\t\t\t\t',
      '甲\t9月1日\t\t\t\t',
      '甲\t9月2日\t\t\t\t',
    ].join('\n');
    const { rows } = readTaskRows(readCells(text), given);
    expect(rows.map(({ faults }) => faults.map(({ column, code }) => `${column} ${code}`))).toEqual(
      [
        [
          'title missing',
          'due unreadable',
          'audience unreadable',
          'to unknown',
          'clause unknown',
          'minutes unreadable',
        ],
        ['title taken', 'due missing'],
        [],
        ['title twice'],
      ],
    );
    expect(rows[0]?.faults[1]).toMatchObject({ value: '尽快' });
  });
});
