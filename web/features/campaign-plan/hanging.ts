import { branchOf } from '#plugins/sdk/drafting/outline.ts';
import { assembleCampaign, headKey } from '#plugins/sdk/parts.ts';
import type { CampaignPart } from '#plugins/sdk/parts.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { CampaignProblem, Draft, DraftPart } from '#schema/contracts/campaigns.ts';
import { clauseHeading } from '#web/features/campaigns/clause-view.presenter.ts';
import { partsOf } from '#web/features/campaigns/draft-parts.ts';
import { t } from '#web/shared/i18n.ts';
import type { Address } from './part-changes.ts';

type Parts = Pick<Draft, 'parts'>;

const hangs = ['phase', 'task', 'register', 'indicator'] as const;

/** Forms that only these tasks use go with them. */
const formsOf = (draft: Parts, tasks: ReadonlySet<string>): Address[] => {
  const all = partsOf(draft, 'task');
  const used = new Set(all.filter(({ key }) => !tasks.has(key)).map(({ body }) => body.form));
  const registers = partsOf(draft, 'register').map(({ body }) => body.form);
  const own = new Set(all.filter(({ key }) => tasks.has(key)).map(({ body }) => body.form));
  return [...own]
    .filter((form) => !used.has(form) && !registers.includes(form))
    .filter((form) => draft.parts.some(({ kind, key }) => kind === 'form' && key === form))
    .map((key) => ({ kind: 'form' as const, key }));
};

/** The part itself first, then everything that goes when it goes. */
export const goesWith = (draft: Parts, address: Address): Address[] => {
  if (address.kind === 'task') return [address, ...formsOf(draft, new Set([address.key]))];
  if (address.kind !== 'clause') return [address];
  const clauses = partsOf(draft, 'clause').map(({ body }) => body);
  const branch = branchOf(clauses, address.key);
  const hung = hangs.flatMap((kind) =>
    partsOf(draft, kind)
      .filter(({ body }) => body.clause !== undefined && branch.includes(body.clause))
      .map(({ key }) => ({ kind, key })),
  );
  const tasks = new Set(hung.filter(({ kind }) => kind === 'task').map(({ key }) => key));
  return [
    address,
    ...branch.filter((key) => key !== address.key).map((key) => ({ kind: 'clause' as const, key })),
    ...hung,
    ...formsOf(draft, tasks),
  ];
};

/** 条款“（一）自查自纠”, 任务“自查情况报告”. */
const nameOfPart = (part: Pick<DraftPart, 'kind' | 'body'>): string => {
  const { title, number, words } = part.body as { title?: Text; number?: string; words?: string };
  const text = title === undefined ? undefined : textIn(title, 'zh-CN').value;
  const begun = Array.from(words ?? '')
    .slice(0, 16)
    .join('');
  const name = part.kind === 'clause' ? clauseHeading(number ?? '', text ?? begun) : text;
  return t('plan.named', { kind: t(`plan.kind-${part.kind}`), name: name || t('plan.untitled') });
};

export const nameOf = (draft: Parts, { kind, key }: Address): string => {
  const part = draft.parts.find((each) => each.kind === kind && each.key === key);
  return part === undefined ? '' : nameOfPart(part);
};

const withoutParts = (draft: Parts, gone: readonly Address[]) => ({
  parts: draft.parts.filter(
    (part) => !gone.some(({ kind, key }) => part.kind === kind && part.key === key),
  ),
});

/** The server stores nothing that the schema of its kind does not accept. */
const campaignOf = (draft: Parts) =>
  assembleCampaign(draft.parts as readonly DraftPart[] as readonly CampaignPart[]);

/** What would still name something that is gone, found by the rule of the check itself. */
export const leftBehind = async (
  draft: Parts,
  gone: readonly Address[],
): Promise<CampaignProblem[]> => {
  if (!draft.parts.some(({ key }) => key === headKey)) return [];
  const { references } = await import('#plugins/sdk/check/rules/references.ts');
  const idle = {} as Parameters<typeof references>[1];
  const before = new Set(references(campaignOf(draft), idle).map(({ path }) => path));
  return references(campaignOf(withoutParts(draft, gone)), idle).filter(
    ({ path }) => !before.has(path),
  );
};
