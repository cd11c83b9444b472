import * as v from 'valibot';
import { organizationKinds } from './campaign/audience.ts';
import { KeySchema } from './campaign/keys.ts';
import { CampaignIdSchema } from './campaigns.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';
import { replyStates } from './request-replies.ts';
import { RequestIdSchema } from './requests.ts';

const PhraseSchema = v.object({ zh: v.string(), en: v.string() });

export const channelKinds = ['email', 'robot', 'webhook', 'sms'] as const;
export const ChannelKindSchema = v.picklist(channelKinds);
export type ChannelKind = v.InferOutput<typeof ChannelKindSchema>;

/** `account` is the person's name in 企业微信／政务微信 or in the tenant's own system. */
export const contactKinds = ['email', 'account', 'phone'] as const;
export const ContactKindSchema = v.picklist(contactKinds);
export type ContactKind = v.InferOutput<typeof ContactKindSchema>;

/** `urged` 催办和交办 · `digest` 每日摘要 · `weekly` 每周逾期名单 · `security` 账号安全. */
export const messageCategories = ['urged', 'digest', 'weekly', 'security'] as const;
export type MessageCategory = (typeof messageCategories)[number];

export const waitingKinds = [
  'overdue',
  'due-soon',
  'returned',
  'sign-for',
  'answers',
  'sign-off',
  'petition-sign',
  'rulings',
  'review',
  'replies',
  'petitions',
  'approve',
  'proposals',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What waits for a person, of one kind, and where it is done. */
export const WaitingSchema = v.object({
  kind: v.picklist(waitingKinds),
  count: v.number(),
  href: v.string(),
});
export type Waiting = v.InferOutput<typeof WaitingSchema>;

export const MessageSchema = v.object({
  id: idSchema('msg'),
  category: v.picklist(messageCategories),
  title: PhraseSchema,
  body: PhraseSchema,
  href: v.string(),
  at: InstantSchema,
});
export type Message = v.InferOutput<typeof MessageSchema>;

export const WaitingCountSchema = v.object({ asOf: InstantSchema, count: v.number() });
export const InboxSchema = v.object({
  asOf: InstantSchema,
  waiting: v.array(WaitingSchema),
  messages: v.array(MessageSchema),
});
export type Inbox = v.InferOutput<typeof InboxSchema>;

const LineSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const AddressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500),
  v.url(),
  v.regex(/^https?:\/\/[^@\s]+$/i),
);
const HostSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(253),
  v.regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/),
);
/** `name@host`, or `姓名 <name@host>`. */
const SenderSchema = v.pipe(LineSchema, v.regex(/^[^\r\n<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/));

export const ChannelSetupSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('email'),
    host: HostSchema,
    port: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535)),
    security: v.picklist(['tls', 'starttls', 'none']),
    from: SenderSchema,
    username: v.optional(LineSchema),
  }),
  v.strictObject({ kind: v.literal('robot'), url: AddressSchema }),
  v.strictObject({ kind: v.literal('webhook'), url: AddressSchema }),
  v.strictObject({
    kind: v.literal('sms'),
    url: AddressSchema,
    templateId: LineSchema,
    signName: v.optional(LineSchema),
    successField: v.optional(v.pipe(LineSchema, v.maxLength(40))),
    successValue: v.optional(v.pipe(LineSchema, v.maxLength(40))),
  }),
]);
export type ChannelSetup = v.InferOutput<typeof ChannelSetupSchema>;

/** Without `secret` the one that is kept stays. */
export const SaveChannelSchema = v.strictObject({
  setup: ChannelSetupSchema,
  secret: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  enabled: v.boolean(),
});
export type SaveChannel = v.InferOutput<typeof SaveChannelSchema>;

/** What came of a test message, in words of ours and of the other side. */
export const ChannelTestSchema = v.object({
  at: InstantSchema,
  arrived: v.boolean(),
  words: PhraseSchema,
  detail: v.string(),
});
export type ChannelTest = v.InferOutput<typeof ChannelTestSchema>;

export const ChannelSchema = v.object({
  kind: ChannelKindSchema,
  setup: v.optional(ChannelSetupSchema),
  hasSecret: v.boolean(),
  enabled: v.boolean(),
  /** Whether the installation lets messages go to the host that is set. */
  allowed: v.boolean(),
  lastTest: v.optional(ChannelTestSchema),
  version: v.number(),
});
export type Channel = v.InferOutput<typeof ChannelSchema>;

/** A message that was given up after eight attempts. */
export const UndeliveredSchema = v.object({
  eventId: v.string(),
  channel: v.optional(ChannelKindSchema),
  category: v.optional(v.picklist(messageCategories)),
  organizationName: v.optional(v.string()),
  attempts: v.number(),
  reason: v.string(),
  at: InstantSchema,
});
export type Undelivered = v.InferOutput<typeof UndeliveredSchema>;

