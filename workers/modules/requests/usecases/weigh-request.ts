import { isInAudience } from '#plugins/sdk/audience/select.ts';
import { askedFields, describeBurden } from '#plugins/sdk/burden/burden.ts';
import { unitClassName } from '#plugins/sdk/burden/unit-classes.ts';
import { dayAt, yearOf } from '#plugins/sdk/dates/days.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { owesReply } from '#plugins/sdk/requests/addressees.ts';
import type { AskedForm } from '#plugins/sdk/requests/asked-already.ts';
import { overByRequest, yearBurden } from '#plugins/sdk/requests/burden.ts';
import type { RequestCost } from '#plugins/sdk/requests/burden.ts';
import { dueReplies } from '#plugins/sdk/requests/occurrences.ts';
import { replyFormOf } from '#plugins/sdk/requests/reply-form.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { RequestBurden } from '#schema/contracts/request-overview.ts';
import type { RequestDraft } from '#schema/contracts/requests.ts';
import { listCampaignRows, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { countOwed } from '../replies.repository.ts';
import { requestsErrors } from '../requests.errors.ts';
import { requestsOfYearQuery } from '../requests.repository.ts';
import { loadRequest } from './load-request.ts';
import { reachOf } from './reach-of.ts';
import type { Reach } from './reach-of.ts';

/** Everything that is asked of units in a year: campaigns in force, and requests that went out. */
export type AskedInYear = {
  year: number;
  campaigns: Campaign[];
  requests: { content: RequestDraft; replies: ReadonlyMap<string, number> }[];
};

export async function readAskedInYear(context: TenantContext): Promise<AskedInYear> {
  const { db, clock } = context;
  const year = yearOf(dayAt(clock.now()));
  const [rows, issued] = await Promise.all([listCampaignRows(db), requestsOfYearQuery(db, year)]);
  const running = rows.filter((row) => row.year === year && row.state === 'running');
  const [versions, owed] = await Promise.all([
    Promise.all(running.map(({ currentHash }) => loadVersion(db, currentHash))),
    countOwed(
      db,
      issued.map(({ id }) => id),
    ),
  ]);
  const byRequest = Map.groupBy(owed, ({ requestId }) => requestId);
  const requests = issued.map(({ id, content }) => {
    const counts = (byRequest.get(id) ?? []).map(
      ({ organizationId, replies }) => [organizationId, replies] as const,
    );
    return { content, replies: new Map(counts) };
  });
  return { year, campaigns: versions.map(({ campaign }) => campaign), requests };
}

/** The forms that the units a request reaches fill in this year anyway. */
export function askedForms(asked: AskedInYear, reach: Reach, today: string): AskedForm[] {
  const ofTasks = asked.campaigns.flatMap((campaign) =>
    campaign.tasks.flatMap((task): AskedForm[] => {
      const form = campaign.forms.find(({ key }) => key === task.form);
      if (form === undefined) return [];
      const units = reach.reached
        .filter(({ unit }) => isInAudience(task.audience, unit, today))
        .map(({ unit }) => unit.id);
      return [{ title: textIn(task.title, 'zh-CN').value, form, units: new Set(units) }];
    }),
  );
  const ofRequests = asked.requests.flatMap(({ content, replies }): AskedForm[] => {
    const { form, title = '' } = content;
    return form === undefined ? [] : [{ title, form, units: new Set(replies.keys()) }];
  });
  return [...ofTasks, ...ofRequests];
}

function costOf(content: RequestDraft, replies: ReadonlyMap<string, number>): RequestCost {
  const fields = askedFields(replyFormOf(content));
  return { replies, fields, minutes: content.minutes ?? 0 };
}

function weigh(context: TenantContext, content: RequestDraft, reach: Reach, asked: AskedInYear) {
  const { deadline, repeats } = content;
  const times = deadline === undefined ? 1 : dueReplies({ deadline, repeats }, calendar).length;
  const owing = reach.reached.filter(owesReply);
  return yearBurden({
    campaigns: asked.campaigns,
    issued: asked.requests.map((each) => costOf(each.content, each.replies)),
    added: costOf(content, new Map(owing.map(({ unit }) => [unit.id, times]))),
    organizations: reach.reached.map(({ unit }) => unit),
    calendar,
    asOf: dayAt(context.clock.now()),
  });
}

const isCountersigned = ({ chain = [] }: RequestDraft) =>
  chain.some(({ role }) => role === 'countersigner');

/** 负担测算 of the year with this request, for the kinds of units it reaches. */
export async function measureRequest(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<RequestBurden> {
  const { context, input } = request;
  const { content, issuerId } = await loadRequest(context, input.id);
  const [reach, asked] = await Promise.all([
    reachOf(context, issuerId, content.to ?? { units: [] }),
    readAskedInYear(context),
  ]);
  const burdens = weigh(context, content, reach, asked);
  const { ceilingMinutes } = context.tenant.parameters;
  return {
    year: asked.year,
    rows: burdens.map((burden) => ({
      unitKind: burden.unitClass.kind,
      level: burden.unitClass.level,
      units: burden.units,
      ...burden.most,
      isOver: burden.most.minutes > ceilingMinutes,
      words: { zh: describeBurden(burden), en: describeBurden(burden, 'en') },
      added: burden.added,
    })),
    ceilingMinutes,
    isOver: overByRequest(burdens, ceilingMinutes).length > 0,
    hasCountersignature: isCountersigned(content),
  };
}

/** A year over the commission’s own ceiling needs a second signature: 会签. */
export function assertWithinCeiling(
  context: TenantContext,
  { content, reach, asked }: { content: RequestDraft; reach: Reach; asked: AskedInYear },
): void {
  if (isCountersigned(content)) return;
  const { ceilingMinutes } = context.tenant.parameters;
  const over = overByRequest(weigh(context, content, reach, asked), ceilingMinutes);
  if (over.length === 0) return;
  const names = over.map(({ unitClass }) => unitClassName(unitClass, context.locale));
  const classes = names.join(context.locale === 'en' ? ', ' : '、');
  throw requestsErrors['requests.over_ceiling']({ values: { classes } });
}
