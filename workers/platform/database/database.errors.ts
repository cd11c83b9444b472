/** The database did not answer: nothing is known, repeat under the same idempotency key. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
  readonly code = 'platform.database_unavailable';
  readonly retryAfterSeconds = 2;
}

/** The engine refuses writes or reads of this namespace: its tenant is suspended. */
export class DatabaseSuspendedError extends Error {
  override readonly name = 'DatabaseSuspendedError';
  readonly code = 'platform.database_suspended';
}

/** Finds an error of ours under the wrappers of Drizzle. */
export function findDatabaseError(
  error: unknown,
): DatabaseUnavailableError | DatabaseSuspendedError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DatabaseUnavailableError) return cause;
    if (cause instanceof DatabaseSuspendedError) return cause;
  }
  return undefined;
}
