import { createSignal } from 'solid-js';
import type { MoveStep } from '#schema/contracts/version-moves.ts';
import { createCommand } from '#web/shared/command.ts';
import type { MovedKind } from './version-moves.presenter.ts';
import { movesPaths, useMovesChanged } from './version-moves.queries.ts';

type Order = Readonly<Record<string, unknown>>;

/**
 * Sends an order step by step until it is through; `done` says how far it is. What was refused in
 * between leaves the steps before as they are, and the same order goes on from there.
 */
export const createSteps = (kind: () => MovedKind, path: '' | '/taken-back') => {
  const [done, setDone] = createSignal<number>();
  const changed = useMovesChanged();
  const command = createCommand<Order, MoveStep>((body) => ({
    method: 'POST',
    path: `${movesPaths[kind()]}${path}`,
    body,
  }));
  const run = async (order: Order): Promise<{ moved: number; kept: number } | undefined> => {
    const total = { moved: 0, kept: 0 };
    setDone(0);
    let after: string | undefined;
    do {
      const answer = await command.attempt(after === undefined ? order : { ...order, after });
      if (!answer) {
        setDone(undefined);
        await changed();
        return undefined;
      }
      total.moved += answer.data.moved;
      total.kept += answer.data.kept;
      setDone(total.moved);
      after = answer.data.next;
    } while (after !== undefined);
    setDone(undefined);
    await changed();
    return total;
  };
  return { run, done, problem: command.problem };
};
