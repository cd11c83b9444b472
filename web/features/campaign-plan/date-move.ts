import { createSignal } from 'solid-js';
import { addDays } from '#plugins/sdk/dates/days.ts';
import type { PartActs } from './part-acts.ts';
import { withDays } from './plan-dates.ts';
import type { Bar, DateName } from './plan-dates.ts';

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
};

type Held = { readonly key: string; readonly shift: number; readonly names: readonly DateName[] };

/** What is being moved and by how many days; it is saved when the hand or the focus lets go. */
export const createDateMove = (acts: () => PartActs, canMove: () => boolean) => {
  const [held, setHeld] = createSignal<Held>();
  const isHeld = (bar: Bar, name: DateName) =>
    held()?.key === bar.part.key && (held()?.names.includes(name) ?? false);
  const dayOf = (bar: Bar, name: DateName): string | undefined => {
    const day = bar.dates.find((each) => each.name === name)?.day;
    return day !== undefined && isHeld(bar, name) ? addDays(day, held()?.shift ?? 0) : day;
  };
  /** A phase does not end before it begins. */
  const isPossible = (bar: Bar, names: readonly DateName[], shift: number) => {
    const days = new Map(
      bar.dates.map(({ name, day }) => [name, names.includes(name) ? addDays(day, shift) : day]),
    );
    const [from, to] = [days.get('from'), days.get('to')];
    return from === undefined || to === undefined || from <= to;
  };
  const hold = (bar: Bar, names: readonly DateName[], shift: number) => {
    if (canMove() && isPossible(bar, names, shift)) setHeld({ key: bar.part.key, names, shift });
  };
  const letGo = async (bar: Bar): Promise<void> => {
    const now = held();
    if (now?.key !== bar.part.key || now.shift === 0) {
      setHeld(undefined);
      return;
    }
    const moved = bar.dates.filter(({ name }) => now.names.includes(name));
    const days = Object.fromEntries(moved.map(({ name, day }) => [name, addDays(day, now.shift)]));
    const { kind, key, version } = bar.part;
    const body = { ...withDays(bar.part, days) };
    await acts().change({ save: [{ kind, key, version, body }] });
    setHeld(undefined);
  };
  const onKey = (event: KeyboardEvent, bar: Bar, names: readonly DateName[]) => {
    const step = steps[event.key];
    const isSame = held()?.key === bar.part.key && held()?.names.join() === names.join();
    if (step !== undefined) {
      event.preventDefault();
      hold(bar, names, (isSame ? (held()?.shift ?? 0) : 0) + step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void letGo(bar);
    } else if (event.key === 'Escape' && held()) {
      event.stopPropagation();
      setHeld(undefined);
    }
  };
  return { held, dayOf, hold, letGo, onKey };
};

export type DateMove = ReturnType<typeof createDateMove>;
