import { describe, expect, test } from 'vitest';
import type { Column } from '#schema/contracts/campaign/form.ts';
import { isTable, readCells, readPastedTable } from './pasted-table.presenter.ts';
import { pastedValue, typedDecimal, typedInteger, typedMonth } from './typed-value.presenter.ts';

const columns: Column[] = [
  { kind: 'text', key: 'name', label: '名称' },
  { kind: 'long-text', key: 'practice', label: '做法和效果' },
  {
    kind: 'choice',
    key: 'open',
    label: '是否公开',
    options: [
      { key: 'yes', label: { zh: '是', en: 'Yes' } },
      { key: 'no', label: { zh: '否', en: 'No' } },
    ],
  },
];

describe('what Excel puts on the clipboard', () => {
  test('a cell with line breaks and quotes stays one cell, empty lines go', () => {
    expect(readCells('甲\t"第一行\n第二行 ""要点"""\r\n\t\r\n乙\t丙')).toEqual([
      ['甲', '第一行\n第二行 "要点"'],
      ['乙', '丙'],
    ]);
  });

  test('one cell is text, several are a table', () => {
    expect(isTable('廉洁从业')).toBe(false);
    expect(isTable('廉洁从业\n')).toBe(false);
    expect(isTable('甲\t乙')).toBe(true);
    expect(isTable('甲\n乙')).toBe(true);
  });
});

describe('pasted rows', () => {
  test('without heads the order of the form counts', () => {
    expect(readPastedTable('一站式\t合并窗口\t是', columns)).toEqual({
      rows: [{ name: '一站式', practice: '合并窗口', open: 'yes' }],
      unread: [],
      foreign: [],
    });
  });

  test('heads put the columns in any order, shortened names too, and say what is foreign', () => {
    const read = readPastedTable(
      '是否公开\t做法\t科室\t名称*\n否\t合并窗口\t门诊\t一站式',
      columns,
    );
    expect(read.rows).toEqual([{ open: 'no', practice: '合并窗口', name: '一站式' }]);
    expect(read.foreign).toEqual(['科室']);
  });

  test('a cell that cannot be understood is named and left empty', () => {
    const read = readPastedTable('一站式\t合并窗口\t大概', columns);
    expect(read.rows).toEqual([{ name: '一站式', practice: '合并窗口' }]);
    expect(read.unread).toEqual([{ row: 1, label: '是否公开', text: '大概' }]);
  });
});

describe('what is typed', () => {
  test('figures of any width become exact values, words stay words', () => {
    expect(typedInteger('１，２３４')).toBe(1234);
    expect(typedInteger('三十')).toBe('三十');
    expect(typedInteger('12.5')).toBe('12.5');
    expect(typedDecimal('007')).toBe('7');
    expect(typedDecimal('-.5')).toBe('-0.5');
    expect(typedDecimal('3.')).toBe('3');
    expect(typedDecimal('12.340')).toBe('12.340');
    expect(typedDecimal('3%')).toBe('3%');
    expect(typedMonth('2026年7月')).toBe('2026-07');
    expect(typedMonth('202607')).toBe('2026-07');
  });

  test('several options in one cell are taken together or not at all', () => {
    const many: Column = {
      kind: 'multiple-choice',
      key: 'kinds',
      label: '类别',
      options: [
        { key: 'a', label: '收费' },
        { key: 'b', label: '态度' },
      ],
    };
    expect(pastedValue(many, '态度、收费、态度')).toEqual(['b', 'a']);
    expect(pastedValue(many, '态度、其他')).toBeUndefined();
  });
});
