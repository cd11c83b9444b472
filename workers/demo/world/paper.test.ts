import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';
import { makePaper } from './paper.ts';

const paper = makePaper(['审签单', '澄川市第一人民医院']);
const text = new TextDecoder('latin1').decode(paper);

test('a paper is a PDF by its content', async () => {
  expect((await fileTypeFromBuffer(paper))?.mime).toBe('application/pdf');
});

test('its table of contents points at its objects', () => {
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const offsets = Array.from(text.matchAll(/^(\d{10}) 00000 n/gm), ([, at]) => Number(at));
  expect(offsets).toHaveLength(7);
  offsets.forEach((at, index) => {
    expect(text.slice(at).startsWith(`${index + 1} 0 obj`)).toBe(true);
  });
});

test('it names the unit, in the letters that a reader will see', () => {
  const hex = Array.from('澄川市', (letter) => letter.charCodeAt(0).toString(16).toUpperCase());
  expect(text).toContain(hex.join(''));
  expect(makePaper(['审签单', '另一家医院'])).not.toEqual(paper);
});
