import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { can } from '#schema/contracts/permission.ts';
import type { Permission, Subject } from '#schema/contracts/permission.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { findSubmission } from '../submissions.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { taskOf } from '../summary.domain.ts';

export type LoadedSubmission = {
  submission: Submission;
  version: CampaignVersion;
  task: Task;
  form: Form;
  subject: Subject;
};

/** What a permission is asked about: the unit, the paths it had when the filing was opened, the task. */
export function subjectOf(
  submission: Pick<Submission, 'organizationId' | 'supervisionPath' | 'territoryPath' | 'taskKey'>,
): Subject {
  return {
    organizationId: submission.organizationId,
    paths: { supervision: submission.supervisionPath, territory: submission.territoryPath },
    task: submission.taskKey,
  };
}

/** A filing with its task and form, for who may do `action` to it; unknown to everybody else. */
export async function loadSubmission(
  context: Pick<TenantContext, 'actor' | 'db'>,
  id: string,
  action: Permission,
): Promise<LoadedSubmission> {
  const submission = await findSubmission(context.db, id);
  if (submission === undefined) throw submissionsErrors['submissions.not_found']();
  const subject = subjectOf(submission);
  if (!can(context.actor, 'submissions.read', subject)) {
    throw submissionsErrors['submissions.not_found']();
  }
  assertCan(context.actor, action, subject);
  const version = await loadVersion(context.db, submission.versionHash);
  const task = taskOf(version.campaign, submission.taskKey);
  return { submission, version, task, form: formOf(version, task), subject };
}

function formOf(version: CampaignVersion, task: Task): Form {
  const form = version.campaign.forms.find((candidate) => candidate.key === task.form);
  if (form === undefined) throw new Error(`no form ${task.form} in the version of this filing`);
  return form;
}
