import type { Clock } from '#workers/platform/clock.ts';
import { callsPerMinute } from './rate-limiter.ts';
import type { RateLimiter } from './rate-limiter.ts';

const WINDOW_MS = 60_000;
const MEMORY_LIMIT = 20_000;

/** Counts in this isolate's memory, window by window; `scale` widens all limits alike. */
export function createMemoryRateLimiter(clock: Clock, scale = 1): RateLimiter {
  let windowStart = clock.now();
  const counts = new Map<string, number>();
  return {
    async take(rateClass, caller) {
      const now = clock.now();
      if (now - windowStart >= WINDOW_MS || now < windowStart || counts.size >= MEMORY_LIMIT) {
        counts.clear();
        windowStart = now;
      }
      const key = `${rateClass} ${caller}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= callsPerMinute[rateClass] * scale) return undefined;
      return Math.max(1, Math.ceil((windowStart + WINDOW_MS - now) / 1000));
    },
  };
}
