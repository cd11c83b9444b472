import * as v from 'valibot';
import { ReturnStepSchema, SignStepSchema } from './approvals.ts';
import { AudienceSchema, organizationKinds } from './campaign/audience.ts';
import { ApprovalStepDefinitionSchema } from './campaign/campaign.ts';
import { DaySchema } from './campaign/dates.ts';
import { FormSchema } from './campaign/form.ts';
import { KeySchema } from './campaign/keys.ts';
import { VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';

export const RequestIdSchema = idSchema('rqt');
export const RequestActIdSchema = idSchema('act');

/** `drafting` 拟稿 · `signing` 审签中 · `signed` 已审签待下发 · `issued` 已下发 · `closed` 办结 · `cancelled` 终止 */
export const requestStates = [
  'drafting',
  'signing',
  'signed',
  'issued',
  'closed',
  'cancelled',
] as const;
export type RequestState = (typeof requestStates)[number];

/** 批示 · 会议 · 上级来件 · 其他 */
export const basisKinds = ['instruction', 'meeting', 'superior', 'other'] as const;

/** Why it is asked: the paper's own words, and the clause of a campaign where it carries one out. */
export const BasisSchema = v.object({
  kind: v.picklist(basisKinds),
  words: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  number: v.optional(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60))),
  on: v.optional(DaySchema),
  cites: v.optional(v.object({ campaignId: v.string(), clause: v.optional(KeySchema) })),
});

/** `reply` 承办 · `lead` 牵头: replies for the others, too · `support` 配合: signs for it, owes no reply */
export const addresseeParts = ['reply', 'lead', 'support'] as const;
export type AddresseePart = (typeof addresseeParts)[number];

/** To whom: units of an audience, and units by name; a name says more than the audience. */
export const RecipientsSchema = v.object({
  audience: v.optional(AudienceSchema),
  units: v.pipe(
    v.array(v.object({ organizationId: OrganizationIdSchema, part: v.picklist(addresseeParts) })),
    v.maxLength(3000),
  ),
});
export type Recipients = v.InferOutput<typeof RecipientsSchema>;

const HourSchema = v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/));

/** The first due day and its hour; a fixed day never moves by itself. */
export const DeadlineSchema = v.object({
  on: DaySchema,
  hour: v.pipe(HourSchema, v.notValue('00:00')),
});
export type Deadline = v.InferOutput<typeof DeadlineSchema>;

export const repeatPeriods = ['week', 'month'] as const;
/** 汇报频次: again every week or month after the first due day, up to and including a day. */
export const RepeatsSchema = v.object({ every: v.picklist(repeatPeriods), until: DaySchema });
export type Repeats = v.InferOutput<typeof RepeatsSchema>;

const contentEntries = {
  title: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(120)),
  text: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(8000)),
  /** The post that asks, in its own words: 行风办, 医政科. */
  from: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60)),
  basis: BasisSchema,
  to: RecipientsSchema,
  deadline: DeadlineSchema,
  stampedScan: v.boolean(),
  nilReply: v.boolean(),
  /** The office's estimate of the work of one reply. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  /** The posts that sign before it goes out. */
  chain: v.pipe(v.array(ApprovalStepDefinitionSchema), v.minLength(2), v.maxLength(10)),
};
const optionalEntries = {
  repeats: v.optional(RepeatsSchema),
  /** Without a form a reply is free: text and files. */
  form: v.optional(FormSchema),
};

/** 临时任务／交办事项 as it is signed: never changed after it went out. */
export const RequestContentSchema = v.object({ ...contentEntries, ...optionalEntries });
export type RequestContent = v.InferOutput<typeof RequestContentSchema>;

/** The same while it is being written: whatever is there is right in itself, much may be missing. */
export const RequestDraftSchema = v.object({
  ...v.partial(v.object(contentEntries)).entries,
  ...optionalEntries,
});
export type RequestDraft = v.InferOutput<typeof RequestDraftSchema>;

/** `issuer` is a bureau; without one it is the commission itself. */
export const OpenRequestSchema = v.object({
  issuer: v.optional(OrganizationIdSchema),
  content: RequestDraftSchema,
});

export const RequestMovedSchema = v.object({
  id: RequestIdSchema,
  state: v.picklist(requestStates),
  version: VersionSchema,
});
export type RequestMoved = v.InferOutput<typeof RequestMovedSchema>;

const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500));

/** `POST /audience`: whom this would reach today, in official order. */
export const AskAudienceSchema = v.object({
  issuer: v.optional(OrganizationIdSchema),
  to: RecipientsSchema,
});
export const AudienceAnswerSchema = v.object({
  total: v.number(),
  byKind: v.array(v.object({ kind: v.picklist(organizationKinds), count: v.number() })),
  /** Units of the audience that stand outside the issuer's range and are left out. */
  outOfRange: v.number(),
  units: v.array(
    v.object({
      organizationId: v.string(),
      organizationName: v.string(),
      kind: v.picklist(organizationKinds),
      part: v.picklist(addresseeParts),
    }),
  ),
});
export type AudienceAnswer = v.InferOutput<typeof AudienceAnswerSchema>;

/** Warnings of the checker are acknowledged by their codes. */
export const SubmitRequestSchema = v.object({ acknowledged: v.optional(v.array(v.string())) });
export const SignRequestSchema = v.object({ stepKey: KeySchema, ...SignStepSchema.entries });
export const ReturnRequestSchema = v.object({ stepKey: KeySchema, ...ReturnStepSchema.entries });

/** For one unit or for all; for one of the due replies or for those that are still to come. */
export const ExtendRequestSchema = v.object({
  organizationId: v.optional(OrganizationIdSchema),
  occurrence: v.pipe(v.string(), v.maxLength(20)),
  to: DeadlineSchema,
  reason: ReasonSchema,
});
export type ExtendRequest = v.InferOutput<typeof ExtendRequestSchema>;

export const ExcuseSchema = v.object({
  organizationId: OrganizationIdSchema,
  occurrence: v.optional(v.pipe(v.string(), v.maxLength(20))),
  reason: ReasonSchema,
});
export const EndRequestSchema = v.object({ reason: ReasonSchema });
