export function createStopwatch() {
  const timings: Record<string, number> = {};
  return {
    timings,
    async measure<T>(name: string, work: () => Promise<T>): Promise<T> {
      const begun = performance.now();
      try {
        return await work();
      } finally {
        timings[name] = Math.round(performance.now() - begun);
      }
    },
  };
}
