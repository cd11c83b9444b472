import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

/**
 * A contract as a JSON Schema (draft 2020-12) for other programs. What only a program can check (a
 * real day, a safe integer) is left to it: the schema never refuses what the contract takes.
 */
export function writeJsonSchema(
  name: string,
  schema: v.GenericSchema,
  definitions: Readonly<Record<string, v.GenericSchema>> = {},
): string {
  const { $schema: _dialect, ...described } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    typeMode: 'input',
    definitions: { ...definitions },
  });
  const dialect = 'https://json-schema.org/draft/2020-12/schema';
  return `${JSON.stringify({ $schema: dialect, title: name, ...described }, null, 2)}\n`;
}
