import * as v from 'valibot';
import { ApprovalSchema, ReturnStepSchema, SignStepSchema } from './approvals.ts';
import { organizationKinds } from './campaign/audience.ts';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';

export const BulletinIdSchema = idSchema('bul');

/** 通报 · 半年小结 · 年度总结 · 工作简报 */
export const bulletinKinds = ['notice', 'half-year', 'year-end', 'brief'] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

/** 拟稿 · 审签中 · 已签发 · 已登记文号 · 已分发; the text stands from 审签 on. */
export const bulletinStates = ['drafting', 'signing', 'signed', 'registered', 'sent'] as const;
export type BulletinState = (typeof bulletinStates)[number];

/** Where a figure comes from, so that it is read again in the same way. */
export const FigureRefSchema = v.object({
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9:.-]{0,89}$/)),
  campaign: v.optional(idSchema('cmp')),
});
export type FigureRef = v.InferOutput<typeof FigureRefSchema>;

const LineSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400));

/** A figure in a text: what it was at its 截至, its 口径, and the list it opens. */
export const FrozenFigureSchema = v.object({
  ref: FigureRefSchema,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  /** As it is read: 96.4%, 2,622 件. */
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  definition: v.pipe(v.string(), v.maxLength(400)),
  asOf: InstantSchema,
  href: v.optional(v.pipe(v.string(), v.regex(/^\//), v.maxLength(400))),
});
export type FrozenFigure = v.InferOutput<typeof FrozenFigureSchema>;

/** A piece of a paragraph: words, or a figure with its name before it or without. */
export const RunSchema = v.union([
  v.strictObject({ text: v.pipe(v.string(), v.maxLength(6000)) }),
  v.strictObject({ figure: FrozenFigureSchema, named: v.optional(v.boolean()) }),
]);
export type Run = v.InferOutput<typeof RunSchema>;

export const BulletinPartBodySchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('heading'),
    level: v.picklist([1, 2]),
    text: v.pipe(v.string(), v.trim(), v.maxLength(120)),
  }),
  v.strictObject({
    kind: v.literal('paragraph'),
    runs: v.pipe(v.array(RunSchema), v.maxLength(200)),
  }),
  v.strictObject({
    kind: v.literal('table'),
    title: v.pipe(v.string(), v.trim(), v.maxLength(120)),
    figures: v.pipe(v.array(FrozenFigureSchema), v.maxLength(60)),
  }),
]);
export type BulletinPartBody = v.InferOutput<typeof BulletinPartBodySchema>;

export const BulletinPartSchema = v.object({
  key: KeySchema,
  body: BulletinPartBodySchema,
  version: VersionSchema,
  changedAt: InstantSchema,
  changedByPost: v.string(),
});
export type BulletinPart = v.InferOutput<typeof BulletinPartSchema>;

/** What stands around the text of a paper: 标题、主送机关、署名、附件、抄送、印发机关. */
export const BulletinHeadSchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(120)),
  to: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  issuer: LineSchema,
  attachments: v.pipe(v.array(LineSchema), v.maxLength(20)),
  copyTo: v.pipe(v.string(), v.trim(), v.maxLength(400)),
  printedBy: v.pipe(v.string(), v.trim(), v.maxLength(60)),
});
export type BulletinHead = v.InferOutput<typeof BulletinHeadSchema>;

export const findingKinds = ['id-number', 'phone', 'bed', 'record', 'person'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What must not stand in a paper, or has to be confirmed with a reason. */
export const NameFindingSchema = v.object({
  kind: v.picklist(findingKinds),
  /** The part it stands in, or `head`. */
  part: v.string(),
  excerpt: v.string(),
  mayConfirm: v.boolean(),
  confirmed: v.optional(v.object({ reason: v.string(), post: v.string(), at: InstantSchema })),
});
export type NameFinding = v.InferOutput<typeof NameFindingSchema>;

/** The rule at the top of the page, worked out from the text as it is saved. */
export const BulletinChecksSchema = v.object({
  textVersion: VersionSchema,
  named: v.array(v.object({ organizationId: v.string(), organizationName: v.string() })),
  findings: v.array(NameFindingSchema),
  /** How many findings still stand in the way of 送审. */
  open: v.number(),
  /** Parts without any words: they are left out of the paper. */
  empty: v.number(),
});
export type BulletinChecks = v.InferOutput<typeof BulletinChecksSchema>;

export const OpenBulletinSchema = v.strictObject({
  kind: v.picklist(bulletinKinds),
  campaign: v.optional(idSchema('cmp')),
  /** The day at whose end its figures are read; now unless told. */
  asOf: v.optional(DaySchema),
});
export const SaveHeadSchema = v.strictObject({ head: BulletinHeadSchema });
export const SavePartSchema = v.strictObject({ body: BulletinPartBodySchema });
export const AddPartSchema = v.strictObject({
  after: v.optional(KeySchema),
  body: BulletinPartBodySchema,
});
export const MovePartSchema = v.strictObject({ after: v.optional(KeySchema) });
const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500));
export const ConfirmFindingSchema = v.strictObject({
  kind: v.picklist(findingKinds),
  excerpt: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  reason: ReasonSchema,
});
/** The text that was seen: what is submitted is what the drafter had before him. */
export const SubmitBulletinSchema = v.strictObject({ textVersion: VersionSchema });
export const RefreshFiguresSchema = v.strictObject({
  asOf: v.optional(DaySchema),
  textVersion: VersionSchema,
});
export const SignBulletinSchema = v.strictObject({ stepKey: KeySchema, ...SignStepSchema.entries });
export const ReturnBulletinSchema = v.strictObject({
  stepKey: KeySchema,
  ...ReturnStepSchema.entries,
});

