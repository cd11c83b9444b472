import { dayAt, daysBetween } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { clockLabel } from '#workers/modules/submissions/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { readSettings } from '../channels.repository.ts';
import {
  advanceRun,
  beginRun,
  findRun,
  listCommissionHolders,
  listHolders,
} from '../messages.repository.ts';
import type { Recipient, StoredRun } from '../messages.repository.ts';
import type { Notice } from '../notices.domain.ts';
import { isWeeklyTime, weekOf, weeklyWords } from '../reminders.domain.ts';
import type { Phrase } from '../reminders.domain.ts';
import { listAuthoritiesBelow, listOverdueBelow } from '../weekly.repository.ts';
import { noticeChange } from './notify.ts';
import type { NoticeContext } from './notify.ts';

export const authoritiesATick = 20;
/** Comes before every unit's id: the commission's own list is the first of a week. */
const COMMISSION_FIRST = '';

type WeeklyContext = NoticeContext & Pick<TenantJobContext, 'tenant'>;
type Authority = { id: string | null; words: Phrase };

/** 每周逾期名单: what is overdue goes one level up, once a week, to the authority right above. */
export async function sendWeeklyLists(
  context: WeeklyContext,
): Promise<{ lists: number; told: number }> {
  const none = { lists: 0, told: 0 };
  const now = context.clock.now();
  const settings = await readSettings(context.db);
  if (!isWeeklyTime(settings, now, officialCalendar)) return none;
  const week = weekOf(dayAt(now));
  const run = await currentRun(context, week);
  if (run === undefined || run.after === null) return none;
  const below = await listAuthoritiesBelow(context.db, {
    after: run.after,
    limit: authoritiesATick,
  });
  const authorities: Authority[] = [
    ...(run.after === COMMISSION_FIRST ? [{ id: null, words: fullName(context) }] : []),
    ...below.map(({ id, name }) => ({ id, words: { zh: name, en: name } })),
  ];
  const lists = await Promise.all(authorities.map((each) => listOf(context, week, each)));
  const changes = lists.flatMap((list) => list ?? []);
  const after = below.length < authoritiesATick ? null : (below.at(-1)?.id ?? null);
  const told = changes.reduce((sum, change) => sum + change.told, 0);
  const outcome = await context.writer.commit({
    steps: [advanceRun(run, after), ...changes.flatMap(({ steps }) => steps)],
    events: changes.flatMap(({ events }) => events),
    audit: auditOf(context, week, { after, lists: changes.length, told }),
  });
  return outcome.status === 'refused' ? none : { lists: changes.length, told };
}

async function currentRun(context: WeeklyContext, week: string): Promise<StoredRun | undefined> {
  const before = await findRun(context.db, 'weekly');
  if (before?.onDay === week) return before;
  await context.writer.commit({
    steps: [beginRun('weekly', week)],
    audit: auditOf(context, week, { begun: true }),
  });
  return findRun(context.db, 'weekly');
}

/** Silent where nothing is overdue, or nobody is there to be told. */
async function listOf(context: WeeklyContext, week: string, { id, words }: Authority) {
  const { db, clock } = context;
  const now = clock.now();
  const day = dayAt(now);
  const rows = await listOverdueBelow(db, { superiorId: id, now, day });
  if (rows.length === 0) return undefined;
  const recipients = await recipientsOf(context, id, day);
  const units = rows.map(({ name, items, oldestDueAt }) => ({
    name,
    items,
    oldestDays: Math.max(1, daysBetween(dayAt(oldestDueAt - 1), day)),
  }));
  const notice: Notice = {
    category: 'weekly',
    occasion: `weekly:${week}:${id ?? 'commission'}`,
    ...weeklyWords(words, units, clockLabel(now)),
    href: '/console/progress?overdue=true',
    items: units.length,
  };
  return noticeChange(context, recipients, () => notice, { only: true });
}

function recipientsOf({ db }: WeeklyContext, id: string | null, day: string): Promise<Recipient[]> {
  if (id === null) {
    return listCommissionHolders(db, { roles: ['commission-drafter', 'commission-checker'], day });
  }
  return listHolders(db, { organizationIds: [id], roles: ['bureau-reviewer'], day });
}

function fullName({ tenant }: WeeklyContext): Phrase {
  const { full } = tenant.names;
  const words: { zh: string; en?: string | undefined } =
    typeof full === 'string' ? { zh: full } : full;
  return { zh: words.zh, en: words.en ?? words.zh };
}

function auditOf(
  { clock }: WeeklyContext,
  week: string,
  facts: Record<string, string | number | boolean | null>,
) {
  return {
    action: 'notification.make' as const,
    actor: { kind: 'system' as const, id: 'reminders.weekly' },
    subjectKind: 'weekly-list',
    subjectId: week,
    at: clock.now(),
    facts,
  };
}
