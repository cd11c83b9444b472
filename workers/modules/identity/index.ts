/**
 * Owns who somebody is: accounts, passwords, sessions, sign-in and its locks. Better Auth writes
 * them through the writer, audited; a session with its person and grants is read by one statement.
 */
export { listAuthorities } from './authorities.repository.ts';
export { createGuardedWriter } from './guarded-writer.ts';
export type { AuthSite } from './identity-env.ts';
export { createAuthRoutes } from './identity.routes.ts';
export { hashPassword, makeOneTimePassword } from './password.driver.ts';
export { bumpAuthority } from './people.repository.ts';
export { createSessionReader } from './session-reader.ts';
export type { SessionReader } from './session-reader.ts';
export { sessionCookieName } from './sessions.domain.ts';
export { createPasswordChangeRequiredError } from './identity.errors.ts';
export { readSessionToken } from './session-token.ts';
export { accountConstraints, createAccounts, prepareAccount } from './usecases/create-accounts.ts';
export type { AccountContext } from './usecases/create-accounts.ts';
export { disableAccount, enableAccount } from './usecases/disable-account.ts';
export { listAccounts } from './usecases/list-accounts.ts';
export type { ListedAccount } from './usecases/list-accounts.ts';
export { resetPassword } from './usecases/reset-password.ts';
