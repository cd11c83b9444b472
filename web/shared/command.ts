import { createSignal } from 'solid-js';
import { api } from './client.ts';
import type { Answer, CommandRequest } from './client.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import { ProblemError, isOutcomeUnknown } from './problem.ts';
import type { FieldProblem } from './problem.ts';

/**
 * One verb of a page: `const file = createCommand((input) => ({ method: 'POST', path, body: input }))`.
 * While nobody knows whether the last attempt was done, the same request goes out under the same key.
 */
export const createCommand = <Input, Output>(
  toRequest: (input: Input) => Omit<CommandRequest, 'idempotencyKey'>,
  send: (request: CommandRequest) => Promise<Answer<Output>> = api.send,
) => {
  const [isBusy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  let open: { fingerprint: string; key: string } | undefined;

  const run = async (input: Input): Promise<Answer<Output>> => {
    const request = toRequest(input);
    const fingerprint = JSON.stringify([
      request.method,
      request.path,
      request.ifMatch,
      request.body,
    ]);
    if (open?.fingerprint !== fingerprint) open = { fingerprint, key: createIdempotencyKey() };
    setBusy(true);
    setError(undefined);
    try {
      const answer = await send({ ...request, idempotencyKey: open.key });
      open = undefined;
      return answer;
    } catch (failure) {
      if (!isOutcomeUnknown(failure)) open = undefined;
      setError(failure);
      throw failure;
    } finally {
      setBusy(false);
    }
  };

  /** For event handlers: undefined when it failed; `error()` says why. */
  const attempt = (input: Input): Promise<Answer<Output> | undefined> =>
    run(input).catch(() => undefined);

  const problem = (): ProblemError | undefined => {
    const failure = error();
    return failure instanceof ProblemError ? failure : undefined;
  };
  const errors = (): readonly FieldProblem[] => problem()?.errors ?? [];

  return { run, attempt, isBusy, error, problem, errors, reset: () => setError(undefined) };
};
