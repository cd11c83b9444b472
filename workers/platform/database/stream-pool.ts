/** The server forgets a stream after ten seconds without a request. */
const IDLE_MS = 8_000;
/** A request that was cut off gives nothing back; past every deadline its stream counts no more. */
const LOST_MS = 15_000;
/** The server serves 128 connections at once, and every waiting stream is one of them. */
const WHOLE = 32;
const PER_NAMESPACE = 12;

/** A place at the server: a stream that waits there, or room for a new one. */
export type StreamLease = {
  /** Names the waiting stream; nothing for a new one. */
  readonly baton: string | null;
  /** Ends the lease; with the name of the stream, when it goes on waiting. */
  end(baton: string | null): void;
};

/**
 * Remembers which streams wait at the server, so that the next read needs no new connection there.
 * Names only: nothing in here belongs to a request. With no place left a read goes without.
 */
export type StreamPool = { lease(): StreamLease | undefined };

type Idle = { baton: string; since: number };
type Streams = { idle: Idle[]; leased: Set<{ since: number }> };

/** The streams of all namespaces that one isolate reads. */
export function createStreamPools(
  limits: { perNamespace: number; whole: number } = { perNamespace: PER_NAMESPACE, whole: WHOLE },
): (namespace: string) => StreamPool {
  const pools = new Map<string, Streams>();

  const forgetOld = (now: number) => {
    for (const [namespace, { idle, leased }] of pools) {
      while (idle[0] && now - idle[0].since > IDLE_MS) idle.shift();
      for (const one of leased) if (now - one.since > LOST_MS) leased.delete(one);
      if (idle.length + leased.size === 0) pools.delete(namespace);
    }
  };
  const hasRoom = (own: Streams) => {
    let whole = 0;
    for (const { idle, leased } of pools.values()) whole += idle.length + leased.size;
    return own.idle.length + own.leased.size < limits.perNamespace && whole < limits.whole;
  };
  const streamsOf = (namespace: string): Streams => {
    const streams = pools.get(namespace) ?? { idle: [], leased: new Set() };
    pools.set(namespace, streams);
    return streams;
  };

  return (namespace) => ({
    lease() {
      const now = Date.now();
      forgetOld(now);
      const streams = streamsOf(namespace);
      const waiting = streams.idle.pop();
      if (waiting === undefined && !hasRoom(streams)) return undefined;
      const lease = { since: now };
      streams.leased.add(lease);
      return {
        baton: waiting?.baton ?? null,
        end(baton) {
          const isOwn = streams.leased.delete(lease);
          if (baton === null || !isOwn) return;
          streamsOf(namespace).idle.push({ baton, since: Date.now() });
        },
      };
    },
  });
}
