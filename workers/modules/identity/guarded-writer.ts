import type { Actor } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Change, Step, Writer } from '#workers/platform/database/change.ts';
import { createAuthorityChangedError, createSessionEndedError } from './identity.errors.ts';
import type { SessionReader, SessionSource } from './session-reader.ts';
import { guardSession } from './sessions.repository.ts';

/** The step that refuses a change once the person's session or authority is no longer the same. */
export function sessionGuard(actor: Actor, now: number): Step {
  const { sessionId, personId, authorityVersion } = actor;
  return guardSession({ sessionId, personId, authorityVersion, now });
}

/** Who stands aside from a unit (回避) is barred from the next page on. */
const isOfOwnAuthority = ({ audit }: Change, { personId }: Actor): boolean =>
  audit.action.startsWith('grant.') && audit.facts['personId'] === personId;

/** A writer that checks the session inside every change: a revocation holds at once. */
export function createGuardedWriter(input: {
  readonly source: SessionSource;
  readonly sessions: SessionReader;
  readonly token: string;
  readonly actor: Actor;
  readonly clock: Clock;
}): Writer {
  const { source, sessions, token, actor, clock } = input;
  return {
    async commit(change: Change) {
      const steps = [sessionGuard(actor, clock.now()), ...change.steps];
      const outcome = await source.writer.commit({ ...change, steps });
      if (outcome.status === 'committed' && isOfOwnAuthority(change, actor)) {
        await sessions.forget(source, token);
      }
      if (outcome.status !== 'refused' || outcome.constraint !== 'identity.session_ended') {
        return outcome;
      }
      await sessions.forget(source, token);
      const isAlive = (await sessions.readFresh(source, token)) !== undefined;
      throw isAlive ? createAuthorityChangedError() : createSessionEndedError();
    },
  };
}
