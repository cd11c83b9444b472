import type { FigureForm, FigureLevel, FigureTerms } from '#schema/contracts/imported-figures.ts';
import type { ImportChange, ImportOutcome, StoredProblem } from '#schema/contracts/imports.ts';
import { faultsOf, termsFor } from './figure-terms.domain.ts';

/** Whom a row speaks of: a unit, the authority of an area, or with no id the whole. */
export type Spoken = { readonly organizationId: string; readonly level: FigureLevel };

export type SaidFigure = {
  readonly row: number;
  readonly of: Spoken | undefined;
  readonly terms: FigureTerms;
  readonly problems: readonly StoredProblem[];
};

export type FigurePlan = FigureTerms & Spoken;

export type PlannedFigureRow = {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly problems: readonly StoredProblem[];
  readonly changes: readonly ImportChange[];
  readonly plan: FigurePlan | null;
};

export type FigurePlanInput = {
  readonly form: FigureForm;
  readonly rows: readonly SaidFigure[];
  /** What is known of the period, by unit. */
  readonly known: ReadonlyMap<string, FigureTerms>;
  /** What the known figures are of; nothing where there are none. */
  readonly level: FigureLevel | undefined;
};

const levelWords: Readonly<Record<FigureLevel, string>> = {
  unit: '单位',
  area: '属地',
  whole: '全辖区',
};

/** Holds every row against what is known and against the other rows. */
export function planFigures({ form, rows, known, level }: FigurePlanInput): PlannedFigureRow[] {
  const first = new Map<string, number>();
  const agreed = level ?? rows.find(({ of }) => of !== undefined)?.of?.level;
  return rows.map((said) => {
    const { row, of, problems } = said;
    const complained = new Set(problems.map(({ column }) => column));
    const faults = faultsOf(form, said.terms).filter(({ column }) => !complained.has(column));
    const found = [...problems, ...faults, ...standingFaults(of, { first, agreed })];
    if (of !== undefined && !first.has(of.organizationId)) first.set(of.organizationId, row);
    if (of === undefined || found.length > 0) return answer(row, 'error', { problems: found });
    const terms = termsFor(form, said.terms);
    const before = known.get(of.organizationId);
    const plan = { ...of, ...terms };
    if (before === undefined) return answer(row, 'new', { plan });
    const changes = changesOf(before, terms);
    if (changes.length === 0) return answer(row, 'unchanged');
    return answer(row, 'changed', { changes, plan });
  });
}

/** A unit stands once in a file, and units, areas and the whole are never added up. */
function standingFaults(
  of: Spoken | undefined,
  { first, agreed }: { first: ReadonlyMap<string, number>; agreed: FigureLevel | undefined },
): StoredProblem[] {
  if (of === undefined) return [];
  const earlier = first.get(of.organizationId);
  if (earlier !== undefined) {
    return [{ column: 'name', code: 'twice-in-file', values: { row: earlier } }];
  }
  if (agreed === undefined || of.level === agreed) return [];
  const values = { own: levelWords[of.level], other: levelWords[agreed] };
  return [{ column: 'name', code: 'level-mixed', values }];
}

function changesOf(before: FigureTerms, after: FigureTerms): ImportChange[] {
  const columns = ['value', 'numerator', 'sample'] as const;
  const text = (value: string | number | null) => (value === null ? null : String(value));
  return columns.flatMap((column) =>
    before[column] === after[column]
      ? []
      : [{ column, before: text(before[column]), after: text(after[column]) }],
  );
}

const answer = (
  row: number,
  outcome: ImportOutcome,
  more: Partial<Pick<PlannedFigureRow, 'problems' | 'changes' | 'plan'>> = {},
): PlannedFigureRow => ({ row, outcome, problems: [], changes: [], plan: null, ...more });
