import { numbersInOutline, placeInOutline, stepInOutline } from '#plugins/sdk/drafting/outline.ts';
import type { MovedOutline, OutlineMove, OutlinePlace } from '#plugins/sdk/drafting/outline.ts';
import type { Clause } from '#schema/contracts/campaign/clause.ts';
import type { ChangeParts, Draft } from '#schema/contracts/campaigns.ts';
import { partsOf } from '#web/features/campaigns/draft-parts.ts';
import { t } from '#web/shared/i18n.ts';
import { announce } from '#web/ui/toast.component.tsx';
import { nameOf } from './hanging.ts';
import type { PartActs } from './part-acts.ts';

const withParent = (
  { parent: _parent, ...clause }: Clause,
  parent: string | undefined,
): Clause => ({
  ...clause,
  ...(parent === undefined ? {} : { parent }),
});

/** The change that brings a clause to its new place, over the order on the screen. */
const changeOfMove = (
  draft: Pick<Draft, 'parts'>,
  key: string,
  { keys, parent }: MovedOutline,
): ChangeParts => {
  const clauses = partsOf(draft, 'clause');
  const part = clauses.find((each) => each.key === key);
  const isElsewhere = part !== undefined && part.body.parent !== parent;
  return {
    ...(isElsewhere && {
      save: [{ kind: 'clause', key, version: part.version, body: withParent(part.body, parent) }],
    }),
    order: [{ kind: 'clause', seen: clauses.map((each) => each.key), keys }],
  };
};

const run = async (acts: PartActs, key: string, moved: MovedOutline | undefined) => {
  if (moved === undefined) return false;
  const isDone = await acts.change(changeOfMove(acts.draft(), key, moved));
  if (isDone) announce(t('plan.moved', { what: nameOf(acts.draft(), { kind: 'clause', key }) }));
  return isDone;
};

const nodesOf = (acts: PartActs) => partsOf(acts.draft(), 'clause').map(({ body }) => body);

/** One step up, down, in or out. */
export const moveClause = (acts: PartActs, key: string, move: OutlineMove): Promise<boolean> =>
  run(acts, key, stepInOutline(nodesOf(acts), key, move));

/** Dropped before, behind or inside another clause. */
export const dropClause = (
  acts: PartActs,
  key: string,
  at: { target: string; place: OutlinePlace },
): Promise<boolean> => run(acts, key, placeInOutline(nodesOf(acts), key, at));

/** The clauses whose number is not the one their place gives them. */
export const renumbering = (draft: Pick<Draft, 'parts'>): NonNullable<ChangeParts['save']> => {
  const clauses = partsOf(draft, 'clause');
  const numbers = numbersInOutline(clauses.map(({ body }) => body));
  return clauses.flatMap(({ key, version, body }) => {
    const number = numbers.get(key);
    if (number === undefined || number === body.number) return [];
    return [{ kind: 'clause' as const, key, version, body: { ...body, number } }];
  });
};
