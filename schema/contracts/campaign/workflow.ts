import * as v from 'valibot';
import { ConditionSchema } from './condition.ts';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

/**
 * What an entry has reached, whatever a register calls its states. The rates count these: 受理,
 * 已核查, 已答复, 整改完成 (the unit says so), 销号 (the authority agrees), 办结.
 */
export const milestones = [
  'accepted',
  'verified',
  'replied',
  'rectified',
  'closed',
  'done',
] as const;
export type Milestone = (typeof milestones)[number];

/**
 * `ends`: nothing follows; 销号 and 办结 are `closed`, a duplicate is `merged`, what never was an
 * entry is `void`. `longTerm`: 转长期整改, no longer counted among the due.
 */
export const WorkflowStateSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  ends: v.optional(v.picklist(['closed', 'merged', 'void'])),
  longTerm: v.optional(v.boolean()),
});
export type WorkflowState = v.InferOutput<typeof WorkflowStateSchema>;

/** The unit of the entry, the post or unit named responsible in it, or the office of the register. */
export const workflowActors = ['unit', 'responsible', 'office'] as const;
export type WorkflowActor = (typeof workflowActors)[number];

/**
 * What must hold before a step. `not-filer`: nobody approves what he filed or applied for.
 * `not-own-unit`: nobody of the unit concerned. `not-adviser`: nobody who advises that unit.
 * `linked-entry`: an entry of another register is linked, or a decision says why there is none.
 * `instances-closed`: every instance of a master row is closed. `before-expiry`: the clock still
 * runs. `ticks`: a person confirms each line. `condition`: over the fields of the entry.
 */
export const GuardSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('not-filer') }),
  v.strictObject({ kind: v.literal('not-own-unit') }),
  v.strictObject({ kind: v.literal('not-adviser') }),
  v.strictObject({
    kind: v.literal('linked-entry'),
    link: KeySchema,
    unlessField: v.optional(KeySchema),
  }),
  v.strictObject({ kind: v.literal('instances-closed') }),
  v.strictObject({ kind: v.literal('before-expiry'), clock: KeySchema }),
  v.strictObject({
    kind: v.literal('ticks'),
    ticks: v.pipe(
      v.array(v.strictObject({ key: KeySchema, title: TextSchema })),
      v.minLength(1),
      v.maxLength(12),
    ),
  }),
  v.strictObject({ kind: v.literal('condition'), when: ConditionSchema, message: TextSchema }),
]);
export type Guard = v.InferOutput<typeof GuardSchema>;

/**
 * A step somebody takes. `needs` names fields that must be filled by then; `reason` asks for one in
 * words; `reaches` says which milestones it sets, `leaves` which it takes back (不予销号);
 * `papers` names the documents that come out of it.
 */
export const TransitionSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  from: v.pipe(v.array(KeySchema), v.minLength(1)),
  to: KeySchema,
  by: v.pipe(v.array(v.picklist(workflowActors)), v.minLength(1)),
  needs: v.optional(v.array(KeySchema)),
  reason: v.optional(v.boolean()),
  guards: v.optional(v.array(GuardSchema)),
  reaches: v.optional(v.array(v.picklist(milestones))),
  leaves: v.optional(v.array(v.picklist(milestones))),
  /** 延期: the clock whose term this step lengthens by its extension. */
  extends: v.optional(KeySchema),
  papers: v.optional(v.array(KeySchema)),
  source: v.optional(SourceSchema),
});
export type Transition = v.InferOutput<typeof TransitionSchema>;

/** 办理环节: where an entry starts, the states it can be in, and the steps between them. */
export const WorkflowSchema = v.strictObject({
  start: KeySchema,
  states: v.pipe(v.array(WorkflowStateSchema), v.minLength(2), v.maxLength(30)),
  transitions: v.pipe(v.array(TransitionSchema), v.minLength(1), v.maxLength(60)),
});
export type Workflow = v.InferOutput<typeof WorkflowSchema>;