export const DigestHourSchema = v.pipe(v.string(), v.regex(/^(0[6-9]|1\d):[0-5]\d$/));
export const ReminderSettingsSchema = v.object({
  digestAt: DigestHourSchema,
  quietOnRestDays: v.boolean(),
  version: v.number(),
});
export type ReminderSettings = v.InferOutput<typeof ReminderSettingsSchema>;
export const SaveReminderSettingsSchema = v.strictObject({
  digestAt: DigestHourSchema,
  quietOnRestDays: v.boolean(),
});

export const ChannelsSchema = v.object({
  settings: ReminderSettingsSchema,
  channels: v.array(ChannelSchema),
  undelivered: v.array(UndeliveredSchema),
});
export type Channels = v.InferOutput<typeof ChannelsSchema>;

export const TestChannelSchema = v.strictObject({ to: LineSchema });

export const ContactSchema = v.object({
  kind: ContactKindSchema,
  masked: v.string(),
  enteredBy: v.picklist(['self', 'administrator']),
});
/** How one person is reached; `offered` are the channels that the administrator has opened. */
export const ReceptionSchema = v.object({
  channel: v.nullable(ChannelKindSchema),
  digest: v.boolean(),
  urged: v.boolean(),
  contacts: v.array(ContactSchema),
  offered: v.array(ChannelKindSchema),
  digestAt: DigestHourSchema,
});
export type Reception = v.InferOutput<typeof ReceptionSchema>;
export const SaveReceptionSchema = v.strictObject({
  channel: v.nullable(ChannelKindSchema),
  digest: v.boolean(),
  urged: v.boolean(),
});
export const SaveContactSchema = v.strictObject({ value: LineSchema });

/** What is urged: filings of a campaign, of one task or of all, or the reply to a request. */
const urgedEntries = {
  campaign: v.optional(CampaignIdSchema),
  task: v.optional(KeySchema),
  request: v.optional(RequestIdSchema),
};
/** Units in which something stands so, as the list of 报送进度 is filtered. */
export const urgeStates = ['waiting', 'returned', 'missing', 'exempt'] as const;

/** All that are overdue among what the list shows: every page of it, not those that were loaded. */
const UrgeAllSchema = v.strictObject({
  kind: v.optional(v.picklist(organizationKinds)),
  /** The authority of a place by id, or `own` for units of none. */
  area: v.optional(v.union([v.literal('own'), OrganizationIdSchema])),
  state: v.optional(v.picklist(urgeStates)),
  /** Of replies to a request. */
  reply: v.optional(v.picklist(replyStates)),
  occurrence: v.optional(v.pipe(v.string(), v.maxLength(40))),
});
export type UrgeAll = v.InferOutput<typeof UrgeAllSchema>;

/** Units by name, or all that the filter of the list finds; `after` is the `next` of the step before. */
export const UrgeSchema = v.pipe(
  v.strictObject({
    ...urgedEntries,
    after: v.optional(OrganizationIdSchema),
    organizationIds: v.optional(
      v.pipe(v.array(OrganizationIdSchema), v.minLength(1), v.maxLength(3_000)),
    ),
    all: v.optional(UrgeAllSchema),
  }),
  v.check(
    ({ organizationIds, all }) => (organizationIds === undefined) !== (all === undefined),
    'either units or all',
  ),
);
export type Urge = v.InferOutput<typeof UrgeSchema>;

/** Why a unit is not urged: today it was, it is the urging office itself, or nobody would read it. */
export const urgeBars = ['already', 'own', 'nobody'] as const;
export type UrgeBar = (typeof urgeBars)[number];

/** `urged` sent now · left out, and why · `nothing` overdue · `unknown` not in reach. */
export const urgeOutcomes = ['urged', ...urgeBars, 'nothing', 'unknown'] as const;
/** A bounded step of urging; without `next` all were gone through. */
export const UrgedSchema = v.object({
  asOf: InstantSchema,
  next: v.optional(v.string()),
  results: v.array(
    v.object({
      organizationId: v.string(),
      organizationName: v.string(),
      outcome: v.picklist(urgeOutcomes),
      words: PhraseSchema,
    }),
  ),
});
export type Urged = v.InferOutput<typeof UrgedSchema>;

/** What would be sent to which units, and when nothing is sent, why. */
export const UrgePreviewSchema = v.object({
  asOf: InstantSchema,
  words: PhraseSchema,
  deadline: PhraseSchema,
  units: v.array(
    v.object({
      organizationId: v.string(),
      organizationName: v.string(),
      items: v.number(),
      contacts: v.number(),
      /** It would be left out. */
      left: v.optional(v.object({ why: v.picklist(urgeBars), words: PhraseSchema })),
    }),
  ),
  restDay: v.optional(PhraseSchema),
});
export type UrgePreview = v.InferOutput<typeof UrgePreviewSchema>;

export const MadeSchema = v.object({ version: VersionSchema });
