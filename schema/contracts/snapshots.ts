import * as v from 'valibot';
import { regionLevels } from './campaign/branding.ts';
import { DaySchema } from './campaign/dates.ts';
import { crosswalkMatches } from './campaign/indicator.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const SnapshotIdSchema = idSchema('snp');
export const PeriodSchema = v.pipe(v.string(), v.regex(/^\d{4}-(H[12]|Q[1-4]|Y)$/));

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

/** One figure of 上报数据: a pair of integers, never a quotient; small cells are withheld. */
export const FigureSchema = v.object({
  common: v.string(),
  indicator: v.string(),
  match: v.picklist(crosswalkMatches),
  state: v.picklist(figureStates),
  numerator: v.optional(CountSchema),
  denominator: v.optional(CountSchema),
  /** 0 < n < 5 is hidden here; the pair then stays at home. */
  withheld: v.boolean(),
  units: CountSchema,
  verified: CountSchema,
  verifiedWrong: CountSchema,
  note: v.optional(v.string()),
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
  figures: v.array(FigureSchema),
  corrects: v.optional(SnapshotIdSchema),
});
export type SnapshotContent = v.InferOutput<typeof SnapshotContentSchema>;

export const snapshotStates = ['draft', 'signing', 'signed', 'sent', 'received'] as const;

export const SnapshotSchema = v.object({
  id: SnapshotIdSchema,
  state: v.picklist(snapshotStates),
  content: SnapshotContentSchema,
  contentHash: v.string(),
  explanations: v.record(v.string(), v.string()),
  approvalId: v.optional(v.string()),
  sentAt: v.optional(InstantSchema),
  receipt: v.optional(v.string()),
  version: VersionSchema,
});
export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** What crosses to the oversight host: the content, its hash, and the region's signature over both. */
export const SnapshotDeliverySchema = v.object({
  snapshotId: SnapshotIdSchema,
  content: SnapshotContentSchema,
  contentHash: v.string(),
  auditHead: v.object({ seq: v.number(), hash: v.string() }),
  algorithm: v.literal('ed25519'),
  keyId: v.string(),
  signature: v.string(),
  sentAt: InstantSchema,
});
export type SnapshotDelivery = v.InferOutput<typeof SnapshotDeliverySchema>;
