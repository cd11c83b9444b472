/** What a file may hold at most. Each bound is looked at before the work it would cost is done. */
export const packLimits = {
  bytes: 4 * 1024 * 1024,
  depth: 40,
  nodes: 300_000,
  textLength: 20_000,
  nameLength: 40,
  listLength: 5_000,
  problems: 100,
  /** Dates that are counted from one another, one behind the other. */
  dateChain: 20,
  /** Combinations of figures in which a table of grades can be tried. */
  gradeCells: 20_000,
  fields: 10_000,
  criteria: 2_000,
  parts: {
    offices: 300,
    clauses: 2_000,
    phases: 200,
    tasks: 1_000,
    forms: 500,
    registers: 200,
    indicators: 1_000,
    scorecards: 50,
    crosswalk: 1_000,
    dictionaries: 200,
  },
} as const;
