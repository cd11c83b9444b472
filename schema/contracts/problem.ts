import * as v from 'valibot';

/** One entry per field of bad input; `path` is a JSON pointer into the input. */
export const ProblemEntrySchema = v.object({
  path: v.string(),
  code: v.string(),
  message: v.string(),
});
export type ProblemEntry = v.InferOutput<typeof ProblemEntrySchema>;

/** `application/problem+json` (RFC 9457) with our stable code and the request's id. */
export const ProblemSchema = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  code: v.string(),
  requestId: v.string(),
  errors: v.optional(v.array(ProblemEntrySchema)),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
