import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import * as v from 'valibot';
import { describe } from '#workers/platform/http/describe.ts';
import type { HttpEnv } from '#workers/platform/http/http-env.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import { openApiComponents } from '#workers/platform/http/open-api.ts';

type Title = Readonly<Record<Locale, string>>;

/** `/api/openapi.json`: what this host serves, and nothing else. */
export function createOpenApiRoutes(input: { title: Title; documented: () => Hono }) {
  const documents = new Map<Locale, string>();
  return new Hono<HttpEnv>().get(
    '/api/openapi.json',
    describe({
      permission: 'public',
      summary: {
        zh: '本站接口说明（OpenAPI 3.1）',
        en: 'Description of this site’s interface (OpenAPI 3.1)',
      },
      responses: { 200: { schema: v.looseObject({ openapi: v.string() }) } },
    }),
    async (c) => {
      const locale = c.get('locale');
      const document = documents.get(locale) ?? (await write(input, locale));
      documents.set(locale, document);
      c.header('content-type', 'application/json');
      c.header('content-language', locale);
      c.header('vary', 'Accept-Language, Cookie');
      c.header('cache-control', 'no-cache');
      return c.body(document);
    },
  );
}

type Input = { readonly title: Title; readonly documented: () => Hono };

/** The summaries in the reader's language; those of the other one stand beside them. */
async function write({ title, documented }: Input, locale: Locale): Promise<string> {
  const spec = await describeApp(title[locale], documented());
  if (locale === 'zh-CN') return JSON.stringify(spec);
  return JSON.stringify(spec, (_key, value: unknown) => (isOperation(value) ? turn(value) : value));
}

type Operation = { summary: string; 'x-summary-en': string };

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'x-summary-en' in value;
}

function turn({ 'x-summary-en': english, summary, ...rest }: Operation) {
  return { ...rest, summary: english, 'x-summary-zh': summary };
}

async function describeApp(title: string, app: Hono) {
  return generateSpecs(app, {
    documentation: {
      info: { title, version: '1.0.0' },
      components: openApiComponents,
      security: [{ session: [] }],
    },
    excludeStaticFile: false,
    defaultValidationErrorResponse: false,
  });
}
