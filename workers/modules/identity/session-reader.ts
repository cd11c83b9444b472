import type { Permission, Role } from '#schema/contracts/permission.ts';
import type { Actor } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { readAuthority } from './authority-rows.ts';
import { isSessionAlive, prolongedUntil } from './sessions.domain.ts';
import { prolongSession, readSessionRow } from './sessions.repository.ts';
import type { IdentityScope, SessionRow } from './sessions.repository.ts';

const KEPT_MS = 5_000;
const MEMORY_LIMIT = 5_000;

export type SessionSource = {
  /** Tells one database's sessions from another's. */
  readonly namespace: string;
  readonly scope: IdentityScope;
  readonly db: Database;
  readonly writer: Writer;
};

/** Reads who is behind a session token, at most 5 s old, and keeps the session awake. */
export interface SessionReader {
  read(source: SessionSource, token: string): Promise<Actor | undefined>;
  /** As the database has it now. */
  readFresh(source: SessionSource, token: string): Promise<Actor | undefined>;
  forget(source: SessionSource, token: string): Promise<void>;
}

export function createSessionReader(input: {
  readonly clock: Clock;
  readonly permissionsOf: (role: Role) => readonly Permission[];
}): SessionReader {
  const { clock, permissionsOf } = input;
  const kept = new Map<string, { actor: Actor; until: number }>();
  const keyOf = async (source: SessionSource, token: string) =>
    `${source.namespace}:${await hashHex(token)}`;

  const readFresh = async (source: SessionSource, token: string): Promise<Actor | undefined> => {
    const now = clock.now();
    const row = await readSessionRow(source.db, source.scope, { token, day: dayOf(now) });
    if (!row || !isSessionAlive(row, now)) return undefined;
    const idleUntil = await keepAwake(source, row, now);
    return toActor({ ...row, idleUntil }, permissionsOf);
  };

  return {
    readFresh,
    async read(source, token) {
      const key = await keyOf(source, token);
      const now = clock.now();
      const known = kept.get(key);
      if (known && known.until > now && isSessionAlive(known.actor, now)) return known.actor;
      const actor = await readFresh(source, token);
      if (kept.size >= MEMORY_LIMIT) kept.clear();
      if (actor) kept.set(key, { actor, until: now + KEPT_MS });
      else kept.delete(key);
      return actor;
    },
    async forget(source, token) {
      kept.delete(await keyOf(source, token));
    },
  };
}

async function keepAwake(source: SessionSource, row: SessionRow, now: number): Promise<number> {
  const until = prolongedUntil(row, now);
  if (until === undefined) return row.idleUntil;
  const outcome = await source.writer.commit({
    steps: [prolongSession({ sessionId: row.sessionId, until, now })],
    audit: {
      action: 'session.refresh',
      actor: { kind: 'person', id: row.personId },
      subjectKind: 'session',
      subjectId: row.sessionId,
      at: now,
      facts: {},
    },
  });
  return outcome.status === 'committed' ? until : row.idleUntil;
}

function toActor(row: SessionRow, permissionsOf: (role: Role) => readonly Permission[]): Actor {
  const { grants: grantsText, recusals, passwordResetAt, ...person } = row;
  const { grants, ties } = readAuthority({ grants: grantsText, recusals }, permissionsOf);
  const own = row.organizationId === null ? [] : [row.organizationId];
  const mustChangePassword = passwordResetAt !== null;
  return { ...person, mustChangePassword, grants, recusedFrom: [...new Set([...own, ...ties])] };
}
