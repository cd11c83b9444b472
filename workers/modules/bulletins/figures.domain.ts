import type { FrozenFigure } from '#schema/contracts/bulletins.ts';
import type { Figure } from '#schema/contracts/figures.ts';

const absent: Readonly<Record<string, string>> = {
  'not-set': '未设此指标',
  'not-reported': '未报',
  insufficient: '样本不足',
  incomparable: '口径不一，不可比',
  'not-applicable': '不适用',
  'not-computed': '不能按时点计算',
  'not-imported': '未导入',
};

/** Whole tenths of a per cent, rounded half up, by whole numbers only. */
function percent(numerator: number, denominator: number): string {
  const tenths = Math.floor((numerator * 2000 + denominator) / (denominator * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** A mean of whole numbers with one place, rounded half up. */
function mean(numerator: number, denominator: number): string {
  const tenths = Math.floor((numerator * 20 + denominator) / (denominator * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** As a paper writes it: 2622件, 96.4%, or the word for what is not there; never a zero for that. */
export function valueWords({
  form,
  numerator,
  denominator,
  unit,
  absent: missing,
}: Pick<Figure, 'form' | 'numerator' | 'denominator' | 'unit' | 'absent'>): string {
  if (missing !== undefined) return absent[missing] ?? missing;
  if (numerator === undefined) return '未报';
  if (form === 'count') return `${numerator}${unit.zh}`;
  if (denominator === undefined || denominator === 0) return '不适用';
  if (form === 'mean') return `${mean(numerator, denominator)}${unit.zh}`;
  return percent(numerator, denominator);
}

/** A figure as it is kept in a paper: what it was then, its 口径, and where it is listed. */
export function freeze(figure: Figure, campaign: string): FrozenFigure {
  const { key, of, title, statement, asOf, href } = figure;
  return {
    ref: { key, campaign },
    label: `${of?.zh ?? ''}${title.zh}`.slice(0, 60),
    value: valueWords(figure).slice(0, 60),
    definition: statement.zh.slice(0, 400),
    asOf,
    href: href.slice(0, 400),
  };
}
