import type { Authority } from '#schema/contracts/permission.ts';
import type { TenantProfile } from '#schema/contracts/tenants.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type {
  ControlDatabase,
  TenantDatabase,
} from '#workers/platform/database/database.driver.ts';
import type { HttpEnv } from '#workers/platform/http/http-env.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import type { Ids } from '#workers/platform/ids.ts';
import type { EvidenceStorage } from '#workers/platform/storage/evidence-storage.ts';

/** The person behind a session, with the grants in force and what to keep away from. */
export type Actor = Authority & {
  readonly sessionId: string;
  readonly username: string;
  readonly name: string;
  /** The post as it stands on papers; a person is named by post wherever possible. */
  readonly post: string | null;
  readonly organizationId: string | null;
  readonly authorityVersion: number;
  readonly idleUntil: number;
  readonly expiresAt: number;
  /** Signed in with a one-time password: nothing else is open before a new one is chosen. */
  readonly mustChangePassword: boolean;
};

type RequestContext = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly requestId: string;
  readonly locale: Locale;
};

/** What a job of a tenant works with: everything but a person. */
export type TenantJobContext = {
  readonly tenant: TenantProfile;
  readonly db: TenantDatabase;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly evidence: EvidenceStorage;
};

/** What a public route of a tenant's host works with. */
export type VisitorContext = TenantJobContext & RequestContext;

/** What a use case of a tenant works with; its writer checks the session in every change. */
export type TenantContext = VisitorContext & { readonly actor: Actor };

/** What the hosts of the higher authority and of the operator work with; no tenant's database. */
export type ControlVisitorContext = RequestContext & {
  readonly db: ControlDatabase;
  readonly writer: Writer;
};
export type ControlContext = ControlVisitorContext & { readonly actor: Actor };

/** A tenant's host: `visitor` always, `context` behind a session (every route that is not public). */
export type TenantEnv = {
  Variables: HttpEnv['Variables'] & { visitor: VisitorContext; context: TenantContext };
};

/** The oversight and platform hosts. */
export type ControlEnv = {
  Variables: HttpEnv['Variables'] & { visitor: ControlVisitorContext; context: ControlContext };
};
