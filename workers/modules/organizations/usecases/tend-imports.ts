import type { ImportRules, ImportingContext } from '../import-subject.ts';
import { peopleImportRules } from './import-people.ts';
import { unitImportRules } from './import-units.ts';
import { advanceIdleImports, dropLeftImports } from './take-import.ts';

/** Imports that were begun and left alone go on by themselves; lists of people are not kept long. */
export async function tendImports(
  context: ImportingContext,
  more: readonly ImportRules[] = [],
): Promise<number> {
  await dropLeftImports(context, peopleImportRules);
  return advanceIdleImports(context, [unitImportRules, peopleImportRules, ...more]);
}
