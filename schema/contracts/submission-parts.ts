import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { FormSchema } from './campaign/form.ts';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { AnswersSchema, FieldPathSchema } from './submissions.ts';

export const PartIdSchema = idSchema('prt');

/** `handed` 在科室 · `submitted` 已交回 · `merged` 已并入 · `taken-back` 已收回 */
export const partStates = ['handed', 'submitted', 'merged', 'taken-back'] as const;
export type PartState = (typeof partStates)[number];

const DepartmentSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40));
const NoteSchema = v.pipe(v.string(), v.trim(), v.maxLength(300));
const PostSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60));

/** 分给科室: fields by key, to a department by its name, due inside the unit on a day of its own. */
export const HandOutSchema = v.strictObject({
  department: DepartmentSchema,
  fields: v.pipe(v.array(KeySchema), v.minLength(1), v.maxLength(200)),
  dueOn: DaySchema,
  note: v.optional(NoteSchema),
});
export type HandOut = v.InferOutput<typeof HandOutSchema>;

/** A part as the clerk sees it. */
export const PartSchema = v.object({
  id: PartIdSchema,
  department: v.string(),
  fields: v.array(KeySchema),
  note: v.optional(v.string()),
  dueOn: DaySchema,
  overdue: v.boolean(),
  expiresAt: InstantSchema,
  state: v.picklist(partStates),
  answers: AnswersSchema,
  handedByPost: v.string(),
  handedAt: InstantSchema,
  savedAt: v.optional(InstantSchema),
  submittedAt: v.optional(InstantSchema),
  submittedByPost: v.optional(v.string()),
  closedAt: v.optional(InstantSchema),
  version: VersionSchema,
});
export type Part = v.InferOutput<typeof PartSchema>;

/** The parts of a filing, and those that its task proposes. */
export const PartsSchema = v.object({
  parts: v.array(PartSchema),
  proposed: v.array(
    v.object({
      section: KeySchema,
      department: v.string(),
      fields: v.array(KeySchema),
      dueOn: v.optional(DaySchema),
    }),
  ),
});
export type Parts = v.InferOutput<typeof PartsSchema>;

/** The link is told once, to who hands out; nobody can read it again. */
export const PartHandedSchema = v.object({
  id: PartIdSchema,
  token: v.string(),
  expiresAt: InstantSchema,
});
export type PartHanded = v.InferOutput<typeof PartHandedSchema>;

export const PartMovedSchema = v.object({
  id: PartIdSchema,
  state: v.picklist(partStates),
  version: VersionSchema,
});
export type PartMoved = v.InferOutput<typeof PartMovedSchema>;

/**
 * 并入: where the clerk changed a place after it was handed out, `over` names the revision she has
 * seen there and lets the department's value go over it; `leave` keeps what stands there.
 */
export const MergePartSchema = v.strictObject({
  over: v.optional(v.record(FieldPathSchema, v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
  leave: v.optional(v.pipe(v.array(FieldPathSchema), v.maxLength(500))),
});
export type MergePart = v.InferOutput<typeof MergePartSchema>;

/** What the department sees: its own fields of one filing, and nothing else. */
export const DepartmentPartSchema = v.object({
  organizationName: v.string(),
  title: TextSchema,
  department: v.string(),
  note: v.optional(v.string()),
  dueOn: DaySchema,
  handedByPost: v.string(),
  state: v.picklist(partStates),
  form: FormSchema,
  answers: AnswersSchema,
  savedAt: v.optional(InstantSchema),
  version: VersionSchema,
});
export type DepartmentPart = v.InferOutput<typeof DepartmentPartSchema>;

export const SavePartSchema = v.strictObject({ answers: AnswersSchema });
export const SubmitPartSchema = v.strictObject({ answers: AnswersSchema, post: PostSchema });
