import { and, desc, eq, lt, ne, notInArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { people, sessions, signInAttempts } from '#schema/tables/identity.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { FAILURES_KEPT_MS, MAX_SESSIONS } from './sessions.domain.ts';

/** Which database the identity tables stand in: control has no units. */
export type IdentityScope = 'tenant' | 'control';

export type SessionRow = {
  sessionId: string;
  personId: string;
  expiresAt: number;
  idleUntil: number;
  username: string;
  name: string;
  post: string | null;
  organizationId: string | null;
  authorityVersion: number;
  passwordResetAt: number | null;
  grants: string;
  recusals: string;
};

/** Session, person, grants with their paths, and recusals, by one statement. */
export async function readSessionRow(
  db: Database,
  scope: IdentityScope,
  input: { token: string; day: string },
): Promise<SessionRow | undefined> {
  const [row] = await db.all<SessionRow>(
    scope === 'tenant' ? tenantSession(input) : controlSession(input),
  );
  return row;
}

const person = sql`s.id as sessionId, s.person_id as personId, s.expires_at as expiresAt,
  s.idle_until as idleUntil, p.username, p.name, p.post, p.organization_id as organizationId,
  p.authority_version as authorityVersion, p.password_reset_at as passwordResetAt`;
export const grantObject = sql`'id', g.id, 'role', g.role, 'relation', g.relation, 'organizationId',
  g.organization_id, 'tasks', json(g.tasks), 'sections', json(g.sections), 'from', g.valid_from,
  'to', g.valid_to`;
export const inForce = (alias: SQL, day: string) =>
  sql`${alias}.person_id = p.id and ${alias}.valid_from <= ${day}
    and (${alias}.valid_to is null or ${alias}.valid_to >= ${day})`;
const ofSession = (token: string) =>
  sql`from sessions s join people p on p.id = s.person_id
    where s.token = ${token} and p.disabled_at is null`;

function tenantSession({ token, day }: { token: string; day: string }): SQL {
  return sql`select ${person},
    (select json_group_array(json_object(${grantObject}, 'path', o.path)) from grants g
      left join organization_paths o
        on o.relation = g.relation and o.organization_id = g.organization_id
      where g.revoked_at is null and ${inForce(sql`g`, day)}) as grants,
    (select json_group_array(r.organization_id) from recusals r
      where ${inForce(sql`r`, day)}) as recusals
    ${ofSession(token)}`;
}

function controlSession({ token, day }: { token: string; day: string }): SQL {
  return sql`select ${person},
    (select json_group_array(json_object(${grantObject}, 'path', null)) from grants g
      where g.revoked_at is null and ${inForce(sql`g`, day)}) as grants,
    '[]' as recusals
    ${ofSession(token)}`;
}

/** Refuses a change whose person's session has ended or whose authority has changed meanwhile. */
export function guardSession(input: {
  sessionId: string;
  personId: string;
  authorityVersion: number;
  now: number;
}): Step {
  const query = sql`update sessions set updated_at = updated_at
    where id = ${input.sessionId} and expires_at > ${input.now} and idle_until > ${input.now}
      and exists (select 1 from people where id = ${input.personId} and disabled_at is null
        and authority_version = ${input.authorityVersion})`;
  return { statement: toStatement(query), expectRows: 1, otherwise: 'identity.session_ended' };
}

export function prolongSession(input: { sessionId: string; until: number; now: number }): Step {
  const query = build
    .update(sessions)
    .set({ idleUntil: new Date(input.until), updatedAt: new Date(input.now) })
    .where(eq(sessions.id, input.sessionId));
  return { statement: toStatement(query), expectRows: 1 };
}

/** Ends a person's sessions, all or all but the newest few. */
export function endSessions(personId: string, keep = 0): Step {
  const newest = build
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, personId))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .limit(keep);
  const query = build
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), notInArray(sessions.id, newest)));
  return { statement: toStatement(query) };
}

/** Ends every session of a person but the one named. */
export function endOtherSessions(personId: string, sessionId: string): Step {
  const query = build
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), ne(sessions.id, sessionId)));
  return { statement: toStatement(query) };
}

export const endExcessSessions = (personId: string): Step => endSessions(personId, MAX_SESSIONS);

export type SignInState = {
  readonly failures: number;
  readonly lockedUntil: number;
  readonly personId: string | undefined;
  readonly disabled: boolean;
};

export async function readSignInState(
  db: Database,
  input: { nameHash: string; username: string; now: number },
): Promise<SignInState> {
  const [attempts, known] = await db.batch([
    db.select().from(signInAttempts).where(eq(signInAttempts.nameHash, input.nameHash)),
    db
      .select({ id: people.id, disabledAt: people.disabledAt })
      .from(people)
      .where(eq(people.username, input.username)),
  ]);
  const attempt = attempts[0];
  const isFresh = attempt !== undefined && attempt.updatedAt > input.now - FAILURES_KEPT_MS;
  return {
    failures: isFresh ? attempt.failures : 0,
    lockedUntil: isFresh ? attempt.lockedUntil : 0,
    personId: known[0]?.id,
    disabled: known[0]?.disabledAt != null,
  };
}

/** Counts one failure more; what was counted meanwhile counts too. */
export function recordFailure(input: {
  nameHash: string;
  now: number;
  lockAfter: readonly number[];
}): Step[] {
  const { nameHash, now } = input;
  const forgetBefore = now - FAILURES_KEPT_MS;
  const locks = JSON.stringify(input.lockAfter);
  const last = input.lockAfter.length - 1;
  const upsert = sql`insert into sign_in_attempts (name_hash, failures, locked_until, updated_at)
    values (${nameHash}, 1, 0, ${now})
    on conflict (name_hash) do update set
      failures = failures + 1,
      locked_until = ${now} + json_extract(${locks}, '$[' || min(failures + 1, ${last}) || ']'),
      updated_at = ${now}`;
  const forget = build.delete(signInAttempts).where(lt(signInAttempts.updatedAt, forgetBefore));
  return [{ statement: toStatement(forget) }, { statement: toStatement(upsert) }];
}

export function clearFailures(nameHash: string): Step {
  const query = build.delete(signInAttempts).where(eq(signInAttempts.nameHash, nameHash));
  return { statement: toStatement(query) };
}
