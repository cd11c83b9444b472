import * as v from 'valibot';

/** Keys name things inside one campaign; the narrow alphabet keeps them safe as JSON paths in SQL. */
export const KeySchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));

export type Key = v.InferOutput<typeof KeySchema>;
