import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { handOverVerbs } from './campaign/register.ts';

const ActReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(1000));
const PostSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60));
const LetterSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** 转办, 交办, 转送, 移送. */
export const HandOverEntrySchema = v.strictObject({
  verb: v.picklist(handOverVerbs),
  post: PostSchema,
  organ: v.optional(PostSchema),
  letter: v.optional(LetterSchema),
  replyBy: v.optional(DaySchema),
  reason: ActReasonSchema,
});
export type HandOverEntry = v.InferOutput<typeof HandOverEntrySchema>;

/** 签收; for an organ outside what its receipt says. */
export const SignForEntrySchema = v.strictObject({
  post: v.optional(PostSchema),
  number: v.optional(LetterSchema),
  on: v.optional(DaySchema),
});
/** 退回, with reason and basis. */
export const HandBackEntrySchema = v.strictObject({
  reason: ActReasonSchema,
  basis: ActReasonSchema,
});
export const WithdrawHandOverSchema = v.strictObject({ reason: ActReasonSchema });

/** 首接负责: the verbs this person may use, and what waits for a signature. */
export const HandOverViewSchema = v.object({
  verbs: v.array(v.picklist(handOverVerbs)),
  refuseWithin: v.number(),
  waiting: v.optional(
    v.object({
      verb: v.picklist(handOverVerbs),
      side: v.picklist(['unit', 'office', 'organ']),
      receiver: v.string(),
      letter: v.optional(v.string()),
      replyBy: v.optional(DaySchema),
      refuseBy: v.optional(DaySchema),
      toCoordinator: v.boolean(),
      by: v.string(),
      on: DaySchema,
      maySign: v.boolean(),
      mayRefuse: v.boolean(),
      mayWithdraw: v.boolean(),
    }),
  ),
});
