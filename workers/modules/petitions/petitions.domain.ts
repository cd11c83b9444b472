import type { Authority } from '#schema/contracts/permission.ts';
import type { PetitionContent, PetitionKind, PetitionState } from '#schema/contracts/petitions.ts';

/** The commission itself; a bureau is named by its id. */
export const commission = '';

/** A person as one of an office's (or a unit's) own, not as somebody whose range reaches there. */
export function seatOf<T extends Authority>(actor: T, organizationId: string): T {
  const grants = actor.grants.filter(
    (grant) => (grant.organizationId ?? commission) === organizationId,
  );
  return { ...actor, grants };
}

/** What a permission is asked about where an office acts for itself. */
export function officeSubject(addresseeId: string) {
  return addresseeId === commission ? {} : { organizationId: addresseeId };
}

/** 拟稿 → 主要负责人审签, inside the unit. */
export const unitChain = [
  { key: 'draft', title: '拟稿', role: 'drafter' },
  { key: 'sign', title: '主要负责人审签', role: 'signer' },
] as const;

/** 请示 and 专报 go out under the head's signature; an information does not have to. */
export function wantsSignature(kind: PetitionKind): boolean {
  return kind !== 'information';
}

export function isEditable(state: PetitionState): boolean {
  return state === 'drafting' || state === 'returned';
}

export function isWhole({ title, text }: PetitionContent): boolean {
  return title.length >= 2 && text.length >= 2;
}

export function mayFile(kind: PetitionKind, state: PetitionState): boolean {
  return state === 'signed' || (!wantsSignature(kind) && isEditable(state));
}

const open: readonly PetitionState[] = ['filed', 'proposed', 'instructed'];

/** It lies with the office: filed, and neither answered nor returned. */
export function isOpen(state: PetitionState): boolean {
  return open.includes(state);
}

const withUnit: readonly PetitionState[] = ['drafting', 'returned', 'signing', 'signed'];

/** It was filed, went back, and is the unit's own again until it is filed anew. */
export function isRedrafted(row: { state: PetitionState; filedAt: number | null }): boolean {
  return row.filedAt !== null && withUnit.includes(row.state);
}

/** The stored states behind what an office asks for: a redraft is 退回 to it, whatever stage it is at. */
export function statesForOffice(state: PetitionState): readonly PetitionState[] {
  if (state === 'returned') return withUnit;
  return withUnit.includes(state) ? [] : [state];
}

export type AnswerFault = 'not_open' | 'instruction_wanted';

/** 批复 of a 请示 follows a 批示; a 专报 or an information may be taken note of at once. */
export function findAnswerFault(kind: PetitionKind, state: PetitionState): AnswerFault | undefined {
  if (!isOpen(state)) return 'not_open';
  return kind === 'instruction' && state !== 'instructed' ? 'instruction_wanted' : undefined;
}

/** The day a 批示 set has passed and nothing went back. */
export function isOverdue(
  { state, dueOn }: { state: PetitionState; dueOn: string | null },
  today: string,
): boolean {
  return state === 'instructed' && dueOn !== null && dueOn < today;
}

/** 收文〔2026〕3号: the office's own register of what it received. */
export function registerWords(year: number | null, number: number | null): string | undefined {
  return year === null || number === null ? undefined : `收文〔${year}〕${number}号`;
}

/** The offices over a unit in 主管 and 属地, the nearest first, without the unit itself. */
export function officesAbove(
  organizationId: string,
  paths: { supervision?: string | undefined; territory?: string | undefined },
): string[] {
  const above = [paths.supervision, paths.territory].flatMap((path) =>
    (path ?? '')
      .split('/')
      .filter((id) => id !== '' && id !== organizationId)
      .reverse(),
  );
  return [...new Set(above)];
}
