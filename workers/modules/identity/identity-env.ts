import type { Actor, ControlVisitorContext } from '#workers/modules/tenants/index.ts';
import type { HttpEnv } from '#workers/platform/http/http-env.ts';
import type { SessionReader, SessionSource } from './session-reader.ts';

/** What signing in and out needs of the request's host, whichever database stands behind it. */
export type AuthSite = {
  readonly source: SessionSource;
  readonly sessions: SessionReader;
  readonly secret: string;
  readonly origin: string;
  readonly secure: boolean;
  readonly address: string | undefined;
};

export type IdentityEnv = {
  Variables: HttpEnv['Variables'] & {
    auth: AuthSite;
    visitor: Pick<ControlVisitorContext, 'clock' | 'ids'>;
    context: Pick<ControlVisitorContext, 'clock' | 'writer' | 'locale'> & {
      actor: Actor;
    };
  };
};
