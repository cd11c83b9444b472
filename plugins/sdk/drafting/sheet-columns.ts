/** Where in a row each known column stands. */
type Columns<Name extends string> = Partial<Record<Name, number>>;

/** The columns found by the headings people give them, each heading taken once. */
export function readColumns<Name extends string>(
  heading: readonly string[],
  headings: Readonly<Record<Name, RegExp>>,
): Columns<Name> {
  const columns: Columns<Name> = {};
  const taken = new Set<number>();
  for (const name of Object.keys(headings) as Name[]) {
    const at = heading.findIndex(
      (cell, index) => !taken.has(index) && headings[name].test(cell.replace(/\s/gu, '')),
    );
    if (at === -1) continue;
    columns[name] = at;
    taken.add(at);
  }
  return columns;
}

/** A cell that says yes: 是, √, 必填; 否, 无 and a dash say no, and so does an empty one. */
export const isYes = (cell: string): boolean =>
  cell !== '' && !/^(?:否|无|不|选填|0|N|no|-|—|×)/iu.test(cell);
