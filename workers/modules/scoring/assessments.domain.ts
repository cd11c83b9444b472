import type {
  Assessment,
  AssessmentChain,
  Confirmation,
} from '#schema/contracts/campaign/score-combination.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Grant, UnitPaths } from '#schema/contracts/permission.ts';

type Stored = {
  readonly sequence: number;
  readonly stepKey: string | null;
  readonly onDay: string;
  readonly result: string | null;
  readonly agrees: boolean | null;
  readonly reason: string | null;
  readonly madeBy: string;
};

/** The entries of a chain, and the answer to the result that stands: an older one answered another. */
export function readChain(
  chain: AssessmentChain,
  rows: readonly Stored[],
): { entries: Assessment[]; answer: Confirmation | undefined } {
  const entries = rows.flatMap(({ stepKey, onDay, result, reason }): Assessment[] =>
    stepKey === null || result === null
      ? []
      : [{ step: stepKey, on: onDay, result, ...(reason === null ? {} : { reason }) }],
  );
  const latest = Math.max(
    -1,
    ...rows.filter(({ stepKey }) => stepKey === chain.final).map(({ sequence }) => sequence),
  );
  const answers = rows.filter(
    ({ stepKey, agrees, sequence }) => stepKey === null && agrees !== null && sequence > latest,
  );
  const last = answers.at(-1);
  if (last === undefined) return { entries: newestOf(entries), answer: undefined };
  const { onDay: on, agrees, reason } = last;
  const answer = { on, agrees: agrees === true, ...(reason === null ? {} : { reason }) };
  return { entries: newestOf(entries), answer };
}

/** Of a step given again, on the same day even, the one given last. */
function newestOf(entries: readonly Assessment[]): Assessment[] {
  return [...new Map(entries.map((each) => [each.step, each])).values()];
}

/** Whose turn it is: the next step, or the deciding one again where the unit objected. */
export function openStep(
  chain: AssessmentChain,
  state: { readonly state: string; readonly next: string | null },
): string | undefined {
  if (state.state === 'objected') return chain.final;
  return state.next ?? undefined;
}

export type Assessor = {
  readonly personId: string;
  readonly post: string | null;
  readonly grants: readonly Grant[];
};

export type StepBar = 'other-post' | 'other-level' | 'took-another-step';

/**
 * Who gives a step: the account whose post is the one the chain names. Where no account bears that
 * post, the chain climbs: its first step is of the bureau over the unit (the commission where there is
 * none), every later one of the commission. One person takes one step.
 */
export function stepBar(
  assessor: Assessor,
  {
    chain,
    step,
    isHeld,
    paths,
    given,
  }: {
    chain: AssessmentChain;
    step: string;
    /** Whether any account bears the post that the step names. */
    isHeld: boolean;
    paths: UnitPaths;
    given: readonly { readonly stepKey: string | null; readonly madeBy: string }[];
  },
): StepBar | undefined {
  const isTwice = given.some(
    ({ stepKey, madeBy }) => stepKey !== null && stepKey !== step && madeBy === assessor.personId,
  );
  if (isTwice) return 'took-another-step';
  const by = chain.steps.find(({ key }) => key === step)?.by;
  if (by !== undefined && isNamed(by, assessor.post)) return undefined;
  if (isHeld) return 'other-post';
  const isFirst = chain.steps[0]?.key === step;
  const isBureaus = isFirst && (paths.supervision ?? '').split('/').filter(Boolean).length > 1;
  const fits = assessor.grants.some(
    ({ permissions, organizationId }) =>
      permissions.includes('scoring.deduct') && (organizationId !== null) === isBureaus,
  );
  return fits ? undefined : 'other-level';
}

/** Posts are the tenant's own words: they are the same when they read the same. */
export function isNamed(words: Text, post: string | null): boolean {
  return post !== null && textIn(words, 'zh-CN').value.trim() === post.trim();
}
