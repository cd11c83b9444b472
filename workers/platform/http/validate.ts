import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Context, Env, ValidationTargets } from 'hono';
import { uniqueSymbol, validator } from 'hono-openapi';
import type * as v from 'valibot';
import { deepestOf, messageOf, pathOf } from '#schema/contracts/issue-message.ts';
import type { InputIssue } from '#schema/contracts/issue-message.ts';
import type { ProblemEntry } from '#schema/contracts/problem.ts';
import type { Locale } from './locale.ts';
import { describeSchema } from './open-api.ts';
import { platformErrors } from './platform.errors.ts';
import type { ProblemError } from './problem.ts';

/**
 * Checks one part of a request against a contract. Bad input answers 422 with one entry per field
 * in the caller's language, saying what to do. Read the value with `c.req.valid(target)`.
 */
export function validate<
  Target extends keyof ValidationTargets,
  Schema extends v.GenericSchema & StandardSchemaV1,
>(target: Target, schema: Schema) {
  const check = validator<Schema, Target, Env, string>(target, schema, (result, c: Context) => {
    if (!result.success) throw createInvalidInputError(result.error, c.get('locale'));
  });
  return Object.assign(check, { [uniqueSymbol]: { target, ...describeSchema(schema) } });
}

/** The 422 for a list of issues, one entry per field (the first issue of each). */
export function createInvalidInputError(
  issues: readonly InputIssue[],
  locale: Locale,
): ProblemError {
  const entries = new Map<string, ProblemEntry>();
  for (const issue of issues.flatMap(deepestOf)) {
    const path = pointerOf(issue);
    if (!entries.has(path)) {
      entries.set(path, { path, code: issue.type ?? 'invalid', message: messageOf(issue, locale) });
    }
  }
  return platformErrors['platform.invalid_input']({
    values: { count: entries.size },
    errors: [...entries.values()],
  });
}

/** A JSON pointer (RFC 6901) to the field. */
function pointerOf(issue: InputIssue): string {
  return pathOf(issue)
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
