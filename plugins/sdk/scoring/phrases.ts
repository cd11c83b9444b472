import { textIn, type Text } from '#schema/contracts/campaign/text.ts';
import { printPoints } from '../points/points.ts';

/** A piece of a sentence in both languages. */
export type Phrase = { readonly zh: string; readonly en: string };

/** Both languages of a text; English falls back to Chinese. */
export function phraseOf(text: Text): Phrase {
  return { zh: textIn(text, 'zh-CN').value, en: textIn(text, 'en').value };
}

export function quantityPhrase(count: number, noun: Phrase, unit: Phrase): Phrase {
  return { zh: `${count}${unit.zh}${noun.zh}`, en: `${count} × ${noun.en}` };
}

/** Adds what a reader wants in brackets: 1次迟报（9月30日应报，10月8日报）. */
export function withDetail(phrase: Phrase, detail: Text | undefined): Phrase {
  if (detail === undefined) return phrase;
  const inner = phraseOf(detail);
  return { zh: `${phrase.zh}（${inner.zh}）`, en: `${phrase.en} (${inner.en})` };
}

function leadIn(effect: 'deduct' | 'add', amount: number, counted: number): Phrase {
  const zh = effect === 'deduct' ? '扣' : '加';
  const en = effect === 'deduct' ? 'deducted' : 'added';
  if (amount === 0) return { zh: `不${zh}分`, en: `nothing ${en}` };
  const said = printPoints(amount);
  const points = said === '1' ? 'point' : 'points';
  if (counted === amount) return { zh: `${zh}${said}分`, en: `${said} ${points} ${en}` };
  if (counted === 0) {
    return {
      zh: `不再${zh}分（按标准${zh}${said}分，已到上限）`,
      en: `nothing more ${en} (the standard says ${said} points, the limit is reached)`,
    };
  }
  const left = printPoints(counted);
  return {
    zh: `${zh}${left}分（按标准${zh}${said}分，受上限限制）`,
    en: `${left} points ${en} (the standard says ${said} points, limited by a cap)`,
  };
}

/** The whole sentence of a line: 扣0.5分：1次迟报（…）. */
export function reasonOf(
  effect: 'deduct' | 'add',
  amount: number,
  counted: number,
  phrase: Phrase,
): { zh: string; en: string } {
  const lead = leadIn(effect, amount, counted);
  return { zh: `${lead.zh}：${phrase.zh}`, en: `${lead.en}: ${phrase.en}` };
}

export const phrases = {
  notMeasured: (fact: string): Phrase => ({
    zh: `尚无数据（${fact}）`,
    en: `not measured yet (${fact})`,
  }),
  wrongKind: (fact: string): Phrase => ({
    zh: `数据类型与评分标准不符（${fact}）`,
    en: `the kind of data does not fit the standard (${fact})`,
  }),
  unknownCategory: (id: string): Phrase => ({
    zh: `有事件未列入评分标准的类别（${id}）`,
    en: `an event is of no category the standard prices (${id})`,
  }),
  undated: (id: string): Phrase => ({
    zh: `有事件缺少日期，无法按期封顶（${id}）`,
    en: `an event has no date, its period cannot be capped (${id})`,
  }),
  outOfRange: (from: number, to: number): Phrase => ({
    zh: `打分应在${printPoints(from)}至${printPoints(to)}分之间`,
    en: `the figure must lie between ${printPoints(from)} and ${printPoints(to)} points`,
  }),
  noReason: { zh: '酌情打分须写明理由', en: 'a figure by discretion needs a reason' },
  nothingToDo: { zh: '没有应办事项', en: 'there was nothing to do' },
  applicabilityUnknown: {
    zh: '是否适用尚无数据',
    en: 'not known yet whether the item applies',
  },
  deductedThoughNotApplicable: {
    zh: '已登记扣分，但本项不适用，请核实',
    en: 'a deduction is recorded although the item does not apply',
  },
  doesNotApply: { zh: '本项不适用', en: 'the item does not apply' },
} as const;
