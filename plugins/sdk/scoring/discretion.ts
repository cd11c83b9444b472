import type { DiscretionTable } from '#schema/contracts/campaign/discretion-table.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { parsePoints, printPoints } from '../points/points.ts';
import { phraseOf, type Phrase } from './phrases.ts';

type Cell = DiscretionTable['cells'][number];

/** What a person decided inside the table, or why it does not stand. */
export type DiscretionOutcome =
  | { state: 'within'; amount: number; cell: Cell; reason: Phrase }
  | { state: 'outside' | 'no-reason' | 'no-rule'; cell: Cell | null; reason: Phrase };

/** The range for a situation of a seriousness; nothing where the table has none. */
export function discretionFor(
  table: DiscretionTable,
  situation: string,
  seriousness: string,
): Cell | undefined {
  return table.cells.find(
    (cell) => cell.situation === situation && cell.seriousness === seriousness,
  );
}

/** R49: holds a decision against the table; a figure without a reason never stands. */
export function judgeDiscretion(
  table: DiscretionTable,
  decision: { situation: string; seriousness: string; amount: string; reason: string },
): DiscretionOutcome {
  const cell = discretionFor(table, decision.situation, decision.seriousness);
  if (cell === undefined) {
    const reason = { zh: '裁量基准没有这一情形', en: 'the table has no such case' };
    return { state: 'no-rule', cell: null, reason };
  }
  if (decision.reason.trim() === '') {
    const reason = { zh: '裁量须写明理由', en: 'discretion needs a reason' };
    return { state: 'no-reason', cell, reason };
  }
  const amount = parsePoints(decision.amount);
  const unit = phraseOf(table.unit);
  const [min, max] = [parsePoints(cell.min), parsePoints(cell.max)];
  if (amount < min || amount > max) {
    const reason = {
      zh: `应在${cell.min}至${cell.max}${unit.zh}之间，拟定${decision.amount}${unit.zh}`,
      en: `between ${cell.min} and ${cell.max} ${unit.en}, not ${decision.amount}`,
    };
    return { state: 'outside', cell, reason };
  }
  const names = (list: DiscretionTable['situations'], key: string) =>
    list.find((each) => each.key === key)?.title ?? key;
  const situation = names(table.situations, decision.situation);
  const seriousness = names(table.seriousness, decision.seriousness);
  const told = printPoints(amount);
  const reason = {
    zh: `${textIn(situation, 'zh-CN').value}、${textIn(seriousness, 'zh-CN').value}：${told}${unit.zh}（${decision.reason}）`,
    en: `${textIn(situation, 'en').value}, ${textIn(seriousness, 'en').value}: ${told} ${unit.en} (${decision.reason})`,
  };
  return { state: 'within', amount, cell, reason };
}
