export type SourceFile = { path: string; lines: readonly string[] };
type Place = { path: string; line: number };

/** What a thing of each list is made with; an author writes its key right behind. */
const makers: Readonly<Record<string, readonly string[]>> = {
  clauses: ['principle', 'work', 'routine', 'target', 'basis', 'accountability'],
  phases: ['phase'],
  tasks: ['task'],
  forms: ['form'],
  registers: ['register'],
  indicators: ['ratio', 'count', 'mean', 'value'],
  scorecards: ['scorecard'],
  dictionaries: [],
  crosswalk: [],
  offices: ['office'],
};
const within = 80;

function firstLine(files: readonly SourceFile[], found: (line: string) => boolean) {
  for (const { path, lines } of files) {
    const index = lines.findIndex(found);
    if (index >= 0) return { path, line: index + 1 };
  }
  return undefined;
}

/** Where a text stands in the files, by its first piece that fits on one line. */
function placeOfText(files: readonly SourceFile[], text: string): Place | undefined {
  const piece = text.split('\n')[0]?.slice(0, 60) ?? '';
  return piece === '' ? undefined : firstLine(files, (line) => line.includes(piece));
}

/** `task('summary', …` on one line, or with its key on the next; else wherever the key stands. */
function placeOfThing(files: readonly SourceFile[], list: string, key: string): Place | undefined {
  const made = (makers[list] ?? []).map((maker) => `${maker}('${key}'`);
  const direct = firstLine(files, (line) => made.some((call) => line.includes(call)));
  if (direct) return direct;
  const opened = (makers[list] ?? []).map((maker) => `${maker}(`);
  for (const { path, lines } of files) {
    const at = lines.findIndex(
      (line, index) =>
        line.trim() === `'${key}',` &&
        opened.some((call) => (lines[index - 1] ?? '').trimEnd().endsWith(call)),
    );
    if (at >= 0) return { path, line: at + 1 };
  }
  return (
    firstLine(files, (line) => line.includes(`key: '${key}'`)) ??
    firstLine(files, (line) => line.includes(`'${key}'`))
  );
}

/** Goes on from a line to a property or to something named inside, as far as one thing reaches. */
function goInside(files: readonly SourceFile[], place: Place, name: string): Place {
  const lines = files.find(({ path }) => path === place.path)?.lines ?? [];
  const after = lines.slice(place.line, place.line + within);
  const offset = after.findIndex(
    (line) => line.trimStart().startsWith(`${name}:`) || line.includes(`'${name}'`),
  );
  return offset < 0 ? place : { path: place.path, line: place.line + 1 + offset };
}

/** The line of a plugin’s own files at which a problem is to be mended. */
export function findPlace(
  files: readonly SourceFile[],
  { path, text }: { path: string; text?: string },
): Place | undefined {
  const exact = text === undefined ? undefined : placeOfText(files, text);
  if (exact) return exact;
  const [list = '', key = '', ...names] = path.split('/');
  if (makers[list] === undefined) {
    const property = key === '' ? list : key;
    return firstLine(files, (line) => line.trimStart().startsWith(`${property}:`));
  }
  const thing = placeOfThing(files, list, key);
  return thing && names.reduce((place, name) => goInside(files, place, name), thing);
}
