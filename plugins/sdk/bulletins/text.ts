import type { BulletinPartBody, FrozenFigure, Run } from '#schema/contracts/bulletins.ts';

/** What a figure says in a sentence: its value, or its name and value. */
export function figureText(figure: Pick<FrozenFigure, 'label' | 'value'>, named = false): string {
  return named ? `${figure.label}${figure.value}` : figure.value;
}

export function runText(run: Run): string {
  return 'text' in run ? run.text : figureText(run.figure, run.named);
}

/** A part as it is read: a paragraph's words with its figures in place. */
export function partText(body: BulletinPartBody): string {
  switch (body.kind) {
    case 'heading':
      return body.text;
    case 'paragraph':
      return body.runs.map(runText).join('');
    case 'table':
      return [body.title, ...body.figures.map((figure) => figureText(figure, true))].join('\n');
  }
}

export function figuresOf(body: BulletinPartBody): FrozenFigure[] {
  switch (body.kind) {
    case 'heading':
      return [];
    case 'paragraph':
      return body.runs.flatMap((run) => ('figure' in run ? [run.figure] : []));
    case 'table':
      return body.figures;
  }
}

/** The same part with its figures read anew; what `read` does not know stays as it was. */
export function withFigures(
  body: BulletinPartBody,
  read: (figure: FrozenFigure) => FrozenFigure | undefined,
): BulletinPartBody {
  switch (body.kind) {
    case 'heading':
      return body;
    case 'paragraph':
      return {
        ...body,
        runs: body.runs.map((run) =>
          'figure' in run ? { ...run, figure: read(run.figure) ?? run.figure } : run,
        ),
      };
    case 'table':
      return { ...body, figures: body.figures.map((figure) => read(figure) ?? figure) };
  }
}

/** A part that says nothing yet: a sentence frame nobody finished, a heading without words. */
export function isEmptyPart(body: BulletinPartBody): boolean {
  return body.kind === 'table' ? body.figures.length === 0 : partText(body).trim() === '';
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 … 九十九, as official papers number their sections. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : digits[ones]}`;
}

/** 一、 for a section and （一） for what stands in it, by the place alone. */
export function numberHeadings<Part extends { body: BulletinPartBody }>(
  parts: readonly Part[],
): (Part & { mark: string })[] {
  let first = 0;
  let second = 0;
  return parts.map((part) => {
    const { body } = part;
    if (body.kind !== 'heading' || isEmptyPart(body)) return { ...part, mark: '' };
    if (body.level === 1) {
      first += 1;
      second = 0;
      return { ...part, mark: `${chineseNumber(first)}、` };
    }
    second += 1;
    return { ...part, mark: `（${chineseNumber(second)}）` };
  });
}
