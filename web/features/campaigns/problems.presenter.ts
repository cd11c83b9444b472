import { campaignPartKinds } from '#schema/contracts/campaign/campaign.ts';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { CampaignProblem, Checks, Draft } from '#schema/contracts/campaigns.ts';
import { t } from '#web/shared/i18n.ts';
import { placeOf } from './draft-parts.ts';

const lists: Readonly<Record<string, CampaignPartKind>> = {
  clauses: 'clause',
  phases: 'phase',
  tasks: 'task',
  forms: 'form',
  registers: 'register',
  indicators: 'indicator',
  scorecards: 'scorecard',
  dictionaries: 'dictionary',
};

export type ProblemTarget = { readonly kind: CampaignPartKind; readonly key: string };

const isKind = (name: string): name is CampaignPartKind =>
  campaignPartKinds.some((kind) => kind === name);

/** `tasks/self-check-report/due` → the task; whatever stands in no list is the head. */
export const targetOf = ({ path }: Pick<CampaignProblem, 'path'>): ProblemTarget => {
  const [list = '', key = ''] = path.split('/');
  const kind = lists[list] ?? (isKind(list) ? list : undefined);
  return kind === undefined || key === '' ? { kind: 'head', key: 'head' } : { kind, key };
};

/** Where to jump: the part itself, or the clause where the part has no place of its own. */
export const placesOf = (problem: Pick<CampaignProblem, 'path' | 'clause'>): string[] => {
  const { kind, key } = targetOf(problem);
  const own = placeOf(kind, key);
  return problem.clause === undefined ? [own] : [own, placeOf('clause', problem.clause)];
};

/** 一致性检查（0 错 2 提醒 3 提示）. */
export const checksTitle = ({ counts }: Pick<Checks, 'counts'>): string =>
  t('campaigns.checks-count', counts);

const editable: ReadonlySet<CampaignPartKind> = new Set(['head', 'clause', 'phase', 'task']);

export const isEditableKind = (kind: CampaignPartKind): boolean => editable.has(kind);

/** How many errors and warnings concern a clause or something that hangs on it. */
export const countByClause = (problems: readonly CampaignProblem[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { clause, severity } of problems) {
    if (clause === undefined || severity === 'hint') continue;
    counts.set(clause, (counts.get(clause) ?? 0) + 1);
  }
  return counts;
};

/** Every part but the head carries a title or a number of its own. */
const titleIn = (body: unknown): string | undefined => {
  const { title, number } = body as { title?: Text; number?: string };
  return title === undefined ? number : textIn(title, 'zh-CN').value;
};

/** The title of the part that a problem is about: 医务人员医德考评结果. */
export const nameOfTarget = (
  draft: Pick<Draft, 'parts'>,
  problem: { path: string },
): string | undefined => {
  const { kind, key } = targetOf(problem);
  const part = draft.parts.find((each) => each.kind === kind && each.key === key);
  return part === undefined || kind === 'head' ? undefined : titleIn(part.body);
};
