/** Every text of a value, with the names that lead to it. */
export function* textsIn(
  value: unknown,
  names: readonly string[] = [],
): Generator<{ names: readonly string[]; text: string }> {
  if (typeof value === 'string') yield { names, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) yield* textsIn(each, [...names, name]);
}

/** Entries of `given` that are not in `understood`: what the language does not know. */
export function* unknownEntries(
  given: unknown,
  understood: unknown,
  names: readonly string[] = [],
): Generator<readonly string[]> {
  if (typeof given !== 'object' || given === null) return;
  const known: Record<string, unknown> =
    typeof understood === 'object' && understood !== null ? { ...understood } : {};
  for (const [name, each] of Object.entries(given)) {
    const path = [...names, name];
    if (!Object.hasOwn(known, name)) yield path;
    else yield* unknownEntries(each, known[name], path);
  }
}
