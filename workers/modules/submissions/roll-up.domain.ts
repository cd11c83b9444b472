import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { ProblemEntry } from '#schema/contracts/problem.ts';
import type { Figure, RollUpFigure } from '#schema/contracts/roll-up.ts';

type Language = 'zh-CN' | 'en';

/** Which period of the lower task is added up: the same one, or all of them in a task asked once. */
export function occurrenceBelow(
  lower: Pick<Task, 'recurs'> | undefined,
  occurrence: string,
): string | undefined {
  return lower?.recurs !== undefined && occurrence !== 'once' ? occurrence : undefined;
}

/** Every figure that is not its sum and says not why: the field, the sum, and what to do. */
export function findUnexplained(
  form: Form,
  figures: readonly RollUpFigure[],
  language: Language,
): ProblemEntry[] {
  return figures
    .filter(({ field, standing }) => standing === 'unexplained' || isLeftOut(form, field, standing))
    .map(({ field, figure, sum }) => ({
      path: field,
      code: 'submissions.roll-up-differs',
      message: words[language](labelOf(form, field, language), figure, sum),
    }));
}

/** What the form works out by itself may be absent; a sum that nobody has taken may not. */
function isLeftOut(form: Form, key: string, standing: RollUpFigure['standing']): boolean {
  const isComputed = form.fields.some((field) => field.key === key && field.kind === 'computed');
  return standing === 'open' && !isComputed;
}

type Said = (label: string, figure: Figure | undefined, sum: Figure) => string;
const words: Readonly<Record<Language, Said>> = {
  'zh-CN': (label, figure, sum) =>
    figure === undefined
      ? `“${label}”还没有取汇总数（现为 ${sum}），请更新汇总数。`
      : `“${label}”填报 ${figure}，与已审各单位的汇总数 ${sum} 不一致。请更新汇总数，或填写调整原因。`,
  en: (label, figure, sum) =>
    figure === undefined
      ? `“${label}” has no figure yet; the sum is ${sum}. Take the sums.`
      : `“${label}” is ${figure}, the sum of the accepted filings is ${sum}. Take the sums, or give the reason for the adjusted figure.`,
};

function labelOf(form: Form, key: string, language: Language): string {
  const field = form.fields.find((each) => each.key === key);
  return field === undefined ? key : textIn(field.label, language).value;
}
