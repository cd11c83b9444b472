import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { assess } from '#plugins/sdk/scoring/assessment-chain.ts';
import type { ChainState } from '#plugins/sdk/scoring/assessment-chain.ts';
import type { AssessmentChain } from '#schema/contracts/campaign/score-combination.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { ChainView } from '#schema/contracts/evaluation.ts';
import { can } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { openStep, readChain, stepBar } from '../assessments.domain.ts';
import type { StepBar } from '../assessments.domain.ts';
import type { StoredAssessment } from '../assessments.repository.ts';
import { isPostHeld } from '../score-facts.repository.ts';
import { mayJudge } from './list-score-facts.ts';
import type { LoadedUnit } from './load-scored-unit.ts';

/** How a chain stands for one unit today. */
export function chainStateOf(
  context: Pick<TenantContext, 'clock'>,
  chain: AssessmentChain,
  rows: readonly StoredAssessment[],
): ChainState {
  const { entries, answer } = readChain(chain, rows);
  const asOf = dayAt(context.clock.now());
  return assess(chain, { entries, answer, asOf, calendar: officialCalendar });
}

/** Why this person may not give this step; nothing where it is this person's. */
export async function barOfStep(
  context: TenantContext,
  { unit }: LoadedUnit,
  {
    chain,
    step,
    given,
  }: {
    chain: AssessmentChain;
    step: string;
    given: readonly StoredAssessment[];
  },
): Promise<StepBar | undefined> {
  const by = chain.steps.find(({ key }) => key === step)?.by ?? '';
  const isHeld = await isPostHeld(context.db, textIn(by, 'zh-CN').value);
  return stepBar(context.actor, { chain, step, isHeld, paths: unit.paths, given });
}

/** Whether a person of the unit may answer for it. */
export function mayAnswerFor(context: TenantContext, { unit, subject }: LoadedUnit): boolean {
  return (
    context.actor.grants.some(({ organizationId }) => organizationId === unit.id) &&
    can(context.actor, 'scoring.answer', subject)
  );
}

/** A chain as its reader may see it: the unit sees no step before the deciding one is given. */
export async function viewChain(
  context: TenantContext,
  loaded: LoadedUnit,
  { chain, rows }: { chain: AssessmentChain; rows: readonly StoredAssessment[] },
): Promise<ChainView> {
  const state = chainStateOf(context, chain, rows);
  const isJudge = mayJudge(context.actor, loaded);
  const turn = openStep(chain, state);
  const bar =
    isJudge && turn !== undefined
      ? await barOfStep(context, loaded, { chain, step: turn, given: rows })
      : undefined;
  const isShown = isJudge || state.state !== 'open';
  const { key, title, words, source, confirmation } = chain;
  return {
    chain: key,
    title,
    ...(words === undefined ? {} : { words }),
    source,
    state: state.state,
    reason: state.reason,
    steps: chain.steps.map((step) => ({
      ...step,
      isFinal: step.key === chain.final,
      given: isShown ? givenAt(rows, step.key) : [],
      mayGive: isJudge && step.key === turn && bar === undefined,
    })),
    next: state.next,
    result: state.result,
    confirmedOn: state.confirmedOn,
    answerBy: state.answerBy,
    isDeemed: state.isDeemed,
    answers: answersOf(rows),
    ...(confirmation === undefined ? {} : { confirmedBy: confirmation.by }),
    mayAnswer: state.state === 'awaiting-confirmation' && mayAnswerFor(context, loaded),
  };
}

function givenAt(rows: readonly StoredAssessment[], step: string) {
  return rows.flatMap(({ stepKey, result, onDay: on, reason, madeByPost: post }) =>
    stepKey !== step || result === null
      ? []
      : [{ on, result, post, ...(reason === null ? {} : { reason }) }],
  );
}

function answersOf(rows: readonly StoredAssessment[]): ChainView['answers'] {
  return rows.flatMap(({ stepKey, agrees, onDay: on, reason, madeByPost: post }) =>
    stepKey !== null || agrees === null
      ? []
      : [{ on, agrees, post, ...(reason === null ? {} : { reason }) }],
  );
}
