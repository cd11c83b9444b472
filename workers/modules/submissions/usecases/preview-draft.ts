import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { DraftPreview, PreviewTask } from '#schema/contracts/draft-preview.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { readDraftCampaign, toUnitFacts } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { obligationsOf } from '../obligations.domain.ts';
import type { Obligation } from '../obligations.domain.ts';
import { examplesOf, incomingOf, recordOf } from '../preview.domain.ts';
import { groupOf } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { toSummary } from '../summary.domain.ts';

/**
 * 预览: a draft as one desk would have it if it were published today, by the very rules that open
 * filings. Nothing is stored.
 */
export async function previewDraft(request: {
  context: TenantContext;
  input: { draft: string; organization?: string | undefined };
}): Promise<DraftPreview> {
  const { context, input } = request;
  const campaign = await readDraftCampaign(context, input.draft);
  const book = await readOrganizationBook(context.db);
  const desk = book.units.find(({ id }) => id === input.organization);
  if (input.organization !== undefined && desk === undefined) {
    throw submissionsErrors['submissions.not_found']();
  }
  const units = toUnitFacts(book);
  const obligations = obligationsOf({
    campaign,
    units,
    publishedOn: dayAt(context.clock.now()),
    calendar: officialCalendar,
    cutOff: context.tenant.parameters.cutOffHour,
  });
  const names = new Map(book.units.map(({ id, name }) => [id, name]));
  const commission = textIn(context.tenant.names.full, context.locale).value;
  const below = desk === undefined ? book.units : book.units.filter((unit) => isUnder(unit, desk));
  return {
    asOf: context.clock.now(),
    commission,
    desk: desk === undefined ? { name: commission } : { organizationId: desk.id, name: desk.name },
    examples: examplesOf(obligations, units, names),
    ...ownTasks(context, { campaign, obligations, desk }),
    incoming: incomingOf(campaign, obligations, below),
  };
}

function isUnder({ id, paths }: Organization, desk: Organization): boolean {
  if (id === desk.id) return false;
  return (['supervision', 'territory'] as const).some((relation) => {
    const top = desk.paths[relation];
    return top !== undefined && paths[relation]?.startsWith(top) === true;
  });
}

type Own = {
  campaign: Campaign;
  obligations: readonly Obligation[];
  desk: Organization | undefined;
};

function ownTasks(context: TenantContext, { campaign, obligations, desk }: Own) {
  const now = context.clock.now();
  const groups: Record<'now' | 'month' | 'later', PreviewTask[]> = {
    now: [],
    month: [],
    later: [],
  };
  for (const obligation of obligations) {
    if (desk === undefined || obligation.organizationId !== desk.id) continue;
    const record = recordOf(obligation);
    const group = groupOf(record, dayAt(now));
    if (group === 'waiting' || group === 'done') continue;
    groups[group].push(
      toSummary({
        record,
        campaign,
        organizationName: desk.name,
        signing: undefined,
        viewer: { maySign: false, mayFile: true },
        now,
        calendar: officialCalendar,
        cutOff: context.tenant.parameters.cutOffHour,
      }),
    );
  }
  return groups;
}
