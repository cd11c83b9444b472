import type { Context } from 'hono';
import { holds } from '#schema/contracts/permission.ts';
import {
  createGuardedWriter,
  createPasswordChangeRequiredError,
  readSessionToken,
} from '#workers/modules/identity/index.ts';
import type { AuthSite } from '#workers/modules/identity/index.ts';
import type { Actor } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Gate } from '#workers/platform/http/http-env.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';

type Opened = { readonly actor: Actor; readonly writer: Writer };

/**
 * Reads the session only where a route asks for one: none 401, no grant with the permission 403.
 * `open` hands on the person and a writer that checks the session in every change.
 */
export function createSessionGate(input: {
  readonly c: Context;
  readonly auth: AuthSite;
  readonly clock: Clock;
  readonly open: (opened: Opened) => void;
}): Gate {
  const { c, auth, clock, open } = input;
  return async (access) => {
    if (access === 'public') return;
    const token = await readSessionToken(c, auth);
    const actor = token === undefined ? undefined : await auth.sessions.read(auth.source, token);
    if (token === undefined || actor === undefined) {
      throw platformErrors['platform.unauthenticated']();
    }
    if (access !== 'signed-in' && !holds(actor, access)) {
      throw platformErrors['platform.forbidden']();
    }
    if (actor.mustChangePassword && access !== 'signed-in')
      throw createPasswordChangeRequiredError();
    const { source, sessions } = auth;
    open({ actor, writer: createGuardedWriter({ source, sessions, token, actor, clock }) });
  };
}
