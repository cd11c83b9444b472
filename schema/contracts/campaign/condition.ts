import * as v from 'valibot';
import { KeySchema } from './keys.ts';

const ComparisonValueSchema = v.union([
  v.string(),
  v.boolean(),
  v.pipe(v.number(), v.safeInteger()),
]);

export const comparisonOperators = [
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'in',
  'present',
  'absent',
] as const;

/** One comparison; `than` names another field instead of a value. Decimals are strings. */
const ComparisonSchema = v.object({
  field: KeySchema,
  op: v.picklist(comparisonOperators),
  value: v.optional(v.union([ComparisonValueSchema, v.array(ComparisonValueSchema)])),
  than: v.optional(KeySchema),
});

export type Comparison = v.InferOutput<typeof ComparisonSchema>;
export type Condition =
  | Comparison
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** A structured condition over the fields of one record; editable by hand, never code. */
export const ConditionSchema: v.GenericSchema<Condition> = v.union([
  ComparisonSchema,
  v.object({ all: v.array(v.lazy(() => ConditionSchema)) }),
  v.object({ any: v.array(v.lazy(() => ConditionSchema)) }),
  v.object({ not: v.lazy(() => ConditionSchema) }),
]);
