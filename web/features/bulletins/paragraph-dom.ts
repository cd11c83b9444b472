import { figureText } from '#plugins/sdk/bulletins/text.ts';
import type { Run } from '#schema/contracts/bulletins.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';

type FigureRun = Extract<Run, { figure: unknown }>;

/** 口径 and 截至, as they show when one points at a figure. */
export const figureTitle = ({ figure }: FigureRun): string =>
  t('bulletins.figure-title', {
    label: figure.label,
    definition: figure.definition,
    asOf: formatInstant(figure.asOf),
  });

/** A figure in the text: one piece that is deleted whole, with its words for who copies them. */
export const toChip = (run: FigureRun): HTMLElement => {
  const chip = document.createElement('span');
  chip.className = 'figure-chip';
  chip.contentEditable = 'false';
  chip.dataset['figure'] = JSON.stringify(run);
  chip.title = figureTitle(run);
  chip.textContent = figureText(run.figure, run.named);
  return chip;
};

export const drawRuns = (element: HTMLElement, runs: readonly Run[]): void => {
  const nodes = runs.map((run) =>
    'text' in run ? document.createTextNode(run.text) : toChip(run),
  );
  element.replaceChildren(...nodes);
};

/** What the chip was drawn from: the program's own words, which nobody types. */
const runOf = (words: string): Run => JSON.parse(words) as Run;

const pieces = (node: Node): Run[] => {
  if (node.nodeType === Node.TEXT_NODE) return [{ text: node.textContent ?? '' }];
  if (!(node instanceof HTMLElement)) return [];
  const figure = node.dataset['figure'];
  if (figure !== undefined) return [runOf(figure)];
  if (node.tagName === 'BR') return [{ text: '\n' }];
  const inner = Array.from(node.childNodes).flatMap(pieces);
  return node.tagName === 'DIV' ? [{ text: '\n' }, ...inner] : inner;
};

/** The paragraph as it stands on the screen: words that touch are one piece. */
export const readRuns = (element: HTMLElement): Run[] => {
  const runs: Run[] = [];
  for (const piece of Array.from(element.childNodes).flatMap(pieces)) {
    const last = runs[runs.length - 1];
    if ('text' in piece && last !== undefined && 'text' in last) {
      runs[runs.length - 1] = { text: last.text + piece.text };
    } else if (!('text' in piece) || piece.text !== '') runs.push(piece);
  }
  return runs;
};

/** Behind the caret where it stands in the paragraph, at its end otherwise. */
export const insertNode = (element: HTMLElement, node: Node): void => {
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  if (range === undefined || !element.contains(range.startContainer)) {
    element.appendChild(node);
    return;
  }
  range.deleteContents();
  range.insertNode(node);
  range.setStartAfter(node);
  range.collapse(true);
};
