import * as v from 'valibot';
import type { AuditActor } from '#schema/contracts/audit.ts';
import { UsernameSchema } from '#schema/contracts/identity.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Step, Writer } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import type { Ids } from '#workers/platform/ids.ts';
import { createUsernameTakenError, createWeakPasswordError } from '../identity.errors.ts';
import { hashPassword } from '../password.driver.ts';
import { faultWords, findPasswordFault } from '../passwords.domain.ts';
import { setPassword } from '../passwords.repository.ts';
import { insertPerson } from '../people.repository.ts';

export type AccountContext = {
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly locale?: Locale;
};

export type NewAccount = {
  readonly username: string;
  readonly name: string;
  readonly post?: string;
  readonly organizationId?: string;
  /**
   * A password to be checked and hashed, a hash made before by `hashPassword`, or a one-time password
   * that is only good for choosing one's own.
   */
  readonly secret:
    | { readonly password: string }
    | { readonly passwordHash: string }
    | { readonly oneTimePassword: string };
};

export type CreatedAccount = { readonly personId: string; readonly username: string };

/**
 * Creates accounts in one audited change; there is no other way to one, sign-up is closed.
 * `localWords` are the unit's names, which a password may not be made of.
 */
export async function createAccounts(request: {
  context: AccountContext;
  input: {
    readonly accounts: readonly NewAccount[];
    readonly actor: AuditActor;
    readonly localWords?: readonly string[];
  };
}): Promise<CreatedAccount[]> {
  const { context, input } = request;
  const at = context.clock.now();
  const created: CreatedAccount[] = [];
  const steps: Step[] = [];
  for (const account of input.accounts) {
    const { steps: own, ...named } = await prepareAccount(context, account, input.localWords);
    steps.push(...own);
    created.push(named);
  }
  const audit = {
    action: 'account.create' as const,
    actor: input.actor,
    subjectKind: 'account',
    subjectId: created[0]?.personId ?? '',
    at,
    facts: { accounts: created },
  };
  await commitOrThrow(context.writer, { steps, audit }, { constraints: accountConstraints });
  return created;
}

/** What the steps of a new account are refused for. */
export const accountConstraints = {
  'people.username': createUsernameTakenError,
  'people.email': createUsernameTakenError,
};

/** The steps of one new account, for a change that does more than make it. */
export async function prepareAccount(
  context: AccountContext,
  account: NewAccount,
  localWords: readonly string[] = [],
): Promise<CreatedAccount & { readonly steps: readonly Step[] }> {
  const at = context.clock.now();
  const username = v.parse(UsernameSchema, account.username);
  const passwordHash = await hashOf(account, [username, ...localWords], context.locale);
  const personId = context.ids.next('per');
  const credentialId = context.ids.next('cre');
  const { name, post = null, organizationId = null } = account;
  const person = { id: personId, credentialId, username, name, post, organizationId };
  const own = insertPerson({ ...person, passwordHash }, at);
  const reset =
    'oneTimePassword' in account.secret
      ? setPassword(personId, { hash: passwordHash, at, resetAt: at })
      : [];
  return { personId, username, steps: [...own, ...reset] };
}

async function hashOf(
  account: NewAccount,
  localWords: readonly string[],
  locale: Locale = 'zh-CN',
): Promise<string> {
  if ('passwordHash' in account.secret) return account.secret.passwordHash;
  if ('oneTimePassword' in account.secret) return hashPassword(account.secret.oneTimePassword);
  const { password } = account.secret;
  const fault = findPasswordFault(password, localWords);
  if (fault) {
    const reason = faultWords[fault][locale];
    const errors = [{ path: '/password', code: `identity.password-${fault}`, message: reason }];
    throw createWeakPasswordError({ values: { reason }, errors });
  }
  return hashPassword(password);
}
