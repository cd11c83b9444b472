import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { daysLeft, dueAdvice, dueLabel } from '#plugins/sdk/dates/words.ts';
import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { SubmissionState, SubmissionSummary } from '#schema/contracts/submissions.ts';
import { hasPassed, isOnTime, isOverdue, nextStepOf, prevailingOf } from './submissions.domain.ts';

/** A stored filing, as far as a row of a list shows it. */
export type SummaryRecord = {
  id: string;
  campaignId: string;
  taskKey: string;
  occurrence: string;
  officeKey: string;
  organizationId: string;
  state: SubmissionState;
  nil: boolean;
  onBehalf: boolean;
  returns: number;
  pointsToMend: number;
  dueOn: string | null;
  originalDueOn: string | null;
  dueAt: number | null;
  dueWording: string;
  paperState: 'none' | 'expected' | 'received';
  firstFiledAt: number | null;
  filedAt: number | null;
  version: number;
  claimed?: { at: number } | null;
};

export type SummaryInput = {
  record: SummaryRecord;
  /** What the unit asks for and the office has not decided. */
  asked?: SubmissionSummary['asked'];
  /** The departments of the unit that have a part of it in hand. */
  departments?: readonly string[] | undefined;
  campaign: Campaign;
  organizationName: string;
  signing: ApprovalStep | undefined;
  viewer: { maySign: boolean; mayFile: boolean };
  now: number;
  calendar: WorkCalendar;
  cutOff: string;
};

/** One row of 我的任务, of a queue or of a list of filings. */
export function toSummary(input: SummaryInput): SubmissionSummary {
  const { record, campaign } = input;
  const task = taskOf(campaign, record.taskKey);
  const prevails = prevailingOf(task);
  return {
    id: record.id,
    campaignId: record.campaignId,
    taskKey: record.taskKey,
    occurrence: record.occurrence,
    title: task.title,
    organizationId: record.organizationId,
    organizationName: input.organizationName,
    state: record.state,
    nil: record.nil,
    late: isLate(record, input.now),
    onBehalf: record.onBehalf,
    ...(record.claimed ? { claimedAt: record.claimed.at } : {}),
    ...(input.asked === undefined ? {} : { asked: input.asked }),
    returns: record.returns,
    pointsToMend: record.pointsToMend,
    ...dueOf(input),
    dueWording: record.dueWording,
    needsStamp: needsStamp(task),
    paper: record.paperState,
    ...(prevails === undefined ? {} : { prevails }),
    office: officeTitle(campaign, record.officeKey),
    holder: holderOf(input),
    nextStep: nextStepOf(record, input.viewer),
    version: record.version,
    ...(record.filedAt === null ? {} : { filedAt: record.filedAt }),
  };
}

/** A version is checked before it is published: a filing's task is always in it. */
export function taskOf(campaign: Campaign, key: string): Task {
  const task = campaign.tasks.find((candidate) => candidate.key === key);
  if (task === undefined) throw new Error(`no task ${key} in the version of this filing`);
  return task;
}

export function officeTitle(campaign: Campaign, key: string): string {
  return campaign.offices.find((office) => office.key === key)?.title ?? key;
}

export function needsStamp(task: Task): boolean {
  return (task.deliverables ?? []).some((item) => item.required && item.kind === 'stamped-scan');
}

function isLate(record: SummaryRecord, now: number): boolean {
  if (record.firstFiledAt !== null) return !isOnTime(record.firstFiledAt, record.dueAt);
  return isOverdue({ ...record }, now);
}

function dueOf({ record, now, calendar, cutOff }: SummaryInput): Partial<SubmissionSummary> {
  const { dueOn, dueAt, originalDueOn } = record;
  if (dueOn === null || dueAt === null) return {};
  const left = daysLeft(dayAt(now), dueOn, calendar);
  const advice = { zh: dueAdvice(dueOn, calendar), en: dueAdvice(dueOn, calendar, 'en') };
  return {
    dueOn,
    dueAt,
    ...(originalDueOn === null ? {} : { originalDueOn }),
    dueLabel: { zh: dueLabel(dueOn, 'zh-CN', { cutOff }), en: dueLabel(dueOn, 'en', { cutOff }) },
    ...(advice.zh === undefined
      ? {}
      : { dueAdvice: { zh: advice.zh, en: advice.en ?? advice.zh } }),
    daysLeft: { days: left.workingDays, unit: 'working', overdue: hasPassed(dueAt, now) },
  };
}

function holderOf({
  record,
  campaign,
  signing,
  departments = [],
}: SummaryInput): SubmissionSummary['holder'] {
  switch (record.state) {
    case 'signing':
      return { kind: 'post', title: signing?.title ?? '' };
    case 'filed':
    case 'held':
      return { kind: 'office', title: officeTitle(campaign, record.officeKey) };
    case 'accepted':
    case 'exempt':
      return { kind: 'nobody', title: '' };
    case 'signed':
      return { kind: 'filler', title: '' };
    case 'due':
    case 'draft':
    case 'returned':
      return departments.length > 0
        ? { kind: 'post', title: departments.join('、') }
        : { kind: 'filler', title: '' };
  }
}
