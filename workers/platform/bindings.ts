/**
 * What a deployment may hand to the Worker: on Cloudflare what `wrangler.toml` names, on a machine
 * of our own what the supervisor's workerd configuration names. Exactly one of each pair is there.
 */
export type Bindings = SharedBindings & Partial<CloudflareBindings> & Partial<SelfHostedBindings>;

type SharedBindings = {
  /** `shared`, or the one tenant that this deployment serves. */
  DEPLOYMENT: string;
  /** The part of the host name after the tenant's label, with the port where it is not the usual one. */
  BASE_HOST: string;
  ASSETS: Fetcher;
  TENANT_WRITER: DurableObjectNamespace;
};

/** Generated from `wrangler.toml`; `KEY_RING` is JSON of namespace → key, of our namespaces only. */
type CloudflareBindings = Omit<Env, keyof SharedBindings>;

type SelfHostedBindings = {
  DATABASE: Fetcher;
  SEALED_DATABASE: Fetcher;
  KEYS: Fetcher;
  EVIDENCE_DISK: Fetcher;
  /** `yes` where a proxy of ours stands in front, whose `X-Forwarded-For` may be believed. */
  BEHIND_PROXY: string;
  /** Hosts that messages may go to, `host:port` with commas; without it, none. */
  MESSAGE_HOSTS: string;
  /** An ISO instant that stands for the moment of start, in demo installations. */
  DEMO_NOW: string;
  /** Widens all request limits alike, for the bench and load tests; 1 where it is missing. */
  RATE_LIMIT_SCALE: string;
};
