import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { Urge, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import { clockLabel, nextNoon, postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { listHolders } from '../messages.repository.ts';
import { alreadyWords, restDayWords, urgeWords } from '../reminders.domain.ts';
import type { Phrase } from '../reminders.domain.ts';
import { remindersErrors } from '../reminders.errors.ts';
import { UNIT_URGED } from '../reminders.events.ts';
import {
  findIssued,
  insertUrge,
  listOverdue,
  listUnanswered,
  listUrgedOn,
} from '../urges.repository.ts';
import type { OwedBy } from '../urges.repository.ts';

type Request = { context: TenantContext; input: Urge };
type Owed = { title: Phrase | undefined; items: ReadonlyMap<string, number> };
type Standing = Awaited<ReturnType<typeof listUrgedOn>>[number];

/** What 催办 would send to whom: shown before anything leaves. */
export async function previewUrge({ context, input }: Request): Promise<UrgePreview> {
  const { owed, standings } = await readStanding(context, input);
  const now = context.clock.now();
  const holders = await listHolders(context.db, {
    organizationIds: standings.map(({ id }) => id),
    roles: ['hospital-clerk', 'bureau-reviewer'],
    day: dayAt(now),
  });
  return {
    asOf: now,
    words: wordsOf(context, owed, undefined),
    deadline: nextNoon(now, officialCalendar),
    restDay: restDayWords(now, officialCalendar),
    units: standings.flatMap(({ id, name, urge }) => {
      const items = owed.items.get(id) ?? 0;
      if (items === 0) return [];
      const contacts = holders.filter(({ organizationId }) => organizationId === id).length;
      const already = urge === null ? {} : { already: alreadyWords(urge) };
      return [{ organizationId: id, organizationName: name, items, contacts, ...already }];
    }),
  };
}

/** 催办: each unit at most once a working day, whoever urges and however many at once. */
export async function urgeUnits({ context, input }: Request): Promise<Urged> {
  const { owed, standings } = await readStanding(context, input);
  const now = context.clock.now();
  if (restDayWords(now, officialCalendar)) throw remindersErrors['reminders.rest_day']();
  const known = new Set(standings.map(({ id }) => id));
  const results = await Promise.all(standings.map((each) => urgeOne(context, input, owed, each)));
  const missing = input.organizationIds
    .filter((id) => !known.has(id))
    .map((id) => ({
      organizationId: id,
      organizationName: '',
      outcome: 'unknown' as const,
      words: { zh: '不在您的职责范围内', en: 'Not within your range' },
    }));
  return { asOf: now, results: [...results, ...missing] };
}

async function urgeOne(context: TenantContext, input: Urge, owed: Owed, unit: Standing) {
  const named = { organizationId: unit.id, organizationName: unit.name };
  const items = owed.items.get(unit.id) ?? 0;
  if (items === 0) {
    const words = { zh: '没有逾期未报', en: 'Nothing is overdue' };
    return { ...named, outcome: 'nothing' as const, words };
  }
  if (unit.urge !== null) return already(named, unit.urge);
  const row = urgeRow(context, input, { owed, organizationId: unit.id, items });
  const outcome = await context.writer.commit({
    steps: [insertUrge(row)],
    events: [{ type: UNIT_URGED, subjectId: unit.id, payload: { urgeId: row.id } }],
    audit: {
      action: 'unit.urge',
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'organization',
      subjectId: unit.id,
      at: row.at,
      facts: { onDay: row.onDay, items, campaignId: row.campaignId, requestId: row.requestId },
    },
  });
  if (outcome.status !== 'refused') {
    return { ...named, outcome: 'urged' as const, words: { zh: '已催办', en: 'Urged' } };
  }
  const [now] = await listUrgedOn(context.db, { organizationIds: [unit.id], onDay: row.onDay });
  if (now?.urge == null) throw new Error(`an urge was refused: ${outcome.constraint}`);
  return already(named, now.urge);
}

function already(
  named: { organizationId: string; organizationName: string },
  urge: { at: number; byPost: string },
) {
  return { ...named, outcome: 'already' as const, words: alreadyWords(urge) };
}

function urgeRow(
  context: TenantContext,
  { campaign, task, request }: Urge,
  { owed, organizationId, items }: { owed: Owed; organizationId: string; items: number },
) {
  const at = context.clock.now();
  return {
    id: context.ids.next('urg'),
    organizationId,
    onDay: dayAt(at),
    campaignId: campaign ?? null,
    taskKey: task ?? null,
    requestId: request ?? null,
    items,
    words: wordsOf(context, owed, items),
    byPersonId: context.actor.personId,
    byPost: postOf(context.actor),
    at,
  };
}

function wordsOf(context: TenantContext, { title }: Owed, items: number | undefined): Phrase {
  const now = context.clock.now();
  return urgeWords({
    clock: clockLabel(now),
    deadline: nextNoon(now, officialCalendar),
    what: title && { zh: `《${title.zh}》`, en: `“${title.en}”` },
    items,
    byPost: postOf(context.actor),
  });
}

async function readStanding(context: TenantContext, input: Urge) {
  assertHolds(context.actor, 'reminders.urge');
  const owed =
    input.request === undefined
      ? await owedFilings(context, input)
      : await owedReplies(context, input, input.request);
  const organizationIds = [...owed.items.keys()];
  const onDay = dayAt(context.clock.now());
  return { owed, standings: await listUrgedOn(context.db, { organizationIds, onDay }) };
}

async function owedFilings(context: TenantContext, input: Urge): Promise<Owed> {
  if (input.campaign === undefined) throw remindersErrors['reminders.nothing_named']();
  const campaign = await findCampaignRow(context.db, input.campaign);
  if (campaign === undefined) throw remindersErrors['reminders.not_found']();
  const { campaign: version } = await loadVersion(context.db, campaign.currentHash);
  const task = version.tasks.find(({ key }) => key === input.task);
  if (input.task !== undefined && task === undefined) {
    throw remindersErrors['reminders.not_found']();
  }
  const rows = await listOverdue(context.db, {
    campaignId: campaign.id,
    task: input.task,
    organizationIds: input.organizationIds,
    range: rangeOf(context.actor, 'reminders.urge'),
    now: context.clock.now(),
  });
  return { title: task && phraseOf(task.title), items: mapOf(rows) };
}

async function owedReplies(context: TenantContext, input: Urge, requestId: string): Promise<Owed> {
  const request = await findIssued(context.db, requestId);
  if (request === undefined) throw remindersErrors['reminders.not_found']();
  const { issuerId, content } = request;
  assertCan(context.actor, 'requests.decide', issuerId === '' ? {} : { organizationId: issuerId });
  const { organizationIds } = input;
  const rows = await listUnanswered(context.db, { requestId, organizationIds });
  const title = content.title === undefined ? undefined : phraseOf(content.title);
  return { title, items: mapOf(rows) };
}

function mapOf(rows: readonly OwedBy[]): Map<string, number> {
  return new Map(rows.map(({ organizationId, items }) => [organizationId, items]));
}

function phraseOf(text: Text): Phrase {
  return { zh: textIn(text, 'zh-CN').value, en: textIn(text, 'en').value };
}
