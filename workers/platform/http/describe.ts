import type { MiddlewareHandler } from 'hono';
import { uniqueSymbol } from 'hono-openapi';
import type { DescribeRouteOptions } from 'hono-openapi';
import type * as v from 'valibot';
import { ProblemSchema } from '#schema/contracts/problem.ts';
import { DEFAULT_BODY_LIMIT, limitBody } from './body-limit.ts';
import type { Access, HttpEnv } from './http-env.ts';
import { describeSchema } from './open-api.ts';
import { declaredErrors } from './problem.ts';

type AnswerDescription = {
  readonly description?: string;
  readonly schema?: v.GenericSchema;
  /** `application/json` unless told. */
  readonly type?: string;
};

export type RouteDescription = {
  /** Who may call: checked before anything of the request is read. */
  readonly permission: Access;
  /** What the route does, in both languages. */
  readonly summary: { readonly zh: string; readonly en: string };
  readonly tags?: readonly string[];
  readonly responses: { readonly [status: number]: AnswerDescription };
  /** Codes of the module's own errors that this route may answer. */
  readonly errors?: readonly string[];
  /** Bytes a body may have, one mebibyte unless told; `own` where the use case checks a stream. */
  readonly bodyLimit?: number | 'own';
};

/**
 * Describes a route for OpenAPI and guards it: no session 401, no grant with the permission 403.
 * Stands first in every route; whether the subject lies in range is the use case's `assertCan`.
 */
export function describe(route: RouteDescription): MiddlewareHandler {
  const limit = limitOf(route);
  const guard: MiddlewareHandler<HttpEnv> = async (c, next) => {
    await c.get('gate')(route.permission);
    return limit(c, next);
  };
  return Object.assign(guard, { [uniqueSymbol]: { spec: toSpec(route) } });
}

function limitOf({ bodyLimit = DEFAULT_BODY_LIMIT }: RouteDescription): MiddlewareHandler {
  return bodyLimit === 'own' ? async (_, next) => next() : limitBody(bodyLimit);
}

/** Who may call a described handler; `undefined` when the handler describes nothing. */
export function accessOf(handler: object): Access | undefined {
  const marked: { [uniqueSymbol]?: { spec?: { 'x-permission'?: Access } } } = handler;
  return marked[uniqueSymbol]?.spec?.['x-permission'];
}

type Responses = NonNullable<DescribeRouteOptions['responses']>;

type Spec = DescribeRouteOptions & { 'x-permission': Access; 'x-summary-en': string };

function toSpec(route: RouteDescription): Spec {
  const answers = Object.entries(route.responses).map(([status, answer]) => {
    const schema = answer.schema ? { schema: describeSchema(answer.schema) } : {};
    const content = answer.schema || answer.type;
    return [
      status,
      {
        description: answer.description ?? 'OK',
        ...(content ? { content: { [answer.type ?? 'application/json']: schema } } : {}),
      },
    ];
  });
  return {
    'x-permission': route.permission,
    summary: route.summary.zh,
    'x-summary-en': route.summary.en,
    tags: [...(route.tags ?? [])],
    ...(route.permission === 'public' ? { security: [] } : {}),
    responses: { ...problemResponses(route), ...Object.fromEntries(answers) },
  };
}

function problemResponses(route: RouteDescription): Responses {
  const guarded = route.permission === 'public' ? [] : ['platform.unauthenticated'];
  const limited = route.permission.includes('.') ? ['platform.forbidden'] : [];
  const codes = [...guarded, ...limited, ...(route.errors ?? [])];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const status = declaredErrors().get(code)?.status;
    if (status === undefined) throw new Error(`a route names an undeclared error: ${code}`);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses: Responses = {};
  for (const [status, found] of byStatus) responses[status] = problemResponse(found.join(', '));
  responses['default'] = problemResponse('problem');
  return responses;
}

function problemResponse(description: string): Responses[string] {
  return {
    description,
    content: { 'application/problem+json': { schema: describeSchema(ProblemSchema) } },
  };
}
