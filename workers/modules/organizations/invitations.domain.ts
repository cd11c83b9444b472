import type { InvitationState } from '#schema/contracts/invitations.ts';

/** A link is good for a week; after that another has to be made. */
export const LINK_DAYS = 7;
/** Printed slips travel by hand or by post before anybody can open their links. */
export const SLIP_DAYS = 14;
export const LINK_PREFIX = 'lnk';

type Kept = {
  readonly state: 'asked' | 'authorized' | 'used' | 'withdrawn';
  readonly tokenHash: string | null;
  readonly expiresAt: number | null;
};

/** How an invitation stands at a moment: what is kept of it, and whether its link still opens. */
export function standingOf({ state, tokenHash, expiresAt }: Kept, now: number): InvitationState {
  if (state !== 'authorized' || tokenHash === null || expiresAt === null) return state;
  return now > expiresAt ? 'expired' : 'linked';
}

/** Whether something may still become of it. */
export const isPending = ({ state }: Pick<Kept, 'state'>): boolean =>
  state === 'asked' || state === 'authorized';

/** 王＊＊: as much of a name as lets its unit know whom it means. */
export const maskName = (name: string): string =>
  `${[...name][0] ?? ''}${'＊'.repeat(Math.max(1, [...name].length - 1))}`;

/** 138****0000 */
export const maskPhone = (phone: string): string => `${phone.slice(0, -8)}****${phone.slice(-4)}`;

/** What a phone was closed about; put elsewhere it does not open. */
export const aboutPhone = (invitationId: string): string => `invitation ${invitationId} phone`;

/** What is kept of a person no longer than the invitation waits. */
export const forgotten = { addressee: null, phoneSealed: null, phoneMasked: null } as const;
