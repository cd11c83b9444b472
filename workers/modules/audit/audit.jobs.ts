import type { AuditAnchor } from '#schema/contracts/audit-anchor.ts';
import { findLastSigning, signHead } from './usecases/sign-head.ts';
import type { SignHeadContext } from './usecases/sign-head.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Part of the minute tick: signs the head once in every hour that has something new. */
export async function signHeadHourly(context: SignHeadContext): Promise<AuditAnchor | undefined> {
  const hourOf = (instant: number) => Math.floor(instant / HOUR_MS);
  const lastSignedAt = await findLastSigning(context.db);
  const now = context.clock.now();
  if (lastSignedAt !== undefined && hourOf(lastSignedAt) === hourOf(now)) return undefined;
  return signHead({ context });
}
