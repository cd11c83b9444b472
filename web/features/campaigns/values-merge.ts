/** What one edit form holds, by the path of each field in its part. */
export type Values = Readonly<Record<string, string>>;

export type ValueConflict = {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
};

export type Merged = { readonly values: Values; readonly conflicts: readonly ValueConflict[] };

/**
 * Three versions of one form: what both began with, mine, and what somebody else has saved. Fields
 * that only one of us changed merge by themselves; where both did, mine stays until I choose.
 */
export const mergeValues = (base: Values, mine: Values, theirs: Values): Merged => {
  const values: Record<string, string> = {};
  const conflicts: ValueConflict[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before = '', own = '', other = ''] = [base[name], mine[name], theirs[name]];
    const isMineChanged = own !== before;
    values[name] = isMineChanged ? own : other;
    if (isMineChanged && other !== before && other !== own) {
      conflicts.push({ name, mine: own, theirs: other });
    }
  }
  return { values, conflicts };
};
