import { describe, expect, it } from 'vitest';
import { readFieldRows } from './field-rows.ts';
import { readCells } from './task-rows.ts';

const read = (text: string, labels: readonly string[] = []) =>
  readFieldRows(readCells(text), labels);
const brief = (text: string) => read(text).map(({ label, kind }) => [label, kind]);

const pasted = [
  '填报项目\t类型\t必填\t计量单位\t选项\t所属表格\t填报说明',
  '查处情况\t分节标题\t\t\t\t\t',
  '查处件数\t整数\t是\t件\t\t\t按立案口径',
  '退还金额\t金额\t√\t\t\t\t',
  '发现途径\t多选\t否\t\t群众来信、来电；自查；上级交办\t\t',
  '整改明细\t表格\t\t\t\t\t',
  '问题\t单行文字\t\t\t\t整改明细\t',
  '责任岗位\t岗位\t\t\t\t整改明细\t',
  '合计\t自动计算\t\t\t查处件数\t\t',
].join('\n');

describe('rows of a spreadsheet as fields of a form', () => {
  it('are read by the headings of their columns', () => {
    const rows = read(pasted);
    expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
    expect(rows.map(({ kind, table }) => [kind, table])).toEqual([
      ['section', undefined],
      ['integer', undefined],
      ['money', undefined],
      ['multiple-choice', undefined],
      ['table', undefined],
      ['text', '整改明细'],
      ['post', '整改明细'],
      ['computed', undefined],
    ]);
    expect(rows[1]).toMatchObject({ required: true, unit: '件', hint: '按立案口径', line: 3 });
    expect(rows[3]).toMatchObject({
      required: false,
      options: ['群众来信、来电', '自查', '上级交办'],
    });
    expect(rows[7]).toMatchObject({ options: ['查处件数'] });
  });

  it('without headings are names, and a name says what it asks for', () => {
    expect(brief('培训人次数\n按时整改率\n退还金额\n完成时限\n主要做法\n联系人')).toEqual([
      ['培训人次数', 'integer'],
      ['按时整改率', 'decimal'],
      ['退还金额', 'money'],
      ['完成时限', 'date'],
      ['主要做法', 'long-text'],
      ['联系人', 'text'],
    ]);
    expect(read('是否成立领导小组')[0]).toMatchObject({ kind: 'choice', options: ['是', '否'] });
  });

  it('that cannot be understood say in which column, and what', () => {
    const rows = read(
      '项目名称\t类型\t选项\t所属表格\n\t整数\t\t\n甲\t曲线图\t\t\n乙\t单选\t只有一个\t\n丙\t整数\t\t没有的表\n丙\t合计\t丁\t\n丙\t整数\t\t',
    );
    const faults = rows.map((row) =>
      row.faults.map(({ column, code, value }) => [column, code, value]),
    );
    expect(faults).toEqual([
      [['label', 'missing', '']],
      [['kind', 'unreadable', '曲线图']],
      [['options', 'missing', '']],
      [['table', 'unknown', '没有的表']],
      [['options', 'unknown', '丁']],
      [['label', 'twice', '丙']],
    ]);
  });

  it('may add up what the form asks already, and put no file into a table', () => {
    const sum = '项目名称\t类型\t选项\n合计\t合计\t甲、乙';
    expect(read(sum, ['甲', '乙'])[0]?.faults).toEqual([]);
    const table = '项目名称\t类型\t所属表格\n明细\t表格\t\n照片\t附件\t明细';
    expect(read(table)[1]?.faults).toMatchObject([{ column: 'table', code: 'unknown' }]);
    expect(read('')).toEqual([]);
  });
});
