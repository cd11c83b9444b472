import type { Change, JsonValue, RefusedCommit, Writer } from '../database/change.ts';
import { etagOf } from './etag.ts';
import type { RequestKey } from './idempotency.ts';
import { platformErrors } from './platform.errors.ts';
import { errorWithCode } from './problem.ts';
import type { ErrorFactory, ProblemError } from './problem.ts';

type Committed =
  | { readonly status: 'committed'; readonly auditSeq: number }
  | { readonly status: 'replayed'; readonly response: JsonValue };

type CommitOptions = {
  /** Errors for constraints by name (`accounts.username`, or a step's `otherwise`). */
  readonly constraints?: Readonly<Record<string, ErrorFactory>>;
  /** The newest version, sent along with a 412. */
  readonly currentVersion?: () => Promise<number | undefined>;
};

/**
 * Commits a change or throws its refusal as a problem: a stale version 412, a constraint by the
 * given error (a step's `otherwise` may itself be a declared code), any other conflict 409.
 */
export async function commitOrThrow(
  writer: Writer,
  change: Change,
  options: CommitOptions = {},
): Promise<Committed> {
  const outcome = await writer.commit(change);
  if (outcome.status !== 'refused') return outcome;
  throw await toRefusal(outcome, options);
}

/**
 * Commits a change whose answer is known beforehand and kept under the caller's key: a repeated
 * request gets the first answer again.
 */
export async function commitAnswer<Answer extends JsonValue>(
  writer: Writer,
  change: Change,
  input: { answer: Answer; requestKey: RequestKey | undefined } & CommitOptions,
): Promise<Answer> {
  const { answer, requestKey, ...options } = input;
  const actorId = change.audit.actor.id ?? change.audit.actor.kind;
  const claim = requestKey && { ...requestKey, actorId, response: answer };
  const keyed = claim ? { ...change, idempotency: claim } : change;
  const outcome = await commitOrThrow(writer, keyed, options);
  return outcome.status === 'replayed' ? sameShape(outcome.response, answer) : answer;
}

async function toRefusal(outcome: RefusedCommit, options: CommitOptions): Promise<ProblemError> {
  switch (outcome.reason) {
    case 'stale_version': {
      const currentVersion = await options.currentVersion?.();
      if (currentVersion === undefined) return platformErrors['platform.stale_version']();
      const headers = { etag: etagOf(currentVersion) };
      return platformErrors['platform.stale_version']({ extras: { currentVersion }, headers });
    }
    case 'idempotency_mismatch':
      return platformErrors['platform.idempotency_mismatch']();
    case 'constraint': {
      const name = outcome.constraint ?? '';
      const factory = options.constraints?.[name] ?? errorWithCode(name);
      return (factory ?? platformErrors['platform.conflict'])({ cause: outcome });
    }
  }
}

/** The stored answer was made by the same use case for a request with the same hash. */
function sameShape<Answer extends JsonValue>(stored: JsonValue, _model: Answer): Answer {
  return stored as Answer;
}
