import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import * as v from 'valibot';
import { describe } from '#workers/platform/http/describe.ts';
import { openApiComponents } from '#workers/platform/http/open-api.ts';

/** `/api/openapi.json`: what this host serves, and nothing else. */
export function createOpenApiRoutes(input: { title: string; documented: () => Hono }) {
  let document: string | undefined;
  return new Hono().get(
    '/api/openapi.json',
    describe({
      permission: 'public',
      summary: '本站接口说明（OpenAPI 3.1）',
      responses: { 200: { schema: v.looseObject({ openapi: v.string() }) } },
    }),
    async (c) => {
      document ??= JSON.stringify(await describeApp(input.title, input.documented()));
      c.header('content-type', 'application/json');
      c.header('cache-control', 'no-cache');
      return c.body(document);
    },
  );
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
