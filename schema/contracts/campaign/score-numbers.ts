import * as v from 'valibot';

/** Points as people write them. Five digits keep every product with a count inside safe integers. */
export const PointsTextSchema = v.pipe(v.string(), v.regex(/^\d{1,5}(\.\d{1,4})?$/));
export const SignedPointsTextSchema = v.pipe(v.string(), v.regex(/^-?\d{1,5}(\.\d{1,4})?$/));

/** A percentage with its sign: `98%`, `0.5%`. */
export const PercentTextSchema = v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d{1,4})?%$/));

/** A level to compare with: a percentage for ratios, a plain decimal for counts and values. */
export const LevelTextSchema = v.pipe(v.string(), v.regex(/^-?\d{1,9}(\.\d{1,4})?%?$/));

export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
