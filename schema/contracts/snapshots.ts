import * as v from 'valibot';
import { ApprovalSchema, ReturnStepSchema, SignStepSchema } from './approvals.ts';
import { regionLevels } from './campaign/branding.ts';
import { DaySchema } from './campaign/dates.ts';
import { crosswalkMatches } from './campaign/indicator.ts';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { PeriodSchema } from './period.ts';

export const SnapshotIdSchema = idSchema('snp');

/**
 * Why a figure is there or not: 有数据 · 未设此指标 · 未报 · 样本不足 · 口径不一，不可比 · 不适用.
 * A missing measurement is never zero.
 */
export const figureStates = [
  'measured',
  'not-measured',
  'not-reported',
  'insufficient',
  'incomparable',
  'not-applicable',
] as const;
export type FigureState = (typeof figureStates)[number];

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(500));

/**
 * One figure of 上报数据: a pair of integers, never a quotient; small cells are withheld. `verified`
 * is how many of the denominator an office has examined, and `verifiedWrong` how many of those had
 * to be put right; both are absent where nobody examines the figure.
 */
export const FigureSchema = v.object({
  common: KeySchema,
  indicator: KeySchema,
  match: v.picklist(crosswalkMatches),
  state: v.picklist(figureStates),
  numerator: v.optional(CountSchema),
  denominator: v.optional(CountSchema),
  /** 0 < n < 5 is hidden here; the pair then stays at home. */
  withheld: v.boolean(),
  units: CountSchema,
  verified: v.optional(CountSchema),
  verifiedWrong: v.optional(CountSchema),
  /** What the region's crosswalk says about the difference in definition. */
  note: v.optional(TextSchema),
  /** Why the figure differs from the last period by more than a fifth. */
  explanation: v.optional(ReasonSchema),
});
export type Figure = v.InferOutput<typeof FigureSchema>;

export const SnapshotContentSchema = v.object({
  region: v.object({
    slug: v.string(),
    name: TextSchema,
    level: v.picklist(regionLevels),
    divisionCode: v.string(),
  }),
  period: PeriodSchema,
  cutOff: DaySchema,
  campaignTitle: v.string(),
  campaignVersion: v.string(),
  reporting: v.object({ unitsDue: CountSchema, unitsReported: CountSchema }),
  figures: v.pipe(v.array(FigureSchema), v.maxLength(200)),
  /** A correction names what it replaces, and says why. */
  corrects: v.optional(SnapshotIdSchema),
  correctionReason: v.optional(ReasonSchema),
});
export type SnapshotContent = v.InferOutput<typeof SnapshotContentSchema>;

export const snapshotStates = ['draft', 'signing', 'signed', 'sent', 'received'] as const;
export type SnapshotState = (typeof snapshotStates)[number];

export const SnapshotSchema = v.object({
  id: SnapshotIdSchema,
  state: v.picklist(snapshotStates),
  content: SnapshotContentSchema,
  contentHash: v.string(),
  approvalId: v.optional(v.string()),
  sentAt: v.optional(InstantSchema),
  receipt: v.optional(v.string()),
  version: VersionSchema,
});
export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** One row of 「以下数据将离开本地区」: the figure, what it is called at home, and the last period's. */
export const FigureLineSchema = v.object({
  ...FigureSchema.entries,
  title: TextSchema,
  localTitle: TextSchema,
  definition: TextSchema,
  unit: TextSchema,
  minimumDenominator: v.number(),
  previous: v.optional(v.object({ numerator: CountSchema, denominator: CountSchema })),
  /** Differs from the last period by more than a fifth of it: 需说明. */
  needsExplanation: v.boolean(),
});
export type FigureLine = v.InferOutput<typeof FigureLineSchema>;

/** `GET /api/snapshots/preview`: what would leave, as it stands now. */
export const SnapshotPreviewSchema = v.object({
  content: SnapshotContentSchema,
  lines: v.array(FigureLineSchema),
  previousPeriod: v.optional(PeriodSchema),
  /** The period is over, so that its data can be prepared. */
  isOver: v.boolean(),
  /** The newest one of this period, if there is any. */
  existing: v.optional(v.object({ id: SnapshotIdSchema, state: v.picklist(snapshotStates) })),
});
export type SnapshotPreview = v.InferOutput<typeof SnapshotPreviewSchema>;

/** `POST /api/snapshots`; by common indicator, the explanations of great differences. */
export const PrepareSnapshotSchema = v.object({
  period: PeriodSchema,
  explanations: v.optional(v.record(KeySchema, ReasonSchema)),
  corrects: v.optional(SnapshotIdSchema),
  correctionReason: v.optional(ReasonSchema),
});
export type PrepareSnapshot = v.InferOutput<typeof PrepareSnapshotSchema>;

export const SnapshotDetailSchema = v.object({
  ...SnapshotSchema.entries,
  lines: v.array(FigureLineSchema),
  previousPeriod: v.optional(PeriodSchema),
  approval: v.optional(ApprovalSchema),
});
export type SnapshotDetail = v.InferOutput<typeof SnapshotDetailSchema>;

export const SnapshotSummarySchema = v.object({
  id: SnapshotIdSchema,
  period: PeriodSchema,
  state: v.picklist(snapshotStates),
  corrects: v.optional(SnapshotIdSchema),
  createdAt: InstantSchema,
  sentAt: v.optional(InstantSchema),
  receipt: v.optional(v.string()),
  version: VersionSchema,
});
export type SnapshotSummary = v.InferOutput<typeof SnapshotSummarySchema>;

/** `newest` is the last half-year that is over by the server's clock; `periods` what can be looked at. */
export const SnapshotListSchema = v.object({
  items: v.array(SnapshotSummarySchema),
  newest: PeriodSchema,
  periods: v.array(PeriodSchema),
});
export type SnapshotList = v.InferOutput<typeof SnapshotListSchema>;

/** A step of its 审签: which one is said by its key, so that nobody signs another post's. */
const StepKeySchema = v.object({ step: v.picklist(['checked', 'signed']) });
export const SignSnapshotSchema = v.object({
  ...StepKeySchema.entries,
  ...SignStepSchema.entries,
});
export const ReturnSnapshotSchema = v.object({
  ...StepKeySchema.entries,
  ...ReturnStepSchema.entries,
});

/** What crosses to the oversight host: the content, its hash, and the region's signature over both. */
export const SnapshotDeliverySchema = v.object({
  snapshotId: SnapshotIdSchema,
  content: SnapshotContentSchema,
  contentHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** The entry of the region's audit chain that says that it was sent. */
  auditHead: v.object({ seq: CountSchema, hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  algorithm: v.literal('ed25519'),
  keyId: v.string(),
  signature: v.pipe(v.string(), v.regex(/^[\w-]{80,100}$/)),
  sentAt: InstantSchema,
});
export type SnapshotDelivery = v.InferOutput<typeof SnapshotDeliverySchema>;

export const DeliveryReceiptSchema = v.object({ receipt: v.string(), receivedAt: InstantSchema });
export type DeliveryReceipt = v.InferOutput<typeof DeliveryReceiptSchema>;

/**
 * The text that a region signs. It stands for the whole content through its hash; its first line
 * keeps a signature made for anything else (a database token, an audit head) from passing here.
 */
export function signedTextOf(delivery: Omit<SnapshotDelivery, 'content' | 'signature'>): string {
  const { snapshotId, contentHash, auditHead, algorithm, keyId, sentAt } = delivery;
  const facts = [snapshotId, contentHash, auditHead.seq, auditHead.hash, algorithm, keyId, sentAt];
  return ['qingfeng.snapshot.v1', ...facts].join('\n');
}
