import { Hono } from 'hono';
import * as v from 'valibot';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { PointsTextSchema } from '#schema/contracts/campaign/score-numbers.ts';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';
import {
  AnswerAssessmentSchema,
  DemeritEntryIdSchema,
  DemeritRecordSchema,
  GiveAssessmentSchema,
  RecordDemeritSchema,
  WithdrawRecordSchema,
} from '#schema/contracts/evaluation-records.ts';
import {
  ChainViewSchema,
  DiscretionAnswerSchema,
  EvaluationAnswerSchema,
  RankingAnswerSchema,
} from '#schema/contracts/evaluation.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { answerAssessment, giveAssessment } from './usecases/give-assessment.ts';
import { judgeDiscretion } from './usecases/judge-discretion.ts';
import { recordDemerit, withdrawDemerit } from './usecases/record-demerit.ts';
import { showEvaluation } from './usecases/show-evaluation.ts';
import { showRanking } from './usecases/show-ranking.ts';

const UnitQuerySchema = v.object({
  campaign: CampaignIdSchema,
  organization: OrganizationIdSchema,
});
/** Without a key: the first that the campaign has. */
const RankingQuerySchema = v.object({
  campaign: CampaignIdSchema,
  ranking: v.optional(KeySchema),
});
const DiscretionQuerySchema = v.object({
  campaign: CampaignIdSchema,
  table: KeySchema,
  situation: KeySchema,
  seriousness: KeySchema,
  amount: PointsTextSchema,
  reason: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
const DemeritParamSchema = v.object({ id: DemeritEntryIdSchema });
const known = ['scoring.unknown_campaign', 'scoring.not_scored', 'scoring.unknown_unit'] as const;
const barred = ['platform.recused', 'platform.own_work', 'scoring.own_unit'] as const;

/** `/api/scoring`: what a campaign's evaluation makes of a unit, and what people record for it. */
export function createEvaluationRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createReadingRoutes())
    .route('/', createChainRoutes())
    .route('/', createDemeritRoutes());
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/evaluation',
      describe({
        permission: 'scoring.read',
        summary: {
          zh: '一个单位的考评程序、合成结果、记分和结果运用',
          en: 'Assessors, combined results, demerits and uses of results of one unit',
        },
        responses: { 200: { schema: EvaluationAnswerSchema } },
        errors: known,
      }),
      validate('query', UnitQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await showEvaluation({ context: c.var.context, input }));
      },
    )
    .get(
      '/rankings',
      describe({
        permission: 'scoring.deduct',
        summary: {
          zh: '分类排名（仅供本委内部，不得公布）',
          en: 'Ranking inside classes, for the commission alone',
        },
        responses: { 200: { schema: RankingAnswerSchema } },
        errors: ['platform.out_of_range', 'scoring.unknown_campaign', 'scoring.unknown_ranking'],
      }),
      validate('query', RankingQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await showRanking({ context: c.var.context, input }));
      },
    )
    .get(
      '/discretion',
      describe({
        permission: 'scoring.deduct',
        summary: {
          zh: '对照裁量基准核对拟定的幅度',
          en: 'Hold a figure against the table of discretion',
        },
        responses: { 200: { schema: DiscretionAnswerSchema } },
        errors: ['scoring.unknown_campaign', 'scoring.unknown_table'],
      }),
      validate('query', DiscretionQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await judgeDiscretion({ context: c.var.context, input }));
      },
    );
}

function createChainRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/assessments',
      describe({
        permission: 'scoring.deduct',
        summary: {
          zh: '逐级评定：由考评程序的下一个岗位给出结果',
          en: 'Give the next step of a chain of assessors',
        },
        responses: { 201: { schema: ChainViewSchema } },
        errors: [
          ...known,
          ...barred,
          'scoring.campaign_archived',
          'scoring.unknown_chain',
          'scoring.not_next_step',
          'scoring.other_assessor',
          'scoring.one_step_each',
          'scoring.reason_needed',
        ],
      }),
      validate('json', GiveAssessmentSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        return c.json(await giveAssessment({ context: c.var.context, input }), 201);
      },
    )
    .post(
      '/assessments/answers',
      describe({
        permission: 'scoring.answer',
        summary: {
          zh: '本单位确认考评结果，或提出异议',
          en: 'One’s own unit confirms a result, or objects',
        },
        responses: { 201: { schema: ChainViewSchema } },
        errors: [
          ...known,
          'platform.out_of_range',
          'scoring.campaign_archived',
          'scoring.unknown_chain',
          'scoring.nothing_to_answer',
          'scoring.objection_reason',
        ],
      }),
      validate('json', AnswerAssessmentSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        return c.json(await answerAssessment({ context: c.var.context, input }), 201);
      },
    );
}

function createDemeritRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/demerits',
      describe({
        permission: 'scoring.deduct',
        summary: {
          zh: '登记一个单位的记分（不登记个人）',
          en: 'Record a demerit of a unit; persons are not kept here',
        },
        responses: { 201: { schema: DemeritRecordSchema } },
        errors: [
          ...known,
          ...barred,
          'scoring.campaign_archived',
          'scoring.unknown_ledger',
          'scoring.person_ledger',
          'scoring.unknown_tier',
          'scoring.unknown_clause',
          'scoring.future_day',
        ],
      }),
      validate('json', RecordDemeritSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        const answer = await recordDemerit({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer, 201);
      },
    )
    .post(
      '/demerits/:id/withdraw',
      describe({
        permission: 'scoring.deduct',
        summary: { zh: '撤销一条记分（写明理由）', en: 'Withdraw a demerit, with its reason' },
        responses: { 200: { schema: DemeritRecordSchema } },
        errors: [
          ...barred,
          'scoring.fact_not_found',
          'scoring.record_withdrawn',
          'platform.precondition_required',
          'platform.stale_version',
        ],
      }),
      validate('param', DemeritParamSchema),
      validate('json', WithdrawRecordSchema),
      async (c) => {
        const seenVersion = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const { reason } = c.req.valid('json');
        const input = { ...c.req.valid('param'), reason, seenVersion, requestKey };
        const answer = await withdrawDemerit({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}
