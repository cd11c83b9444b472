import { describe, expect, test } from 'vitest';
import type { Run } from '#schema/contracts/bulletins.ts';
import { drawRuns, insertNode, readRuns, toChip } from './paragraph-dom.ts';

const rate: Extract<Run, { figure: unknown }> = {
  figure: {
    ref: { key: 'filings.on-time-rate' },
    label: '报送按时率',
    value: '96.4%',
    definition: '按时件数／应报送件数',
    asOf: Date.parse('2026-06-30T23:59:59.999+08:00'),
    href: '/figures/items?figure=filings.on-time-rate',
  },
  named: true,
};

const drawn = (runs: readonly Run[]): HTMLElement => {
  const element = document.createElement('div');
  drawRuns(element, runs);
  return element;
};

describe('a paragraph on the screen', () => {
  test('reads as a sentence and gives back what it was drawn from', () => {
    const runs: Run[] = [{ text: '上半年，' }, rate, { text: '。' }];
    const element = drawn(runs);
    expect(element.textContent).toBe('上半年，报送按时率96.4%。');
    expect(readRuns(element)).toEqual(runs);
  });

  test('shows 口径 and 截至 of a figure, which is one piece that nobody types in', () => {
    const chip = toChip(rate);
    expect(chip.title).toContain('按时件数／应报送件数');
    expect(chip.title).toContain('2026');
    expect(chip.getAttribute('contenteditable') ?? chip.contentEditable).toBe('false');
  });

  test('takes lines and pieces that the browser made as plain words', () => {
    const element = drawn([{ text: '甲' }]);
    element.appendChild(document.createElement('br'));
    element.appendChild(document.createTextNode('乙'));
    const line = document.createElement('div');
    line.textContent = '丙';
    element.appendChild(line);
    expect(readRuns(element)).toEqual([{ text: '甲\n乙\n丙' }]);
    expect(readRuns(drawn([]))).toEqual([]);
  });

  test('takes what is inserted at its end where nobody stands in it', () => {
    const element = drawn([{ text: '应报送' }]);
    insertNode(element, toChip(rate));
    insertNode(element, document.createTextNode('件。'));
    expect(readRuns(element)).toEqual([{ text: '应报送' }, rate, { text: '件。' }]);
  });
});
