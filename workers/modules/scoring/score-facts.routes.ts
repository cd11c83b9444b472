import { Hono } from 'hono';
import * as v from 'valibot';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';
import {
  RecordFactSchema,
  ScoreFactIdSchema,
  ScoreFactListSchema,
  ScoreFactRecordSchema,
  WithdrawRecordSchema,
} from '#schema/contracts/evaluation-records.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { listScoreFacts } from './usecases/list-score-facts.ts';
import { recordScoreFact } from './usecases/record-score-fact.ts';
import { confirmScoreFact, withdrawScoreFact } from './usecases/settle-score-fact.ts';

const UnitQuerySchema = v.object({
  campaign: CampaignIdSchema,
  organization: OrganizationIdSchema,
});
const FactParamSchema = v.object({ id: ScoreFactIdSchema });
const known = ['scoring.unknown_campaign', 'scoring.not_scored', 'scoring.unknown_unit'] as const;
const barred = ['platform.recused', 'platform.own_work', 'scoring.own_unit'] as const;
const settled = [
  ...barred,
  'scoring.fact_not_found',
  'scoring.record_withdrawn',
  'platform.precondition_required',
  'platform.stale_version',
] as const;

/** `/api/scoring/facts`: what no filing says, recorded by one post, a veto confirmed by another. */
export function createScoreFactRoutes() {
  return new Hono<TenantEnv>().route('/', createFactListRoutes()).route('/', createSettleRoutes());
}

function createFactListRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/facts',
      describe({
        permission: 'scoring.read',
        summary: {
          zh: '一个单位已登记的考评事实，以及可登记的事实及其作用',
          en: 'Facts on record for a unit, and what can be recorded with what it would do',
        },
        responses: { 200: { schema: ScoreFactListSchema } },
        errors: known,
      }),
      validate('query', UnitQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listScoreFacts({ context: c.var.context, input }));
      },
    )
    .post(
      '/facts',
      describe({
        permission: 'scoring.deduct',
        summary: {
          zh: '登记考评事实（加分、一票否决等；一票否决须另一岗位核实）',
          en: 'Record a fact: a bonus, a veto; a veto waits for another post',
        },
        responses: { 201: { schema: ScoreFactRecordSchema } },
        errors: [
          ...known,
          ...barred,
          'scoring.campaign_archived',
          'scoring.fact_not_recordable',
          'scoring.fact_content',
          'scoring.future_day',
          'scoring.unknown_clause',
          'scoring.period_taken',
          'evidence.not_found',
        ],
      }),
      validate('json', RecordFactSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        const answer = await recordScoreFact({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer, 201);
      },
    );
}

function createSettleRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/facts/:id/confirm',
      describe({
        permission: 'scoring.deduct',
        summary: {
          zh: '核实一条登记（由另一岗位的另一人）',
          en: 'Confirm a record, by another person of another post',
        },
        responses: { 200: { schema: ScoreFactRecordSchema } },
        errors: [...settled, 'scoring.already_confirmed', 'scoring.same_post'],
      }),
      validate('param', FactParamSchema),
      async (c) => {
        const seenVersion = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), seenVersion, requestKey };
        const answer = await confirmScoreFact({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    )
    .post(
      '/facts/:id/withdraw',
      describe({
        permission: 'scoring.deduct',
        summary: { zh: '撤销一条登记（写明理由）', en: 'Withdraw a record, with its reason' },
        responses: { 200: { schema: ScoreFactRecordSchema } },
        errors: settled,
      }),
      validate('param', FactParamSchema),
      validate('json', WithdrawRecordSchema),
      async (c) => {
        const seenVersion = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const { reason } = c.req.valid('json');
        const input = { ...c.req.valid('param'), reason, seenVersion, requestKey };
        const answer = await withdrawScoreFact({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}
