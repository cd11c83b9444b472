import { Hono } from 'hono';
import * as v from 'valibot';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import {
  DeductionIdSchema,
  DeductionListSchema,
  DeductionSchema,
  RecordDeductionSchema,
  ScoreSheetAnswerSchema,
  WithdrawDeductionSchema,
} from '#schema/contracts/scoring.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createEvaluationRoutes } from './evaluation.routes.ts';
import { createScoreFactRoutes } from './score-facts.routes.ts';
import { listDeductions } from './usecases/list-deductions.ts';
import { recordDeduction } from './usecases/record-deduction.ts';
import { showMySheet, showSheet } from './usecases/show-sheet.ts';
import { withdrawDeduction } from './usecases/withdraw-deduction.ts';

const SheetQuerySchema = v.object({
  campaign: CampaignIdSchema,
  scorecard: v.optional(KeySchema),
});
const SheetParamSchema = v.object({ organizationId: OrganizationIdSchema });
const ListQuerySchema = v.object({
  campaign: CampaignIdSchema,
  organization: OrganizationIdSchema,
});
const DeductionParamSchema = v.object({ id: DeductionIdSchema });
const scored = ['scoring.unknown_campaign', 'scoring.not_scored'] as const;
const known = ['scoring.unknown_unit', ...scored] as const;
const barred = ['platform.recused', 'platform.own_work', 'scoring.own_unit'] as const;

/** `/api/scoring`: deductions by exception, and the sheet that follows from them. */
export function createScoringRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createSheetRoutes())
    .route('/', createDeductionRoutes())
    .route('/', createWithdrawalRoutes())
    .route('/', createScoreFactRoutes())
    .route('/', createEvaluationRoutes());
}

function createSheetRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/sheets/mine',
      describe({
        permission: 'scoring.read',
        summary: { zh: '本单位得分与依据', en: 'Score of one’s own unit with its reasons' },
        responses: { 200: { schema: ScoreSheetAnswerSchema } },
        errors: scored,
      }),
      validate('query', SheetQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await showMySheet({ context: c.var.context, input }));
      },
    )
    .get(
      '/sheets/:organizationId',
      describe({
        permission: 'scoring.read',
        summary: { zh: '一个单位的得分与依据', en: 'Score of one unit with its reasons' },
        responses: { 200: { schema: ScoreSheetAnswerSchema } },
        errors: known,
      }),
      validate('param', SheetParamSchema),
      validate('query', SheetQuerySchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await showSheet({ context: c.var.context, input }));
      },
    );
}

function createDeductionRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/deductions',
      describe({
        permission: 'scoring.read',
        summary: {
          zh: '一个单位已登记的扣分和可登记扣分的考评项目',
          en: 'Deductions of a unit, and criteria under which one may be recorded',
        },
        responses: { 200: { schema: DeductionListSchema } },
        errors: known,
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listDeductions({ context: c.var.context, input }));
      },
    )
    .post(
      '/deductions',
      describe({
        permission: 'scoring.deduct',
        summary: {
          zh: '登记扣分（未登记的得满分）',
          en: 'Record a deduction; what is not recorded keeps full points',
        },
        responses: { 201: { schema: DeductionSchema } },
        errors: [
          ...known,
          ...barred,
          'scoring.campaign_archived',
          'scoring.not_recordable',
          'scoring.amount_out_of_range',
          'scoring.nothing_left',
          'scoring.foreign_submission',
        ],
      }),
      validate('json', RecordDeductionSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        const answer = await recordDeduction({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer, 201);
      },
    );
}

function createWithdrawalRoutes() {
  return new Hono<TenantEnv>().post(
    '/deductions/:id/withdraw',
    describe({
      permission: 'scoring.deduct',
      summary: { zh: '撤销一条扣分（写明理由）', en: 'Withdraw a deduction, with its reason' },
      responses: { 200: { schema: DeductionSchema } },
      errors: [
        ...barred,
        'scoring.not_found',
        'scoring.already_withdrawn',
        'platform.precondition_required',
        'platform.stale_version',
      ],
    }),
    validate('param', DeductionParamSchema),
    validate('json', WithdrawDeductionSchema),
    async (c) => {
      const seenVersion = requireIfMatch(c);
      const requestKey = await readRequestKey(c);
      const { reason } = c.req.valid('json');
      const input = { ...c.req.valid('param'), reason, seenVersion, requestKey };
      const answer = await withdrawDeduction({ context: c.var.context, input });
      setETag(c, answer.version);
      return c.json(answer);
    },
  );
}
