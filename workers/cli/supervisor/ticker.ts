const minute = 60_000;

export type Ticker = { tick(): Promise<void>; stop(): void };

/** Time-driven work has one source: this call each minute, as Cloudflare's cron does it there. */
export function startTicker(options: {
  url: () => string;
  report: (line: string) => void;
  everyMs?: number;
}): Ticker {
  let running: Promise<void> | undefined;

  const call = async (): Promise<void> => {
    try {
      const response = await fetch(options.url(), {
        method: 'POST',
        signal: AbortSignal.timeout(minute),
      });
      await response.arrayBuffer();
      if (!response.ok) options.report(`tick: ${response.status}`);
    } catch (error) {
      options.report(`tick: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const tick = (): Promise<void> => {
    running ??= call().finally(() => (running = undefined));
    return running;
  };

  const timer = setInterval(() => void tick(), options.everyMs ?? minute);
  return { tick, stop: () => clearInterval(timer) };
}
