import type { ScoreBound, SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { ScoreMaterial, ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';

/** Where there is something to read: points lost or won, or something still open. */
export const isNoteworthy = (node: SheetNode): boolean =>
  node.lines.length > 0 ||
  node.bounds.length > 0 ||
  node.note !== undefined ||
  node.state !== 'scored' ||
  node.children.some(isNoteworthy);

export const keysOf = (nodes: readonly SheetNode[]): string[] =>
  nodes.flatMap((node) => [node.key, ...keysOf(node.children)]);

export const noteworthyKeys = (nodes: readonly SheetNode[]): string[] =>
  nodes.filter(isNoteworthy).flatMap((node) => [node.key, ...noteworthyKeys(node.children)]);

export const countLines = (nodes: readonly SheetNode[], effect: 'deduct' | 'add'): number =>
  nodes.reduce(
    (sum, node) =>
      sum +
      node.lines.filter((line) => line.effect === effect && line.counted !== 0).length +
      countLines(node.children, effect),
    0,
  );

/** A bonus item has no full points: it can only add. */
export const fullWords = (node: SheetNode): string =>
  node.account === 'base' && node.full > 0 ? formatPoints(node.full) : '—';

export const scoreWords = (node: SheetNode): string => {
  if (node.state === 'not-applicable') return t('scoring.not-applicable');
  if (node.state === 'pending') return t('scoring.pending');
  return formatPoints(node.score);
};

export const changeWords = (node: SheetNode): string => {
  if (node.deduction !== 0) return `−${formatPoints(node.deduction)}`;
  return node.bonus === 0 ? '' : `+${formatPoints(node.bonus)}`;
};

/** A limit that bound, in words: 「扣分封顶：最多扣5分，按此少扣1分」. */
export const boundWords = (bound: ScoreBound): string =>
  t(`scoring.bound-${bound.kind}`, {
    limit: formatPoints(bound.limit),
    change: formatPoints(Math.abs(bound.change)),
  });

export const materialsOf = (
  ids: readonly string[],
  materials: readonly ScoreMaterial[],
): readonly ScoreMaterial[] =>
  ids.flatMap((id) => materials.find(({ submissionId }) => submissionId === id) ?? []);

export const isBonus = (node: SheetNode): boolean =>
  node.children.length > 0 ? node.children.every(isBonus) : node.account === 'bonus';

/** What is added stands apart from what full points are lost from. */
export const bonusNodes = (nodes: readonly SheetNode[]): readonly SheetNode[] =>
  nodes.filter(isBonus);

export const baseNodes = (nodes: readonly SheetNode[]): readonly SheetNode[] =>
  nodes.filter((node) => !isBonus(node));

/** The sentence on the use of a result is said once: the caption says it, the note need not again. */
export const noteBeside = ({ scorecard, caption }: ScoreSheetAnswer): string => {
  const said = localText(caption).replace(/^本/, '');
  const note = localText(scorecard.note);
  return note.includes(said) ? note.replace(said, '').replace(/[；;，,]\s*$/, '。') : note;
};

/** A veto in words: how far the unit comes at most, whatever its points. */
export const vetoWords = (
  { gradeAtMost }: { readonly gradeAtMost: string },
  { scorecard }: Pick<ScoreSheetAnswer, 'scorecard'>,
): string | undefined => {
  const grade = scorecard.grades.find(({ key }) => key === gradeAtMost);
  return grade && t('scoring.veto-cap', { grade: localText(grade.title) });
};