/** 签发登记: the office's number and dates, typed back; 本系统不生成正式文号. */
export const BulletinIssueSchema = v.strictObject({
  /** A notice has one; a summary or a newsletter may go without. */
  number: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.regex(
        /^[^\d〔]{2,20}〔20\d{2}〕[1-9]\d{0,4}号$/,
        '请按公文上的样式填写，如：卫办发〔2026〕12号。',
      ),
    ),
  ),
  signedOn: DaySchema,
  printedOn: DaySchema,
  evidenceId: v.optional(idSchema('evd')),
});
export type BulletinIssue = v.InferOutput<typeof BulletinIssueSchema>;

/** 分发: to all units of the system, to kinds of them, or to named ones. */
export const SendBulletinSchema = v.strictObject({
  kinds: v.optional(v.pipe(v.array(v.picklist(organizationKinds)), v.maxLength(20))),
  units: v.optional(v.pipe(v.array(OrganizationIdSchema), v.maxLength(3000))),
});

export const BulletinMovedSchema = v.object({
  id: BulletinIdSchema,
  state: v.picklist(bulletinStates),
  version: VersionSchema,
});
export type BulletinMoved = v.InferOutput<typeof BulletinMovedSchema>;

export const PartMovedSchema = v.object({ key: KeySchema, version: VersionSchema });
export type PartMoved = v.InferOutput<typeof PartMovedSchema>;

export const BulletinSummarySchema = v.object({
  id: BulletinIdSchema,
  kind: v.picklist(bulletinKinds),
  title: v.string(),
  state: v.picklist(bulletinStates),
  waitsFor: v.optional(v.string()),
  number: v.optional(v.string()),
  sent: v.optional(v.object({ units: v.number(), signedFor: v.number() })),
  updatedAt: InstantSchema,
  version: VersionSchema,
});
export type BulletinSummary = v.InferOutput<typeof BulletinSummarySchema>;

export const BulletinListSchema = v.object({
  asOf: InstantSchema,
  items: v.array(BulletinSummarySchema),
  next: v.optional(v.string()),
});
export type BulletinList = v.InferOutput<typeof BulletinListSchema>;

/** A receipt of one unit: signed for by a post, and never when it was read. */
export const BulletinReceiptSchema = v.object({
  organizationId: v.string(),
  organizationName: v.string(),
  signedForAt: v.optional(InstantSchema),
  signedForByPost: v.optional(v.string()),
});

export const BulletinDetailSchema = v.object({
  summary: BulletinSummarySchema,
  campaign: v.optional(v.object({ id: v.string(), title: v.string() })),
  /** The day at whose end its figures were read last; without one, the moment of reading. */
  asOf: v.optional(DaySchema),
  head: BulletinHeadSchema,
  parts: v.array(BulletinPartSchema),
  checks: BulletinChecksSchema,
  approval: v.optional(ApprovalSchema),
  issue: v.optional(BulletinIssueSchema),
  receipts: v.array(BulletinReceiptSchema),
  may: v.object({ draft: v.boolean(), sign: v.boolean() }),
});
export type BulletinDetail = v.InferOutput<typeof BulletinDetailSchema>;

/** What a unit received: the paper as it was issued, and its own receipt. */
export const ReceivedBulletinSchema = v.object({
  id: BulletinIdSchema,
  kind: v.picklist(bulletinKinds),
  head: BulletinHeadSchema,
  issue: BulletinIssueSchema,
  sentAt: InstantSchema,
  receipt: BulletinReceiptSchema,
});
export const ReceivedBulletinDetailSchema = v.object({
  ...ReceivedBulletinSchema.entries,
  parts: v.array(v.object({ key: KeySchema, body: BulletinPartBodySchema })),
});
export type ReceivedBulletinDetail = v.InferOutput<typeof ReceivedBulletinDetailSchema>;
export const ReceivedBulletinsSchema = v.object({ items: v.array(ReceivedBulletinSchema) });
export type ReceivedBulletins = v.InferOutput<typeof ReceivedBulletinsSchema>;
export const BulletinSignedForSchema = v.object({
  id: BulletinIdSchema,
  signedForAt: InstantSchema,
});
export const SignForBulletinSchema = v.strictObject({ organizationId: OrganizationIdSchema });

/** 可引用的情况: words to insert, and from where they are. */
export const QuotableSchema = v.object({
  group: v.picklist(['best', 'worst', 'case', 'practice']),
  title: v.string(),
  /** As it is inserted; a unit stands in `named` by name, in `text` by its class. */
  text: v.string(),
  named: v.optional(v.string()),
  href: v.optional(v.string()),
});
export type Quotable = v.InferOutput<typeof QuotableSchema>;
export const QuotablesSchema = v.object({ asOf: InstantSchema, items: v.array(QuotableSchema) });
export type Quotables = v.InferOutput<typeof QuotablesSchema>;

/** What 「更新到…」 would change, figure by figure, before it is done. */
export const FigureChangeSchema = v.object({
  part: KeySchema,
  label: v.string(),
  before: v.object({ value: v.string(), asOf: InstantSchema }),
  after: v.optional(v.object({ value: v.string(), asOf: InstantSchema })),
});
export type FigureChange = v.InferOutput<typeof FigureChangeSchema>;
export const FigureChangesSchema = v.object({
  asOf: InstantSchema,
  textVersion: VersionSchema,
  changes: v.array(FigureChangeSchema),
});
export type FigureChanges = v.InferOutput<typeof FigureChangesSchema>;

/** The figures that may be inserted, as they are at the paper's moment. */
export const BulletinFiguresSchema = v.object({
  asOf: InstantSchema,
  items: v.array(v.object({ group: v.string(), figure: FrozenFigureSchema })),
});
export type BulletinFigures = v.InferOutput<typeof BulletinFiguresSchema>;
