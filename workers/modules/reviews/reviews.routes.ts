import { Hono } from 'hono';
import * as v from 'valibot';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import {
  DecideReviewSchema,
  RecuseSchema,
  RecusedSchema,
  ReviewCaseSchema,
  ReviewDecidedSchema,
  ReviewQueueSchema,
} from '#schema/contracts/reviews.ts';
import { SubmissionIdSchema } from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createOpinionRoutes } from './opinions.routes.ts';
import { decideReview } from './usecases/decide-review.ts';
import { declareRecusal } from './usecases/declare-recusal.ts';
import { listQueue } from './usecases/list-queue.ts';
import { showCase } from './usecases/show-case.ts';
import { undoDecision } from './usecases/undo-decision.ts';

const QueueQuerySchema = v.object({
  ...pageQueryEntries,
  office: v.optional(KeySchema),
  ruling: v.optional(v.picklist(['true', 'false'])),
});
const CaseParamSchema = v.object({ submissionId: SubmissionIdSchema });
const known = ['submissions.not_found', 'platform.out_of_range'] as const;
const barred = ['platform.recused', 'platform.own_work', 'reviews.own_unit'] as const;
const versioned = ['platform.precondition_required', 'platform.stale_version'] as const;
const undecided = [
  'reviews.not_waiting',
  'reviews.stamp_unchecked',
  'reviews.paper_awaited',
  'reviews.unknown_point',
  'reviews.new_points',
  'reviews.unknown_office',
  'reviews.opinion_awaited',
  'reviews.second_missing',
  'reviews.both_mend',
  'reviews.decider_needed',
  'reviews.own_registration',
  'reviews.against_ruling',
  'reviews.ruling_reason_missing',
] as const;
const decided = { 200: { schema: ReviewDecidedSchema } };

/** `/api/reviews`: what an office decides on filings. */
export function createReviewsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createOpinionRoutes())
    .route('/', createReadingRoutes())
    .route('/', createStandingAsideRoutes())
    .route('/', createDecidingRoutes());
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/queue',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '待审报送件（等待最久的在前），可只列待裁定的',
          en: 'Filings that wait for review, the longest waiting first; or those to be ruled on',
        },
        responses: { 200: { schema: ReviewQueueSchema } },
      }),
      validate('query', QueueQuerySchema),
      async (c) => {
        const { ruling, ...query } = c.req.valid('query');
        const input = { ...query, ruling: ruling === 'true' };
        return c.json(await listQueue({ context: c.var.context, input }));
      },
    )
    .get(
      '/:submissionId',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '审核一个报送件所需的全部内容',
          en: 'Everything needed to review one filing',
        },
        responses: { 200: { schema: ReviewCaseSchema } },
        errors: known,
      }),
      validate('param', CaseParamSchema),
      async (c) => {
        const { submissionId: id } = c.req.valid('param');
        const found = await showCase({ context: c.var.context, input: { id } });
        setETag(c, found.version);
        return c.json(found);
      },
    );
}

function createStandingAsideRoutes() {
  return new Hono<TenantEnv>().post(
    '/recusals',
    describe({
      permission: 'submissions.review',
      summary: { zh: '申明回避一个单位', en: 'Declare a tie to a unit (recusal)' },
      responses: { 201: { schema: RecusedSchema } },
      errors: ['reviews.unknown_unit', 'reviews.unknown_colleague'],
    }),
    validate('json', RecuseSchema),
    async (c) => {
      const input = c.req.valid('json');
      return c.json(await declareRecusal({ context: c.var.context, input }), 201);
    },
  );
}

function createDecidingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:submissionId/decisions',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '审核通过、退回修改、挂起或转请其他科室审',
          en: 'Accept, return, hold or pass on',
        },
        responses: decided,
        errors: [...known, ...barred, ...versioned, ...undecided],
      }),
      validate('param', CaseParamSchema),
      validate('json', DecideReviewSchema),
      async (c) => {
        const { submissionId: id } = c.req.valid('param');
        const seenVersion = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const input = { id, seenVersion, decision: c.req.valid('json'), requestKey };
        const answer = await decideReview({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    )
    .post(
      '/:submissionId/decisions/undo',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '撤销本人当天作出的审核意见',
          en: 'Take back one’s own decision of the same day',
        },
        responses: decided,
        errors: [...known, ...barred, ...versioned, 'reviews.not_undoable'],
      }),
      validate('param', CaseParamSchema),
      async (c) => {
        const { submissionId: id } = c.req.valid('param');
        const seenVersion = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const input = { id, seenVersion, requestKey };
        const answer = await undoDecision({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}
