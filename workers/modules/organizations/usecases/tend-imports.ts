import type { ImportingContext } from '../import-subject.ts';
import { unitImportRules } from './import-units.ts';
import { advanceIdleImports } from './take-import.ts';

/** Imports that were begun and left alone go on by themselves. */
export function tendImports(context: ImportingContext): Promise<number> {
  return advanceIdleImports(context, [unitImportRules]);
}
