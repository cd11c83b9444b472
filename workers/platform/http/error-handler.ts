import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Problem } from '#schema/contracts/problem.ts';
import { DatabaseSuspendedError, findDatabaseError } from '../database/database.errors.ts';
import type { Logger } from '../logger.ts';
import { platformErrors } from './platform.errors.ts';
import { ProblemError } from './problem.ts';

/** The one place where an error becomes an answer: problem+json, no stack, no SQL. */
export function createErrorHandler(logger: Logger): ErrorHandler {
  return (error, c) => {
    const problem = toProblemError(error);
    if (problem.status >= 500) {
      const { code, status } = problem;
      logger.error('request failed', { requestId: c.get('requestId'), code, status, error });
    }
    return answerProblem(c, problem);
  };
}

/** Answers an address that nothing serves. */
export const answerNotFound: NotFoundHandler = (c) =>
  answerProblem(c, platformErrors['platform.route_not_found']());

export function answerProblem(c: Context, error: ProblemError): Response {
  const { errors, extras, headers } = error.details;
  const problem: Problem = {
    ...extras,
    type: `urn:qingfeng:problem:${error.code}`,
    title: error.title(c.get('locale')),
    status: error.status,
    code: error.code,
    requestId: c.get('requestId'),
    ...(errors ? { errors: [...errors] } : {}),
  };
  for (const [name, value] of Object.entries(headers ?? {})) c.header(name, value);
  c.header('content-type', 'application/problem+json');
  c.header('content-language', c.get('locale'));
  c.header('cache-control', 'no-store');
  return c.body(JSON.stringify(problem), error.status);
}

/** Every error as one of a catalogue; what nobody expected is `internal.error`. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const database = findDatabaseError(error);
  if (database instanceof DatabaseSuspendedError) {
    return platformErrors['platform.database_suspended']({ cause: error });
  }
  if (database) {
    const headers = { 'retry-after': String(database.retryAfterSeconds) };
    return platformErrors['platform.database_unavailable']({ cause: error, headers });
  }
  if (error instanceof HTTPException && error.status === 400) {
    return platformErrors['platform.malformed_json']({ cause: error });
  }
  return platformErrors['internal.error']({ cause: error });
}
