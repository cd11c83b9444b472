type Placed = { readonly organizationId: string; readonly path: string };

/**
 * Units that this filer adds up itself: those under another unit that adds up the same task are that
 * one's, so that each filing stands in one sum. Paths are ids from the top, each followed by `/`.
 * `ownUnits([{ organizationId: 'h', path: 'city/district/h/' }], ['district'])` is empty.
 */
export function ownUnits<Unit extends Placed>(
  below: readonly Unit[],
  others: readonly string[],
): Unit[] {
  const nearer = new Set(others);
  return below.filter(
    ({ organizationId, path }) =>
      !path.split('/').some((id) => id !== organizationId && nearer.has(id)),
  );
}
