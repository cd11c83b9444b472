/** Where a value of the file stands, and where those inside it do. */
export type Place = { line: number; inside?: Map<string, Place> };

/** The line of a value; of the nearest thing around it where the path leads to nothing. */
export function lineAt(root: Place, names: readonly (string | number)[]): number {
  let place = root;
  for (const name of names) {
    const next = place.inside?.get(String(name));
    if (next === undefined) return place.line;
    place = next;
  }
  return place.line;
}
