import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { listAuthorities } from '#workers/modules/identity/index.ts';
import { permissionsOf } from '#workers/modules/organizations/index.ts';
import { readSettings } from '../channels.repository.ts';
import { advanceRun, beginRun, findRun, listRecipients } from '../messages.repository.ts';
import type { StoredRun } from '../messages.repository.ts';
import type { Notice } from '../notices.domain.ts';
import { digestWords, isDigestTime, totalOf } from '../reminders.domain.ts';
import { noticeChange } from './notify.ts';
import type { NoticeContext } from './notify.ts';
import { readWaiting } from './read-waiting.ts';

/** Persons of one step, and steps of one tick: 10,000 persons have their digest in 20 minutes. */
export const personsAStep = 100;
const stepsATick = 5;

export type DigestReport = { looked: number; told: number };

/**
 * 每日摘要: one message a person and day over everything that waits, and none where nothing does. A
 * part at a tick, resumed where it stopped; two that work at once do no part twice.
 */
export async function sendDigests(
  context: NoticeContext,
  limits: { persons?: number; steps?: number } = {},
): Promise<DigestReport> {
  const report = { looked: 0, told: 0 };
  const now = context.clock.now();
  const settings = await readSettings(context.db);
  if (!isDigestTime(settings, now, officialCalendar)) return report;
  for (let step = 0; step < (limits.steps ?? stepsATick); step += 1) {
    const run = await currentRun(context, dayAt(now));
    if (run === undefined || run.after === null) break;
    const part = await digestPart(context, run, limits.persons ?? personsAStep);
    report.looked += part.looked;
    report.told += part.told;
  }
  return report;
}

/** Today's run, begun here where nobody did before. */
async function currentRun(context: NoticeContext, onDay: string): Promise<StoredRun | undefined> {
  const before = await findRun(context.db, 'digest');
  if (before?.onDay === onDay) return before;
  await context.writer.commit({
    steps: [beginRun('digest', onDay)],
    audit: auditOf(context, onDay, { begun: true }),
  });
  return findRun(context.db, 'digest');
}

async function digestPart(
  context: NoticeContext,
  run: StoredRun,
  limit: number,
): Promise<DigestReport> {
  const { db } = context;
  const persons = await listAuthorities(db, {
    after: run.after ?? '',
    limit,
    day: run.onDay,
    permissionsOf,
  });
  const waiting = await readWaiting(context, persons);
  const busy = persons.filter(({ personId }) => (waiting.get(personId) ?? []).length > 0);
  const recipients = await listRecipients(
    db,
    busy.map(({ personId }) => personId),
  );
  const noticeOf = ({ personId }: { personId: string }): Notice => {
    const items = waiting.get(personId) ?? [];
    return {
      category: 'digest',
      occasion: `digest:${run.onDay}`,
      ...digestWords(items),
      href: items[0]?.href.startsWith('/console') ? '/console/messages' : '/messages',
      items: totalOf(items),
    };
  };
  const { steps, events, told } = noticeChange(context, recipients, noticeOf, { only: true });
  const after = persons.length < limit ? null : (persons.at(-1)?.personId ?? null);
  const outcome = await context.writer.commit({
    steps: [advanceRun(run, after), ...steps],
    events,
    audit: auditOf(context, run.onDay, { after, looked: persons.length, told }),
  });
  if (outcome.status === 'refused') return { looked: 0, told: 0 };
  return { looked: persons.length, told };
}

function auditOf(
  { clock }: NoticeContext,
  onDay: string,
  facts: Record<string, string | number | boolean | null>,
) {
  return {
    action: 'notification.make' as const,
    actor: { kind: 'system' as const, id: 'reminders.digest' },
    subjectKind: 'digest',
    subjectId: onDay,
    at: clock.now(),
    facts,
  };
}
