import * as v from 'valibot';
import { ConditionSchema, type Condition } from './condition.ts';
import { KeySchema, type Key } from './keys.ts';
import { SourceSchema, type Source } from './source.ts';
import { TextSchema, type Text } from './text.ts';

/** Where a value comes from when nobody is asked for it. */
export const FieldOriginSchema = v.object({
  system: v.string(),
  period: v.optional(v.string()),
  note: v.optional(TextSchema),
});

export const OptionSchema = v.object({ key: KeySchema, label: TextSchema });

export const evidenceKinds = ['file', 'stamped-scan', 'paper'] as const;

const DecimalTextSchema = v.pipe(v.string(), v.regex(/^-?\d{1,12}(\.\d{1,6})?$/));

type FieldBase = {
  key: Key;
  label: Text;
  hint?: Text | undefined;
  required?: boolean | Condition | undefined;
  visible?: Condition | undefined;
  origin?: v.InferOutput<typeof FieldOriginSchema> | undefined;
  carry?: boolean | undefined;
  source?: Source | undefined;
};

const base = {
  key: KeySchema,
  label: TextSchema,
  hint: v.optional(TextSchema),
  required: v.optional(v.union([v.boolean(), ConditionSchema])),
  visible: v.optional(ConditionSchema),
  origin: v.optional(FieldOriginSchema),
  /** Last year’s answer may be taken over into the field, by an act of who fills it in. */
  carry: v.optional(v.boolean()),
  source: v.optional(SourceSchema),
};

const length = {
  minLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000))),
};
const range = { min: v.optional(DecimalTextSchema), max: v.optional(DecimalTextSchema) };

const ScalarFieldSchemas = [
  v.object({ kind: v.literal('text'), ...base, ...length }),
  v.object({ kind: v.literal('long-text'), ...base, ...length }),
  v.object({ kind: v.literal('integer'), ...base, ...range, unit: v.optional(TextSchema) }),
  v.object({
    kind: v.literal('decimal'),
    ...base,
    ...range,
    places: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
    unit: v.optional(TextSchema),
  }),
  v.object({ kind: v.literal('money'), ...base, ...range }),
  v.object({ kind: v.literal('date'), ...base }),
  v.object({ kind: v.literal('month'), ...base }),
  v.object({
    kind: v.literal('choice'),
    ...base,
    options: v.pipe(v.array(OptionSchema), v.minLength(2)),
  }),
  v.object({
    kind: v.literal('multiple-choice'),
    ...base,
    options: v.pipe(v.array(OptionSchema), v.minLength(2)),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.object({
    kind: v.literal('rating'),
    ...base,
    steps: v.array(OptionSchema),
    unknown: v.optional(v.boolean()),
  }),
  v.object({ kind: v.literal('organization'), ...base }),
  v.object({ kind: v.literal('post'), ...base }),
] as const;

const ColumnSchema = v.variant('kind', [...ScalarFieldSchemas]);
export type Column = v.InferOutput<typeof ColumnSchema>;

/** A field of a form. Money and decimals are strings on the wire; a missing answer is absent. */
export const FieldSchema = v.variant('kind', [
  ...ScalarFieldSchemas,
  v.object({
    kind: v.literal('evidence'),
    ...base,
    accepts: v.pipe(v.array(v.picklist(evidenceKinds)), v.minLength(1)),
    maxFiles: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
    photoReason: v.optional(TextSchema),
  }),
  v.object({
    kind: v.literal('table'),
    ...base,
    columns: v.pipe(v.array(ColumnSchema), v.minLength(1)),
    minRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    maxRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000))),
  }),
  v.object({
    kind: v.literal('section'),
    key: KeySchema,
    label: TextSchema,
    hint: v.optional(TextSchema),
    visible: v.optional(ConditionSchema),
  }),
  v.object({
    kind: v.literal('computed'),
    ...base,
    compute: v.object({
      op: v.picklist(['sum', 'difference', 'ratio', 'row-count']),
      of: v.pipe(v.array(KeySchema), v.minLength(1)),
    }),
    unit: v.optional(TextSchema),
  }),
]);
export type Field = v.InferOutput<typeof FieldSchema> & FieldBase;
export type FieldKind = Field['kind'];

/** A check across fields: `assert` must hold where `when` does; `missing` says what no value means. */
export const CheckSchema = v.object({
  key: KeySchema,
  when: v.optional(ConditionSchema),
  assert: ConditionSchema,
  missing: v.picklist(['skip', 'fail']),
  at: KeySchema,
  message: TextSchema,
});

export const FormSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  note: v.optional(TextSchema),
  fields: v.pipe(v.array(FieldSchema), v.minLength(1), v.maxLength(300)),
  checks: v.optional(v.array(CheckSchema)),
  source: v.optional(SourceSchema),
});
export type Form = v.InferOutput<typeof FormSchema>;
export type FormCheck = v.InferOutput<typeof CheckSchema>;
