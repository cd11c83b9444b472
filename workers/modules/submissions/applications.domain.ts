import type { Ask } from '#schema/contracts/filing-applications.ts';
import { hasPassed, isExtendable } from './submissions.domain.ts';
import type { Standing } from './submissions.domain.ts';

export type AskFault = 'not-accepted' | 'not-extendable' | 'expired' | 'not-later';

/**
 * Why a unit cannot ask for this now. A correction is of what was accepted; what is not accepted yet
 * is returned instead. More time is asked for before the due day is over, never after.
 */
export function findAskFault(
  filing: Standing & { readonly dueOn: string | null },
  ask: Ask,
  now: number,
): AskFault | undefined {
  if (ask.kind === 'correction') return filing.state === 'accepted' ? undefined : 'not-accepted';
  if (!isExtendable(filing.state) || filing.firstFiledAt !== null) return 'not-extendable';
  if (hasPassed(filing.dueAt, now)) return 'expired';
  return filing.dueOn !== null && ask.dueOn <= filing.dueOn ? 'not-later' : undefined;
}
