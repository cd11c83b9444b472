import { addDays } from '#plugins/sdk/dates/days.ts';
import { fieldsInSection, isHandable } from '#plugins/sdk/forms/parts.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { Part, PartState, Parts } from '#schema/contracts/submission-parts.ts';
import type { Answers } from '#schema/contracts/submissions.ts';

/** A part as it is stored. */
export type StoredPart = {
  id: string;
  submissionId: string;
  organizationId: string;
  department: string;
  fields: string[];
  note: string | null;
  dueOn: string;
  dueAt: number;
  tokenHash: string;
  expiresAt: number;
  state: PartState;
  answers: Answers;
  handedRevisions: Record<string, number>;
  handedAnswers: Answers;
  handedBy: string;
  handedByPost: string;
  handedAt: number;
  savedAt: number | null;
  submittedAt: number | null;
  submittedByPost: string | null;
  closedAt: number | null;
  closedByPost: string | null;
  version: number;
};

/** A department that is late by a few days can still hand in; then the link is dead. */
export const graceDays = 7;
/** More hands than this have nobody who knows what is where. */
export const mostOpenParts = 30;

const open: ReadonlySet<PartState> = new Set(['handed', 'submitted']);

/** With the department, or back and not merged yet. */
export function isOpen(part: Pick<StoredPart, 'state'>): boolean {
  return open.has(part.state);
}

/** The fields among these that no department can be given. */
export function unhandable(form: Form, keys: readonly string[]): string[] {
  const handable = new Set(form.fields.filter(isHandable).map(({ key }) => key));
  return keys.filter((key) => !handable.has(key));
}

/** A field lies in one hand at a time. */
export function alreadyOut(parts: readonly StoredPart[], keys: readonly string[]): StoredPart[] {
  return parts.filter((part) => isOpen(part) && part.fields.some((key) => keys.includes(key)));
}

/** The parts that the task itself names and that are still to be handed out. */
export function proposedParts(
  { task, form, dueOn, today }: { task: Task; form: Form; dueOn: string | null; today: string },
  parts: readonly StoredPart[],
): Parts['proposed'] {
  const out = new Set(
    parts.filter(({ state }) => state !== 'taken-back').flatMap(({ fields }) => fields),
  );
  return (task.parts ?? []).flatMap(({ section, post, daysBefore }) => {
    const fields = fieldsInSection(form, section).filter((key) => !out.has(key));
    if (fields.length === 0) return [];
    const day = dueOn === null ? undefined : addDays(dueOn, -(daysBefore ?? 0));
    const own = day === undefined ? {} : { dueOn: day < today ? today : day };
    return [{ section, department: post, fields, ...own }];
  });
}

export function toPart(part: StoredPart, now: number): Part {
  return {
    id: part.id,
    department: part.department,
    fields: part.fields,
    ...(part.note === null ? {} : { note: part.note }),
    dueOn: part.dueOn,
    overdue: part.state === 'handed' && now > part.dueAt,
    expiresAt: part.expiresAt,
    state: part.state,
    answers: part.state === 'handed' ? {} : part.answers,
    handedByPost: part.handedByPost,
    handedAt: part.handedAt,
    ...(part.savedAt === null ? {} : { savedAt: part.savedAt }),
    ...(part.submittedAt === null ? {} : { submittedAt: part.submittedAt }),
    ...(part.submittedByPost === null ? {} : { submittedByPost: part.submittedByPost }),
    ...(part.closedAt === null ? {} : { closedAt: part.closedAt }),
    version: part.version,
  };
}
