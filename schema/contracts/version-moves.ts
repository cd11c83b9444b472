import * as v from 'valibot';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import type { Text } from './campaign/text.ts';
import { CampaignIdSchema, WordingSchema } from './campaigns.ts';
import { InstantSchema } from './ids.ts';

/**
 * `open` filings not with the authority, entries still handled · `arrived` filings filed, held or
 * accepted, entries that have ended.
 */
export const moveStages = ['open', 'arrived'] as const;
export type MoveStage = (typeof moveStages)[number];

/**
 * Why something stays on the version it is on. Of filings: the task is no longer asked · it is being
 * signed inside the unit · departments have parts in hand. Of entries: the register, the row of the
 * master list or the state is gone · the state means something else · what is masked would be shown ·
 * a hand-over waits for its signature. Of both: what has arrived or ended would lose content, or
 * would be incomplete.
 */
export const stayReasons = [
  'task-gone',
  'signing',
  'handed-out',
  'register-gone',
  'row-gone',
  'state-gone',
  'state-changed',
  'unmasked',
  'handed-over',
  'would-lose',
  'to-complete',
] as const;
export type StayReason = (typeof stayReasons)[number];

export const moveFates = ['clean', 'loses', 'stays'] as const;
export type MoveFate = (typeof moveFates)[number];

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const VersionNameSchema = v.object({ hash: HashSchema, number: v.number(), label: WordingSchema });

/** Filings by task, or entries by register, that stand on an earlier version than the one in force. */
export const VersionMovesSchema = v.object({
  asOf: InstantSchema,
  target: VersionNameSchema,
  lines: v.array(
    v.object({
      key: KeySchema,
      title: TextSchema,
      from: v.array(VersionNameSchema),
      open: CountSchema,
      arrived: CountSchema,
      /** Moved to the version in force by an act of the office, and not taken back. */
      moved: CountSchema,
    }),
  ),
});
export type VersionMoves = v.InferOutput<typeof VersionMovesSchema>;

/** One place of a form or of a register: of how many something stands there. */
const PlaceSchema = v.object({ path: v.string(), label: TextSchema, items: CountSchema });
export type MovePlace = v.InferOutput<typeof PlaceSchema>;

export const MoveGroupSchema = v.object({
  stage: v.picklist(moveStages),
  fate: v.picklist(moveFates),
  why: v.optional(v.picklist(stayReasons)),
  items: CountSchema,
  /** Of the items: those of which the reader may know no more than that they are there. */
  hidden: CountSchema,
  /** Whose the others are, in official order. */
  units: v.array(v.object({ id: v.string(), name: v.string(), order: v.number() })),
  /** Entries by number, the first of those that the reader may open. */
  samples: v.array(v.object({ id: v.string(), number: v.number() })),
  losses: v.array(PlaceSchema),
  /** What would still be missing or wrong. */
  incomplete: v.array(PlaceSchema),
});
export type MoveGroup = v.InferOutput<typeof MoveGroupSchema>;

const MoveCursorSchema = v.pipe(v.string(), v.maxLength(120));

/** A page of the dry run of one task or register: nothing is changed by reading it. */
export const MovePlanSchema = v.object({
  asOf: InstantSchema,
  key: KeySchema,
  target: VersionNameSchema,
  /** How many were looked at. */
  weighed: CountSchema,
  /** Those for which both versions say the same: nothing to decide. */
  unchanged: CountSchema,
  groups: v.array(MoveGroupSchema),
  /** Where the next page begins; without it the dry run is through. */
  next: v.optional(MoveCursorSchema),
});
export type MovePlan = v.InferOutput<typeof MovePlanSchema>;

/** `target` is that of the page before: a dry run is of one version. */
export const MovePlanQuerySchema = v.object({
  campaign: CampaignIdSchema,
  key: KeySchema,
  target: v.optional(HashSchema),
  after: v.optional(MoveCursorSchema),
});
export type MovePlanQuery = v.InferOutput<typeof MovePlanQuerySchema>;
export const VersionMovesQuerySchema = v.object({ campaign: CampaignIdSchema });

export const movableGroups = ['open-clean', 'open-loses', 'arrived-clean'] as const;
export type MovableGroup = (typeof movableGroups)[number];

/**
 * One bounded step of a move: `after` is the `next` of the step before, `asOf` when the dry run
 * began. What was worked on since then is another thing than what was planned, and is left alone.
 */
export const MoveOrderSchema = v.object({
  campaign: CampaignIdSchema,
  key: KeySchema,
  target: HashSchema,
  groups: v.pipe(v.array(v.picklist(movableGroups)), v.minLength(1)),
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  asOf: InstantSchema,
  after: v.optional(MoveCursorSchema),
});
export type MoveOrder = v.InferOutput<typeof MoveOrderSchema>;

export const TakeMovesBackSchema = v.omit(MoveOrderSchema, ['groups', 'asOf']);
export type TakeMovesBack = v.InferOutput<typeof TakeMovesBackSchema>;

/** `kept` were left as they are; without `next` the move is through. */
export const MoveStepSchema = v.object({
  moved: CountSchema,
  kept: CountSchema,
  /** Of those kept: they would have moved, had nobody worked on them since the dry run. */
  changed: v.optional(CountSchema),
  next: v.optional(MoveCursorSchema),
});
export type MoveStep = v.InferOutput<typeof MoveStepSchema>;

export type VerdictPlace = { path: string; label: Text };

/** What a move to another version does to one thing; `same`: both versions say the same of it. */
export type MoveVerdict = {
  kind: 'same' | MoveFate;
  why?: StayReason;
  losses: readonly VerdictPlace[];
  incomplete: readonly VerdictPlace[];
};
