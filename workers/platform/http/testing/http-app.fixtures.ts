import { Hono } from 'hono';
import type { Logger } from '../../logger.ts';
import { answerNotFound, createErrorHandler } from '../error-handler.ts';
import type { Gate, HttpEnv } from '../http-env.ts';
import type { Locale } from '../locale.ts';

type Line = { readonly message: string; readonly fields: unknown };

/** A bare app with our error handler, for tests of what routes are made of. */
export function createHttpApp(input: { locale?: Locale; gate?: Gate } = {}) {
  const lines: Line[] = [];
  const note = (message: string, fields?: unknown) => void lines.push({ message, fields });
  const logger: Logger = { info: note, error: note };
  const app = new Hono<HttpEnv>();
  app.onError(createErrorHandler(logger));
  app.notFound(answerNotFound);
  app.use(async (c, next) => {
    c.set('requestId', 'req_test');
    c.set('locale', input.locale ?? 'zh-CN');
    c.set('gate', input.gate ?? (async () => {}));
    await next();
  });
  return { app, lines };
}

export const postJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
