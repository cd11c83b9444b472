import { Hono } from 'hono';
import { DraftPreviewSchema, PreviewQuerySchema } from '#schema/contracts/draft-preview.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { previewDraft } from './usecases/preview-draft.ts';

/** `/api/submissions/preview`: a draft as its readers would have it. */
export function createPreviewRoutes() {
  return new Hono<TenantEnv>().get(
    '/preview',
    describe({
      permission: 'campaigns.read',
      summary: {
        zh: '预览草稿：某一单位（或本机关）将看到的任务',
        en: 'A draft as one unit, or the commission, would have it on its desk',
      },
      responses: { 200: { schema: DraftPreviewSchema } },
      errors: ['submissions.not_found', 'campaigns.draft_not_found'],
    }),
    validate('query', PreviewQuerySchema),
    async (c) => {
      const input = c.req.valid('query');
      return c.json(await previewDraft({ context: c.var.context, input }));
    },
  );
}
