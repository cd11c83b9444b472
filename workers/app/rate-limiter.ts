export type RateClass = 'sign-in' | 'public' | 'write' | 'read';

/** Counts calls of one caller in one class; an isolate's memory, or a binding of the platform. */
export interface RateLimiter {
  /** Seconds to wait, or nothing when the call may pass. */
  take(rateClass: RateClass, caller: string): Promise<number | undefined>;
}

/** Calls a minute. Lockout against guessing stands in the tenant's database; this stops floods. */
export const callsPerMinute: Readonly<Record<RateClass, number>> = {
  'sign-in': 60,
  public: 600,
  write: 1_200,
  read: 6_000,
};
