declare module 'autocannon' {
  namespace autocannon {
    type LoadRequest = {
      method?: string;
      path?: string;
      body?: string;
      headers?: Record<string, string>;
    };
    type LoadOptions = {
      url: string;
      connections: number;
      /** Seconds. */
      duration?: number;
      /** Requests in all, in place of a duration. */
      amount?: number;
      requests?: LoadRequest[];
      setupClient?: (client: { setRequests(requests: LoadRequest[]): void }) => void;
    };
    type LoadResult = {
      latency: { p50: number; p99: number };
      '2xx': number;
      non2xx: number;
      errors: number;
      timeouts: number;
      statusCodeStats: Record<string, { count: number }>;
    };
  }
  function autocannon(options: autocannon.LoadOptions): Promise<autocannon.LoadResult>;
  export = autocannon;
}
