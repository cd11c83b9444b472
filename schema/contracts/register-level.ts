import * as v from 'valibot';
import { KeySchema } from './campaign/keys.ts';
import { countedRelations } from './campaign/register.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema } from './ids.ts';
import { RegisterViewSchema } from './registers.ts';

const LevelCountsSchema = v.object({
  entries: v.number(),
  open: v.number(),
  /** Entries by state, in the order of the workflow; states without any are left out. */
  states: v.array(v.object({ key: KeySchema, title: TextSchema, entries: v.number() })),
});
export type LevelCounts = v.InferOutput<typeof LevelCountsSchema>;

const LevelNodeSchema = v.object({
  /** Ids from the top, each followed by `/`; the commission's is ''. */
  node: v.string(),
  organizationId: v.optional(v.string()),
  organizationName: v.optional(v.string()),
});

/**
 * 逐级汇总: what a node of a relation's tree counts, its own and of each node below. Who stands in none
 * of the register's relations with more than his own unit has no level.
 */
export const RegisterLevelSchema = v.object({
  asOf: InstantSchema,
  register: RegisterViewSchema,
  relations: v.array(v.picklist(countedRelations)),
  relation: v.optional(v.picklist(countedRelations)),
  /** From the highest node the reader sees down to this one. */
  above: v.array(LevelNodeSchema),
  total: v.optional(LevelCountsSchema),
  own: v.optional(LevelCountsSchema),
  below: v.array(v.object({ ...LevelNodeSchema.entries, counts: LevelCountsSchema })),
});
export type RegisterLevel = v.InferOutput<typeof RegisterLevelSchema>;
