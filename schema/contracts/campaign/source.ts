import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { TextSchema } from './text.ts';

/**
 * Where a rule comes from: a clause of the campaign's own document (with the quoted words, which a
 * test looks up in the document), another published document, or a proposal that the document does
 * not give, with the reason why it is there.
 */
export const SourceSchema = v.union([
  v.object({ clause: KeySchema, quote: v.optional(v.pipe(v.string(), v.minLength(1))) }),
  v.object({ document: v.string(), quote: v.optional(v.string()) }),
  v.object({ proposed: v.literal(true), reason: TextSchema }),
]);

export type Source = v.InferOutput<typeof SourceSchema>;
