import { UNITS, toUnits } from '#plugins/sdk/indicators/imported.ts';
import type { FigureForm, FigureTerms } from '#schema/contracts/imported-figures.ts';
import type { StoredProblem } from '#schema/contracts/imports.ts';

const problem = (column: string, code: string): StoredProblem => ({ column, code });

/** What is said beyond what such an indicator takes is left out; terms are more exact than a share. */
export function termsFor(form: FigureForm, terms: FigureTerms): FigureTerms {
  const { value, numerator, sample } = terms;
  if (form === 'ratio') return numerator === null ? terms : { value: null, numerator, sample };
  return { value, numerator: null, sample: form === 'mean' ? sample : null };
}

/** What an indicator of a form cannot do without, and what cannot be. */
export function faultsOf(form: FigureForm, terms: FigureTerms): StoredProblem[] {
  const { value, numerator, sample } = terms;
  if (form === 'ratio') return faultsOfShare(terms);
  if (value === null) return [problem('value', 'missing')];
  if (form === 'count') return value.includes('.') ? [problem('value', 'not-a-number')] : [];
  return form === 'mean' && numerator === null ? faultsOfSample(sample) : [];
}

function faultsOfShare({ value, numerator, sample }: FigureTerms): StoredProblem[] {
  if (value === null && numerator === null) return [problem('value', 'terms-missing')];
  if (sample === null || sample === 0) return faultsOfSample(sample);
  if (numerator !== null && numerator > sample) return [problem('numerator', 'numerator-over')];
  const over = numerator === null && value !== null && toUnits(value) > 100 * UNITS;
  return over ? [problem('value', 'share-over')] : [];
}

function faultsOfSample(sample: number | null): StoredProblem[] {
  if (sample === null) return [problem('sample', 'sample-missing')];
  return sample === 0 ? [problem('sample', 'sample-zero')] : [];
}
