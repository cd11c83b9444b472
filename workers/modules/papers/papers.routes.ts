import { Hono } from 'hono';
import * as v from 'valibot';
import { NumberSeriesSchema } from '#schema/contracts/campaign/clause.ts';
import {
  PaperIdSchema,
  PaperListSchema,
  PaperSchema,
  PaperSeriesListSchema,
  TakeNumberSchema,
  VoidNumberSchema,
} from '#schema/contracts/papers.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { listPapers, listSeries } from './usecases/list-papers.ts';
import { takeNumber } from './usecases/take-number.ts';
import { voidNumber } from './usecases/void-number.ts';

const ListQuerySchema = v.object({
  prefix: NumberSeriesSchema.entries.prefix,
  year: v.pipe(v.string(), v.regex(/^\d{4}$/), v.transform(Number)),
});
const PaperParamSchema = v.object({ id: PaperIdSchema });

/** `/api/papers`: 编号登记 of business papers, and the numbers that the office gave official ones. */
export function createPapersRoutes() {
  return new Hono<TenantEnv>().route('/', createReadingRoutes()).route('/', createNumberRoutes());
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/series',
      describe({
        permission: 'papers.read',
        summary: { zh: '编号序列（按发文机关）', en: 'Series of numbers, by issuing body' },
        responses: { 200: { schema: PaperSeriesListSchema } },
      }),
      async (c) => c.json(await listSeries({ context: c.var.context })),
    )
    .get(
      '/',
      describe({
        permission: 'papers.read',
        summary: {
          zh: '一个序列一年的编号（含作废及原因）',
          en: 'The numbers of a series in a year, void ones with their reason',
        },
        responses: { 200: { schema: PaperListSchema } },
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listPapers({ context: c.var.context, input }));
      },
    );
}

function createNumberRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/',
      describe({
        permission: 'papers.number',
        summary: {
          zh: '业务文书取号；正式公文登记办公室编发的文号',
          en: 'Number a business paper, or register the number of an official one',
        },
        responses: { 201: { schema: PaperSchema } },
        errors: [
          'papers.unknown_series',
          'papers.unknown_subject',
          'papers.signed_later',
          'papers.official_number_wanted',
          'papers.business_number_given',
          'papers.number_of_another_series',
          'papers.number_taken',
          'papers.prefix_of_another_issuer',
          'platform.out_of_range',
        ],
      }),
      validate('json', TakeNumberSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        const paper = await takeNumber({ context: c.var.context, input });
        setETag(c, paper.version);
        return c.json(paper, 201);
      },
    )
    .post(
      '/:id/void',
      describe({
        permission: 'papers.number',
        summary: { zh: '作废一个编号', en: 'Void a number' },
        responses: { 200: { schema: PaperSchema } },
        errors: [
          'papers.not_found',
          'papers.already_void',
          'platform.precondition_required',
          'platform.stale_version',
        ],
      }),
      validate('param', PaperParamSchema),
      validate('json', VoidNumberSchema),
      async (c) => {
        const { id } = c.req.valid('param');
        const { reason } = c.req.valid('json');
        const seenVersion = requireIfMatch(c);
        const input = { id, reason, seenVersion, requestKey: await readRequestKey(c) };
        const paper = await voidNumber({ context: c.var.context, input });
        setETag(c, paper.version);
        return c.json(paper);
      },
    );
}
