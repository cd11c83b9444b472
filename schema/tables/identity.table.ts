import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { Role } from '#schema/contracts/permission.ts';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** Accounts. What stands above the blank line is Better Auth's `user`, by its own field names. */
export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
    image: text('image'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    username: text('username'),
    displayUsername: text('display_username'),

    organizationId: text('organization_id'),
    post: text('post'),
    disabledAt: integer('disabled_at'),
    authorityVersion: integer('authority_version').notNull().default(1),
    /** Since when a one-time password is in force that has to be changed; none otherwise. */
    passwordResetAt: integer('password_reset_at'),
  },
  (table) => [
    uniqueIndex('ux_people_email').on(table.email),
    uniqueIndex('ux_people_username').on(table.username),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull(),
    userId: text('person_id').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),

    idleUntil: instant('idle_until').notNull(),
  },
  (table) => [
    uniqueIndex('ux_sessions_token').on(table.token),
    index('ix_sessions_person').on(table.userId, table.createdAt),
  ],
);

export const credentials = sqliteTable(
  'credentials',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('person_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('ix_credentials_person').on(table.userId, table.providerId)],
);

export const verifications = sqliteTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('ix_verifications_identifier').on(table.identifier)],
);

/** Failed sign-ins by hash of the name typed, known or not, so that a lock tells nobody which. */
export const signInAttempts = sqliteTable(
  'sign_in_attempts',
  {
    nameHash: text('name_hash').primaryKey(),
    failures: integer('failures').notNull(),
    lockedUntil: integer('locked_until').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('ix_sign_in_attempts_age').on(table.updatedAt)],
);

/** Which role a person has over which unit, by which relation, from when to when. */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    separationClass: text('separation_class'),
    relation: text('relation').$type<RelationKind>(),
    organizationId: text('organization_id'),
    tasks: text('tasks', { mode: 'json' }).$type<string[]>(),
    sections: text('sections', { mode: 'json' }).$type<string[]>(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    revokedAt: integer('revoked_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('ix_grants_person').on(table.personId),
    index('ix_grants_organization').on(table.organizationId, table.role),
    uniqueIndex('ux_grants_separation')
      .on(table.personId, table.separationClass)
      .where(sql`revoked_at is null and separation_class is not null`),
  ],
);
