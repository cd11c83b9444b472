import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { dayLabel, daysLeft, dueAdvice, dueLabel } from '#plugins/sdk/dates/words.ts';
import { dueReplies } from '#plugins/sdk/requests/occurrences.ts';
import { isEditable, isLate } from '#plugins/sdk/requests/reply.ts';
import type { ReplyFacts } from '#plugins/sdk/requests/reply.ts';
import type { Authority } from '#schema/contracts/permission.ts';
import type { MyRequest } from '#schema/contracts/request-replies.ts';
import type { RequestContent, RequestDraft } from '#schema/contracts/requests.ts';

/** The commission itself; a bureau is named by its id. */
export const commission = '';

/**
 * A person as one of the issuer's (or of a unit's) own, not as somebody whose range reaches there. At
 * the commission a reviewer's post neither drafts nor signs: those are posts of their own there.
 */
export function seatOf<T extends Authority>(actor: T, organizationId: string): T {
  const grants = actor.grants.filter(
    (grant) =>
      (grant.organizationId ?? commission) === organizationId &&
      (organizationId !== commission || grant.role !== 'bureau-reviewer'),
  );
  return { ...actor, grants };
}

/** What a permission is asked about where the issuer acts for itself. */
export function issuerSubject(issuerId: string) {
  return issuerId === commission ? {} : { organizationId: issuerId };
}

/** A text that was checked before it was submitted is whole. */
export function wholeContent(draft: RequestDraft): RequestContent {
  return draft as RequestContent;
}

export function wording(day: string, hour: string): { zh: string; en: string } {
  return {
    zh: dueLabel(day, 'zh-CN', { cutOff: hour }),
    en: dueLabel(day, 'en', { cutOff: hour }),
  };
}

/** The hour at which an instant lies on its due day, as it is written: 17:30, or 24:00. */
export function hourOf(dueOn: string, dueAt: number): string {
  if (dayAt(dueAt) > dueOn) return '24:00';
  const local = new Date(dueAt + 8 * 3_600_000);
  return local.toISOString().slice(11, 16);
}

export function occurrenceViews(draft: RequestDraft, calendar: WorkCalendar) {
  const { deadline, repeats } = draft;
  if (deadline === undefined) return [];
  return dueReplies({ deadline, repeats }, calendar).map((due) => ({
    ...due,
    dueLabel: wording(due.dueOn, deadline.hour),
  }));
}

type Due = { dueOn: string; dueAt: number; originalDueOn: string };

/** The due moment of a row as it is shown: label, advice on a rest day, working days left. */
export function dueView({ dueOn, dueAt, originalDueOn }: Due, now: number, calendar: WorkCalendar) {
  const zh = dueAdvice(dueOn, calendar);
  const en = dueAdvice(dueOn, calendar, 'en');
  const { workingDays } = daysLeft(dayAt(now), dueOn, calendar);
  return {
    dueOn,
    dueAt,
    dueLabel: wording(dueOn, hourOf(dueOn, dueAt)),
    daysLeft: { days: workingDays, unit: 'working' as const, overdue: now > dueAt },
    ...(zh === undefined || en === undefined ? {} : { dueAdvice: { zh, en } }),
    ...(originalDueOn === dueOn ? {} : { originalDueOn }),
  };
}

/** The same groups as filings have: a return is today's work, what lies with the sender waits. */
export function groupOf(reply: { state: ReplyFacts['state']; dueOn: string }, today: string) {
  if (reply.state === 'accepted' || reply.state === 'excused') return 'done';
  if (reply.state === 'filed') return 'waiting';
  if (reply.state === 'returned' || reply.dueOn <= today) return 'now';
  return reply.dueOn.slice(0, 7) === today.slice(0, 7) ? 'month' : 'later';
}

export function nextStepOf(
  state: ReplyFacts['state'],
  isSignedFor: boolean,
): MyRequest['nextStep'] {
  switch (state) {
    case 'due':
      return isSignedFor ? 'fill' : 'sign-for';
    case 'draft':
      return 'continue';
    case 'returned':
      return 'mend';
    case 'filed':
      return 'await';
    case 'accepted':
    case 'excused':
      return 'done';
  }
}

type Row = ReplyFacts & { organizationId: string; organizationName: string };

/** 催报文字: who has not replied, in the order given, which is the official one. */
export function reminderOf(
  title: string,
  rows: readonly Row[],
  now: number,
): { zh: string; en: string } {
  const open = rows.filter(({ state }) => isEditable(state));
  const names = (of: readonly Row[]) => [...new Set(of.map((row) => row.organizationName))];
  const waiting = names(open);
  const late = names(open.filter((row) => isLate(row, now)));
  const local = new Date(now + 8 * 3_600_000).toISOString().slice(11, 16);
  const clock = {
    zh: `${dayLabel(dayAt(now))}${local}`,
    en: `${dayLabel(dayAt(now), 'en')} ${local}`,
  };
  if (waiting.length === 0) {
    return {
      zh: `截至${clock.zh}，《${title}》各单位均已报送。`,
      en: `As of ${clock.en}, every unit has replied to “${title}”.`,
    };
  }
  const overdue = late.length === 0 ? '' : `其中已逾期${late.length}家：${late.join('、')}。`;
  const overdueEn = late.length === 0 ? '' : ` Overdue: ${late.join(', ')}.`;
  return {
    zh: `截至${clock.zh}，以下${waiting.length}家单位《${title}》尚未报送：${waiting.join('、')}。${overdue}请尽快报送，如有困难请说明。`,
    en: `As of ${clock.en}, ${waiting.length} units have not replied to “${title}”: ${waiting.join(', ')}.${overdueEn} Please reply, or say what stands in the way.`,
  };
}
