import { createSignal } from 'solid-js';
import type { MoveStep } from '#schema/contracts/version-moves.ts';
import { createCommand } from '#web/shared/command.ts';
import { createStepping } from '#web/shared/stepping.ts';
import type { MovedKind } from './version-moves.presenter.ts';
import { movesPaths, useMovesChanged } from './version-moves.queries.ts';

type Order = Readonly<Record<string, unknown>>;
export type MoveTotal = { moved: number; kept: number; changed: number };

const nothing: MoveTotal = { moved: 0, kept: 0, changed: 0 };

/**
 * Sends an order step by step until it is through; `total` says how far it is. What was refused in
 * between leaves the steps before as they are, and the same order goes on from there.
 */
export const createSteps = (given: {
  kind: () => MovedKind;
  path: '' | '/taken-back';
  onDone: (total: MoveTotal) => void;
}) => {
  const [total, setTotal] = createSignal(nothing);
  const changed = useMovesChanged();
  const command = createCommand<Order, MoveStep>((body) => ({
    method: 'POST',
    path: `${movesPaths[given.kind()]}${given.path}`,
    body,
  }));
  let order: Order = {};
  const stepping = createStepping<MoveStep>({
    ask: async (after) =>
      (await command.attempt(after === undefined ? order : { ...order, after }))?.data,
    onPage: (step) =>
      setTotal(({ moved, kept, changed: since }) => ({
        moved: moved + step.moved,
        kept: kept + step.kept,
        changed: since + (step.changed ?? 0),
      })),
    onStart: () => setTotal(nothing),
    onHalt: async (isThrough) => {
      await changed();
      if (isThrough) given.onDone(total());
    },
  });
  const run = (wanted: Order): void => {
    order = wanted;
    void stepping.start();
  };
  const { state, stop, goOn } = stepping;
  const isBusy = () => state() === 'running';
  return { run, total, state, stop, goOn, isBusy, problem: command.problem };
};
