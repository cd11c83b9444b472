import * as v from 'valibot';

/** `<prefix>_` and 26 characters of Crockford base32. */
export const idSchema = <const Prefix extends string>(prefix: Prefix) =>
  v.pipe(v.string(), v.regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`)));

export const InstantSchema = v.pipe(v.number(), v.safeInteger());
export const VersionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
