import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import { EvidenceIdSchema, EvidenceSchema } from '#schema/contracts/evidence.ts';
import type { EvidenceFormat } from '#schema/contracts/evidence.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { contentTypeOf, isViewable } from './evidence-format.domain.ts';
import { openEvidence } from './usecases/open-evidence.ts';
import type { PlaceReader } from './usecases/open-evidence.ts';
import { receiveEvidence } from './usecases/receive-evidence.ts';

const UploadQuerySchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200), v.regex(/^[^/\\\p{Cc}]+$/u)),
});
const ParamSchema = v.object({ id: EvidenceIdSchema });

/** `/api/evidence`. `readers` say, for each kind of record that cites files, who may see it. */
export function createEvidenceRoutes(readers: Readonly<Record<string, PlaceReader>>) {
  return new Hono<TenantEnv>()
    .route('/', createUploadRoutes())
    .route('/', createContentRoutes(readers));
}

function createUploadRoutes() {
  return new Hono<TenantEnv>().post(
    '/',
    describe({
      permission: 'evidence.upload',
      bodyLimit: 'own',
      summary: {
        zh: '上传一份佐证材料（请求体为文件内容）',
        en: 'Upload a file of evidence; the body is its content',
      },
      responses: { 201: { schema: EvidenceSchema } },
      errors: [
        'evidence.unsupported_format',
        'evidence.content_differs',
        'evidence.too_large',
        'evidence.empty',
        'evidence.length_required',
        'evidence.broken_upload',
      ],
    }),
    validate('query', UploadQuerySchema),
    async (c) => {
      const length = c.req.header('content-length');
      const answer = await receiveEvidence({
        context: c.var.context,
        input: {
          name: c.req.valid('query').name,
          size: length === undefined ? undefined : Number(length),
          body: c.req.raw.body ?? new Blob([]).stream(),
          organizationId: c.var.context.actor.organizationId,
        },
      });
      return c.json(answer, 201);
    },
  );
}

function createContentRoutes(readers: Readonly<Record<string, PlaceReader>>) {
  return new Hono<TenantEnv>()
    .get(
      '/:id/content',
      describe({
        permission: 'evidence.read',
        summary: { zh: '下载一份佐证材料', en: 'Download a file of evidence' },
        responses: { 200: { type: 'application/octet-stream', schema: v.string() } },
        errors: ['evidence.not_found'],
      }),
      validate('param', ParamSchema),
      (c) => serve(c, c.req.valid('param').id, readers, 'attachment'),
    )
    .get(
      '/:id/view',
      describe({
        permission: 'evidence.read',
        summary: {
          zh: '在受限框架内查看 PDF 或图片',
          en: 'View a PDF or picture in a restricted frame',
        },
        responses: { 200: { type: 'application/octet-stream', schema: v.string() } },
        errors: ['evidence.not_found'],
      }),
      validate('param', ParamSchema),
      (c) => serve(c, c.req.valid('param').id, readers, 'inline'),
    );
}

async function serve(
  c: Context<TenantEnv>,
  id: string,
  readers: Readonly<Record<string, PlaceReader>>,
  wanted: 'attachment' | 'inline',
): Promise<Response> {
  const { record, body, size } = await openEvidence({
    context: c.var.context,
    input: { id, readers },
  });
  const disposition = isViewable(record.format) ? wanted : 'attachment';
  return new Response(body, {
    headers: {
      'content-type': contentTypeOf(record.format),
      'content-length': String(size),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(record.name)}`,
      'content-security-policy': framePolicy(record.format),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Browsers refuse to show a PDF under `sandbox`; their viewers run no script of ours. */
function framePolicy(format: EvidenceFormat): string {
  const policy = "default-src 'none'; frame-ancestors 'self'";
  return format === 'pdf' ? `${policy}; object-src 'self'` : `${policy}; sandbox`;
}
