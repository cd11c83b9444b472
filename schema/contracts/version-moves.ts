import * as v from 'valibot';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { CampaignIdSchema, WordingSchema } from './campaigns.ts';
import { InstantSchema } from './ids.ts';

/** `open` not with the authority: 未填, 填报中, 退回待改, 审签中 · `arrived` filed, held or accepted. */
export const moveStages = ['open', 'arrived'] as const;
export type MoveStage = (typeof moveStages)[number];

/**
 * Why a filing stays on the version it is on: the task is no longer asked · it is being signed inside
 * the unit · departments have parts in hand · what was filed would lose content · what was filed
 * would be incomplete.
 */
export const stayReasons = [
  'task-gone',
  'signing',
  'handed-out',
  'would-lose',
  'to-complete',
] as const;
export type StayReason = (typeof stayReasons)[number];

export const moveFates = ['clean', 'loses', 'stays'] as const;
export type MoveFate = (typeof moveFates)[number];

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const VersionNameSchema = v.object({ hash: HashSchema, number: v.number(), label: WordingSchema });

/** Filings that stand on an earlier version than the one in force, by task. */
export const VersionMovesSchema = v.object({
  asOf: InstantSchema,
  target: VersionNameSchema,
  tasks: v.array(
    v.object({
      task: KeySchema,
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

/** One place of a form: how many filings have something there, and how many values. */
const PlaceSchema = v.object({ path: v.string(), label: TextSchema, filings: CountSchema });
export type MovePlace = v.InferOutput<typeof PlaceSchema>;

export const MoveGroupSchema = v.object({
  stage: v.picklist(moveStages),
  fate: v.picklist(moveFates),
  why: v.optional(v.picklist(stayReasons)),
  filings: CountSchema,
  units: CountSchema,
  /** The first of them in official order. */
  names: v.array(v.string()),
  losses: v.array(PlaceSchema),
  /** What would still be missing or wrong. */
  incomplete: v.array(PlaceSchema),
});
export type MoveGroup = v.InferOutput<typeof MoveGroupSchema>;

/** The dry run of one task: nothing is changed by reading it. */
export const MovePlanSchema = v.object({
  asOf: InstantSchema,
  task: KeySchema,
  title: TextSchema,
  target: VersionNameSchema,
  /** Filings for which the task and its form say the same as before: nothing to decide. */
  unchanged: CountSchema,
  groups: v.array(MoveGroupSchema),
});
export type MovePlan = v.InferOutput<typeof MovePlanSchema>;

export const MovePlanQuerySchema = v.object({ campaign: CampaignIdSchema, task: KeySchema });
export const VersionMovesQuerySchema = v.object({ campaign: CampaignIdSchema });

export const movableGroups = ['open-clean', 'open-loses', 'arrived-clean'] as const;
export type MovableGroup = (typeof movableGroups)[number];

const MoveCursorSchema = v.pipe(v.string(), v.maxLength(120));

/** One bounded step of a move: `after` is the `next` of the step before. */
export const MoveFilingsSchema = v.object({
  campaign: CampaignIdSchema,
  task: KeySchema,
  target: HashSchema,
  groups: v.pipe(v.array(v.picklist(movableGroups)), v.minLength(1)),
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  after: v.optional(MoveCursorSchema),
});
export type MoveFilings = v.InferOutput<typeof MoveFilingsSchema>;

export const TakeMovesBackSchema = v.omit(MoveFilingsSchema, ['groups']);
export type TakeMovesBack = v.InferOutput<typeof TakeMovesBackSchema>;

/** `kept` are filings of the step that were left as they are; without `next` the move is through. */
export const MoveStepSchema = v.object({
  moved: CountSchema,
  kept: CountSchema,
  next: v.optional(MoveCursorSchema),
});
export type MoveStep = v.InferOutput<typeof MoveStepSchema>;
