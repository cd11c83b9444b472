import type { FrozenRollUp } from '#schema/contracts/roll-up.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { findUnexplained } from '../roll-up.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { rollUpOf } from './roll-up-of.ts';

/**
 * The roll-up that a filing is made from, once every figure is its sum or says why not; nothing where
 * the task adds nothing up.
 */
export async function assertExplained(
  context: TenantContext,
  loaded: LoadedSubmission,
): Promise<FrozenRollUp | null> {
  if (loaded.task.rollUp === undefined) return null;
  const frozen = await rollUpOf(context, loaded);
  if (loaded.submission.nil) return frozen;
  const errors = findUnexplained(loaded.form, frozen.figures, context.locale);
  if (errors.length === 0) return frozen;
  const values = { count: errors.length };
  throw submissionsErrors['submissions.roll_up_differs']({ values, errors });
}
