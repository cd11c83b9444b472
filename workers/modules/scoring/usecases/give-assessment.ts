import { dayAt } from '#plugins/sdk/dates/days.ts';
import { phraseOf } from '#plugins/sdk/scoring/phrases.ts';
import type { AssessmentChain } from '#schema/contracts/campaign/score-combination.ts';
import type { AnswerAssessment, GiveAssessment } from '#schema/contracts/evaluation-records.ts';
import type { ChainView } from '#schema/contracts/evaluation.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { openStep } from '../assessments.domain.ts';
import { insertAssessment, listAssessments } from '../assessments.repository.ts';
import type { StoredAssessment } from '../assessments.repository.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { barOfStep, chainStateOf, mayAnswerFor, viewChain } from './load-chain.ts';
import { loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedScoring } from './load-scored-unit.ts';
import { assertMayJudge } from './record-deduction.ts';

type Keyed = { requestKey?: RequestKey | undefined };
type Chained = LoadedScoring & { chain: AssessmentChain; rows: readonly StoredAssessment[] };

const oneSequence = ['organization_id', 'campaign_id', 'chain_key', 'sequence']
  .map((column) => `assessments.${column}`)
  .join(', ');

/** 逐级评定: the next step of the chain, by the post it names, with the reason where it differs. */
export async function giveAssessment(request: {
  context: TenantContext;
  input: GiveAssessment & Keyed;
}): Promise<ChainView> {
  const { context, input } = request;
  const loaded = await loadUnit(context, input.organizationId);
  await assertMayJudge(context, loaded, undefined);
  const replay = await findReplay<ChainView>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const chained = await chainOf(
    context,
    await loadScoring(context, loaded, input.campaignId),
    input,
  );
  await assertTurn(context, chained, input.step);
  assertExplained(context, chained, input);
  const row = rowOf(context, chained, {
    stepKey: input.step,
    result: input.result,
    agrees: null,
    reason: input.reason ?? null,
  });
  return commitRow(context, chained, { row, action: 'assessment.give', ...input });
}

/** The unit confirms the result it was given, or objects with its reason. */
export async function answerAssessment(request: {
  context: TenantContext;
  input: AnswerAssessment & Keyed;
}): Promise<ChainView> {
  const { context, input } = request;
  const loaded = await loadUnit(context, unitOf(context));
  if (!mayAnswerFor(context, loaded)) throw platformErrors['platform.out_of_range']();
  const replay = await findReplay<ChainView>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const chained = await chainOf(
    context,
    await loadScoring(context, loaded, input.campaignId),
    input,
  );
  const { state } = chainStateOf(context, chained.chain, chained.rows);
  if (state !== 'awaiting-confirmation') throw scoringErrors['scoring.nothing_to_answer']();
  const { agrees, reason = null } = input;
  if (!agrees && reason === null) throw scoringErrors['scoring.objection_reason']();
  const row = rowOf(context, chained, { stepKey: null, result: null, agrees, reason });
  return commitRow(context, chained, { row, action: 'assessment.answer', ...input });
}

/** The unit of the post from which somebody answers. */
function unitOf({ actor }: TenantContext): string {
  const units = actor.grants.flatMap(({ organizationId, permissions }) =>
    organizationId !== null && permissions.includes('scoring.answer') ? [organizationId] : [],
  );
  const own = units.find((id) => id === actor.organizationId) ?? units[0];
  if (own === undefined) throw platformErrors['platform.out_of_range']();
  return own;
}

async function chainOf(
  context: TenantContext,
  scoring: LoadedScoring,
  input: { chain: string },
): Promise<Chained> {
  const { campaign, version, unit } = scoring;
  const chain = version.campaign.evaluation?.chains?.find(({ key }) => key === input.chain);
  if (chain === undefined) throw scoringErrors['scoring.unknown_chain']();
  if (campaign.state !== 'running') throw scoringErrors['scoring.campaign_archived']();
  const place = { campaignId: campaign.id, organizationId: unit.id };
  const rows = await listAssessments(context.db, place);
  return { ...scoring, chain, rows: rows.filter(({ chainKey }) => chainKey === chain.key) };
}

async function assertTurn(context: TenantContext, chained: Chained, step: string): Promise<void> {
  const { chain, rows } = chained;
  const state = chainStateOf(context, chain, rows);
  if (openStep(chain, state) !== step) throw scoringErrors['scoring.not_next_step']();
  const bar = await barOfStep(context, chained, { chain, step, given: rows });
  if (bar === undefined) return;
  if (bar === 'took-another-step') throw scoringErrors['scoring.one_step_each']();
  const by = phraseOf(chain.steps.find(({ key }) => key === step)?.by ?? step);
  const post = context.locale === 'en' ? by.en : by.zh;
  throw scoringErrors['scoring.other_assessor']({ values: { post } });
}

/** A result that differs from the step before, and one given again after an objection, say why. */
function assertExplained(
  context: TenantContext,
  { chain, rows }: Chained,
  input: GiveAssessment,
): void {
  if (input.reason !== undefined) return;
  const { state, given } = chainStateOf(context, chain, rows);
  const before = given.at(-1);
  const isSame = before === undefined || before.result === input.result;
  if (state === 'objected' || !isSame) throw scoringErrors['scoring.reason_needed']();
}

type Made = Pick<StoredAssessment, 'stepKey' | 'result' | 'agrees' | 'reason'>;

function rowOf(context: TenantContext, chained: Chained, made: Made): StoredAssessment {
  const { chain, rows, campaign, unit } = chained;
  const now = context.clock.now();
  return {
    id: context.ids.next('asm'),
    campaignId: campaign.id,
    organizationId: unit.id,
    chainKey: chain.key,
    sequence: (rows.at(-1)?.sequence ?? 0) + 1,
    ...made,
    onDay: dayAt(now),
    madeBy: context.actor.personId,
    madeByPost: postOf(context.actor),
    madeAt: now,
  };
}

async function commitRow(
  context: TenantContext,
  chained: Chained,
  {
    row,
    action,
    requestKey,
  }: {
    row: StoredAssessment;
    action: 'assessment.give' | 'assessment.answer';
  } & Keyed,
): Promise<ChainView> {
  const { campaignId, organizationId, chainKey, stepKey, result, agrees, reason } = row;
  const change = {
    steps: [insertAssessment(row)],
    audit: {
      action,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'assessment',
      subjectId: row.id,
      at: row.madeAt,
      facts: { campaignId, organizationId, chain: chainKey, step: stepKey, result, agrees, reason },
    },
  };
  const after = { chain: chained.chain, rows: [...chained.rows, row] };
  return commitAnswer(context.writer, change, {
    answer: await viewChain(context, chained, after),
    requestKey,
    constraints: { [oneSequence]: scoringErrors['scoring.not_next_step'] },
  });
}
