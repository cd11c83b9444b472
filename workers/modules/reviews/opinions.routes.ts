import { Hono } from 'hono';
import * as v from 'valibot';
import {
  AnswerOpinionSchema,
  AskOpinionSchema,
  OpinionIdSchema,
  OpinionQueueSchema,
  OpinionSchema,
  ReasonListSchema,
  RegisterRulingSchema,
  RulingSchema,
} from '#schema/contracts/review-opinions.ts';
import { SubmissionIdSchema } from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { askOpinion } from './usecases/ask-opinion.ts';
import { answerOpinion, withdrawOpinion } from './usecases/close-opinion.ts';
import { keepReasons, showReasons } from './usecases/keep-reasons.ts';
import { listAsked } from './usecases/list-asked.ts';
import { registerRuling, withdrawRegisteredRuling } from './usecases/register-ruling.ts';

const CaseParamSchema = v.object({ submissionId: SubmissionIdSchema });
const OpinionParamSchema = v.object({ opinionId: OpinionIdSchema });
const known = ['submissions.not_found', 'platform.out_of_range'] as const;
const barred = ['platform.recused', 'platform.own_work', 'reviews.own_unit'] as const;

/** What is asked of others about a filing, and what a reviewer keeps to say again. */
export function createOpinionRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createReasonRoutes())
    .route('/', createAskingRoutes())
    .route('/', createClosingRoutes())
    .route('/', createRulingRoutes());
}

function createReasonRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/reasons',
      describe({
        permission: 'submissions.review',
        summary: { zh: '本人的常用退回意见', en: 'One’s own reasons for a return' },
        responses: { 200: { schema: ReasonListSchema } },
      }),
      async (c) => c.json(await showReasons({ context: c.var.context })),
    )
    .put(
      '/reasons',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '保存本人的常用退回意见（含顺序）',
          en: 'Keep one’s own reasons, in this order',
        },
        responses: { 200: { schema: ReasonListSchema } },
        errors: ['reviews.reason_twice'],
      }),
      validate('json', ReasonListSchema),
      async (c) => {
        const input = c.req.valid('json');
        return c.json(await keepReasons({ context: c.var.context, input }));
      },
    );
}

function createAskingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/opinions',
      describe({
        permission: 'submissions.review',
        summary: { zh: '请本人会审、复审的报送件', en: 'Filings one is asked about' },
        responses: { 200: { schema: OpinionQueueSchema } },
      }),
      async (c) => c.json(await listAsked({ context: c.var.context })),
    )
    .post(
      '/:submissionId/opinions',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '请其他科室会审或请人复审（结论仍由本科室作出）',
          en: 'Ask another office or a second reviewer; the decision stays here',
        },
        responses: { 201: { schema: OpinionSchema } },
        errors: [
          ...known,
          ...barred,
          'reviews.not_waiting',
          'reviews.unknown_colleague',
          'reviews.own_view_missing',
          'reviews.second_in_person',
          'reviews.second_asked',
        ],
      }),
      validate('param', CaseParamSchema),
      validate('json', AskOpinionSchema),
      async (c) => {
        const { submissionId: id } = c.req.valid('param');
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), id, requestKey };
        return c.json(await askOpinion({ context: c.var.context, input }), 201);
      },
    );
}

const closed = [...known, 'reviews.opinion_not_found', 'reviews.opinion_closed'] as const;

function createClosingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/opinions/:opinionId/answer',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '答复会审、复审意见（纸面答复由请会审的人登记）',
          en: 'Answer what was asked; an answer on paper is registered by who asked',
        },
        responses: { 200: { schema: OpinionSchema } },
        errors: [...closed, ...barred, 'reviews.not_asked', 'reviews.paper_post_missing'],
      }),
      validate('param', OpinionParamSchema),
      validate('json', AnswerOpinionSchema),
      async (c) => {
        const { opinionId: id } = c.req.valid('param');
        const requestKey = await readRequestKey(c);
        const input = { id, answer: c.req.valid('json'), requestKey };
        return c.json(await answerOpinion({ context: c.var.context, input }));
      },
    )
    .post(
      '/opinions/:opinionId/withdraw',
      describe({
        permission: 'submissions.review',
        summary: { zh: '收回所请的意见', en: 'Withdraw what was asked' },
        responses: { 200: { schema: OpinionSchema } },
        errors: closed,
      }),
      validate('param', OpinionParamSchema),
      async (c) => {
        const { opinionId: id } = c.req.valid('param');
        const requestKey = await readRequestKey(c);
        return c.json(await withdrawOpinion({ context: c.var.context, input: { id, requestKey } }));
      },
    );
}

function createRulingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:submissionId/ruling',
      describe({
        permission: 'submissions.review',
        summary: {
          zh: '双人复核意见不一致时，登记领导裁定（签字件）',
          en: 'Register a leader’s ruling on paper between two reviewers who differ',
        },
        responses: { 201: { schema: RulingSchema } },
        errors: [
          ...known,
          ...barred,
          'reviews.not_waiting',
          'reviews.no_difference',
          'reviews.ruling_in_future',
          'evidence.not_found',
          'platform.stale_version',
        ],
      }),
      validate('param', CaseParamSchema),
      validate('json', RegisterRulingSchema),
      async (c) => {
        const { submissionId: id } = c.req.valid('param');
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), id, requestKey };
        return c.json(await registerRuling({ context: c.var.context, input }), 201);
      },
    )
    .post(
      '/:submissionId/ruling/withdraw',
      describe({
        permission: 'submissions.review',
        summary: { zh: '撤销本人登记的领导裁定', en: 'Withdraw a ruling registered in error' },
        responses: { 200: { schema: RulingSchema } },
        errors: [...known, ...barred, 'reviews.no_ruling', 'platform.stale_version'],
      }),
      validate('param', CaseParamSchema),
      async (c) => {
        const { submissionId: id } = c.req.valid('param');
        const requestKey = await readRequestKey(c);
        const input = { id, requestKey };
        return c.json(await withdrawRegisteredRuling({ context: c.var.context, input }));
      },
    );
}
