import type { HttpEnv } from '#workers/platform/http/http-env.ts';
import type { Locale } from '#workers/platform/http/locale.ts';

/** What the outer app knows of a request and hands to the app of its site. */
export type RequestFacts = {
  readonly requestId: string;
  readonly locale: Locale;
  readonly host: string;
  readonly secure: boolean;
  readonly address: string | undefined;
  /** Filled by the site's app for the log: the pattern, never the path. */
  route: string;
};

export type RootEnv = { Variables: HttpEnv['Variables'] & { facts: RequestFacts } };
