import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { PointsTextSchema } from './score-numbers.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

const NamesSchema = v.pipe(
  v.array(v.strictObject({ key: KeySchema, title: TextSchema })),
  v.minLength(1),
  v.maxLength(30),
);

/** 裁量基准 (R49): situation × seriousness → the range inside which a person decides, in `unit`. */
export const DiscretionTableSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  unit: TextSchema,
  situations: NamesSchema,
  seriousness: NamesSchema,
  cells: v.pipe(
    v.array(
      v.strictObject({
        situation: KeySchema,
        seriousness: KeySchema,
        min: PointsTextSchema,
        max: PointsTextSchema,
        words: v.optional(v.string()),
      }),
    ),
    v.maxLength(900),
  ),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type DiscretionTable = v.InferOutput<typeof DiscretionTableSchema>;
