import { cellStateOf, countCells } from '#plugins/sdk/roll-up/cells.ts';
import { ownUnits } from '#plugins/sdk/roll-up/nearest.ts';
import { compareWithSums, contributionsOf, sumOf } from '#plugins/sdk/roll-up/roll-up.ts';
import type { RollUp } from '#schema/contracts/campaign/task.ts';
import type { FrozenRollUp, RollUpUnit } from '#schema/contracts/roll-up.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { contentOf } from '../content.domain.ts';
import { occurrenceBelow } from '../roll-up.domain.ts';
import { findPath, listBelow, listOtherFilers } from '../roll-up.repository.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import type { LoadedSubmission } from './load-submission.ts';

/** The cells, sums and figures of a roll-up as of now. */
export async function rollUpOf(
  context: Pick<TenantContext, 'db' | 'clock'>,
  loaded: LoadedSubmission,
): Promise<FrozenRollUp> {
  const { submission, form } = loaded;
  const rule = rollUpRuleOf(loaded);
  const units = await readUnits(context, loaded, rule);
  const { answers } = contentOf(form, submission);
  return {
    at: context.clock.now(),
    units,
    counts: countCells(units.map(({ state }) => state)),
    figures: compareWithSums(sumOf(rule, form, units), answers, submission.rollUpReasons ?? {}),
  };
}

/** What the task adds up; a task that adds nothing up has no roll-up. */
export function rollUpRuleOf({ task }: LoadedSubmission): RollUp {
  if (task.rollUp === undefined) throw submissionsErrors['submissions.no_roll_up']();
  return task.rollUp;
}

async function readUnits(
  { db }: Pick<TenantContext, 'db'>,
  { submission, task, version, form }: LoadedSubmission,
  rule: RollUp,
): Promise<RollUpUnit[]> {
  const { organizationId, campaignId, occurrence } = submission;
  const { relation } = rule;
  const path = await findPath(db, { organizationId, relation });
  if (path === undefined) return [];
  const under = { campaignId, relation, organizationId, path };
  const lower = version.campaign.tasks.find(({ key }) => key === rule.task);
  const [rows, others] = await Promise.all([
    listBelow(db, { ...under, task: rule.task, occurrence: occurrenceBelow(lower, occurrence) }),
    listOtherFilers(db, { ...under, task: task.key, occurrence }),
  ]);
  return ownUnits(rows, others).map((row) => {
    const onBehalf = row.onBehalf && row.claimed === null;
    const state = cellStateOf({ ...row, onBehalf });
    const { submissionId, organizationName, nil, revision } = row;
    const figures =
      row.answers === null ? {} : contributionsOf(rule, form, { nil, answers: row.answers });
    const unit = { submissionId, organizationId: row.organizationId, organizationName };
    return { ...unit, state, onBehalf, nil, revision, figures };
  });
}
