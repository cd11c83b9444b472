import { inArray, sql } from 'drizzle-orm';
import { credentials, people } from '#schema/tables/identity.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type NewPerson = {
  readonly id: string;
  readonly credentialId: string;
  readonly username: string;
  readonly name: string;
  readonly post: string | null;
  readonly organizationId: string | null;
  readonly passwordHash: string;
};

/** An account as Better Auth would write it: the person and the credential. */
export function insertPerson(person: NewPerson, at: number): Step[] {
  const instant = new Date(at);
  const row = {
    id: person.id,
    name: person.name,
    email: `${person.username}@accounts.invalid`,
    emailVerified: false,
    username: person.username,
    displayUsername: person.username,
    organizationId: person.organizationId,
    post: person.post,
    createdAt: instant,
    updatedAt: instant,
  };
  const credential = {
    id: person.credentialId,
    accountId: person.id,
    providerId: 'credential',
    userId: person.id,
    password: person.passwordHash,
    createdAt: instant,
    updatedAt: instant,
  };
  return [
    { statement: toStatement(build.insert(people).values(row)) },
    { statement: toStatement(build.insert(credentials).values(credential)) },
  ];
}

/** Bars a person and makes every authority read so far worthless. */
export function disablePerson(personId: string, at: number): Step {
  const query = build
    .update(people)
    .set({
      disabledAt: at,
      updatedAt: new Date(at),
      authorityVersion: sql`${people.authorityVersion} + 1`,
    })
    .where(sql`${people.id} = ${personId} and ${people.disabledAt} is null`);
  return { statement: toStatement(query), expectRows: 1, otherwise: 'identity.unknown_person' };
}

/** Takes the bar away; authority read before it stays worthless. */
export function enablePerson(personId: string, at: number): Step {
  const query = build
    .update(people)
    .set({
      disabledAt: null,
      updatedAt: new Date(at),
      authorityVersion: sql`${people.authorityVersion} + 1`,
    })
    .where(sql`${people.id} = ${personId} and ${people.disabledAt} is not null`);
  return { statement: toStatement(query), expectRows: 1, otherwise: 'identity.unknown_person' };
}

/** To stand in every change of a person's grants or ties. */
export function bumpAuthority(personIds: readonly string[]): Step {
  const query = build
    .update(people)
    .set({ authorityVersion: sql`${people.authorityVersion} + 1` })
    .where(inArray(people.id, [...personIds]));
  return {
    statement: toStatement(query),
    expectRows: 'some',
    otherwise: 'identity.unknown_person',
  };
}

export type PersonSummary = {
  id: string;
  username: string | null;
  name: string;
  post: string | null;
  organizationId: string | null;
};
