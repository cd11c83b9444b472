import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { Urge } from '#schema/contracts/reminders.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { lateRepliesQuery, overdueQuery } from '../owing.repository.ts';
import type { UnitPage } from '../owing.repository.ts';
import type { Phrase } from '../reminders.domain.ts';
import { remindersErrors } from '../reminders.errors.ts';
import { findIssued, listOverdue, listUnanswered } from '../urges.repository.ts';
import type { OwedBy } from '../urges.repository.ts';

export type Owed = { title: Phrase | undefined; items: ReadonlyMap<string, number> };

export async function owedFilings(
  context: TenantContext,
  input: Urge,
  page: UnitPage,
): Promise<Owed> {
  if (input.campaign === undefined) throw remindersErrors['reminders.nothing_named']();
  const campaign = await findCampaignRow(context.db, input.campaign);
  if (campaign === undefined) throw remindersErrors['reminders.not_found']();
  const { campaign: version } = await loadVersion(context.db, campaign.currentHash);
  const task = version.tasks.find(({ key }) => key === input.task);
  if (input.task !== undefined && task === undefined) {
    throw remindersErrors['reminders.not_found']();
  }
  const wanted = {
    campaignId: campaign.id,
    task: input.task,
    range: rangeOf(context.actor, 'reminders.urge'),
    now: context.clock.now(),
  };
  const { organizationIds = [], all } = input;
  const rows =
    all === undefined
      ? await listOverdue(context.db, { ...wanted, organizationIds })
      : await overdueQuery(context.db, { ...wanted, ...all }, page);
  return { title: task && phraseOf(task.title), items: mapOf(rows) };
}

export async function owedReplies(
  context: TenantContext,
  input: Urge & { request: string },
  page: UnitPage,
): Promise<Owed> {
  const requestId = input.request;
  const request = await findIssued(context.db, requestId);
  if (request === undefined) throw remindersErrors['reminders.not_found']();
  const { issuerId, content } = request;
  assertCan(context.actor, 'requests.decide', issuerId === '' ? {} : { organizationId: issuerId });
  const { organizationIds = [], all } = input;
  const now = context.clock.now();
  const rows =
    all === undefined
      ? await listUnanswered(context.db, { requestId, organizationIds })
      : await lateRepliesQuery(context.db, { ...all, requestId, now }, page);
  const title = content.title === undefined ? undefined : phraseOf(content.title);
  return { title, items: mapOf(rows) };
}

function mapOf(rows: readonly OwedBy[]): Map<string, number> {
  return new Map(rows.map(({ organizationId, items }) => [organizationId, items]));
}

function phraseOf(text: Text): Phrase {
  return { zh: textIn(text, 'zh-CN').value, en: textIn(text, 'en').value };
}
