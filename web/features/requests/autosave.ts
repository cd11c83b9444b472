import { createSignal, onCleanup } from 'solid-js';
import { retryDelay } from '#web/shared/client.ts';
import { ProblemError, isOutcomeUnknown } from '#web/shared/problem.ts';

type Whole = Readonly<Record<string, unknown>>;
export type Saved<T> = { readonly value: T; readonly version: number };

/** Whatever the order of keys; written out because canonicalize needs Chromium 111. */
const isAlike = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  if (left === null || right === null || Array.isArray(left) !== Array.isArray(right)) return false;
  const [ones, others] = [Object.entries(left), new Map(Object.entries(right))];
  return (
    ones.length === others.size &&
    ones.every(([key, value]) => others.has(key) && isAlike(value, others.get(key)))
  );
};

/** Absent and undefined are the same on the wire. */
const same = (left: unknown, right: unknown): boolean =>
  isAlike(JSON.parse(JSON.stringify(left ?? null)), JSON.parse(JSON.stringify(right ?? null)));

export type Merge<T> = { readonly merged: T; readonly conflicts: readonly string[] };

/**
 * What two people made of one text, part by part: who alone changed a part is followed; where both
 * did, mine stands until somebody decides, and the part is named.
 */
export const mergeWhole = <T extends Whole>(base: T, mine: T, theirs: T): Merge<T> => {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const isMine = (key: string) => !same(mine[key], base[key]);
  const isTheirs = (key: string) => !same(theirs[key], base[key]);
  const entries = keys.map((key) => [key, isMine(key) ? mine[key] : theirs[key]] as const);
  return {
    merged: Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T,
    conflicts: keys.filter((key) => isMine(key) && isTheirs(key) && !same(mine[key], theirs[key])),
  };
};

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'away' | 'refused' | 'conflict';
export type Conflict<T> = { readonly theirs: Saved<T>; readonly keys: readonly string[] };

type Options<T> = {
  initial: Saved<T>;
  /** Sends the whole under the version it was read at; gives the next one. */
  send: (value: T, version: number) => Promise<number>;
  /** The whole as the server has it now. */
  read: () => Promise<Saved<T>>;
  /** The other's parts were taken over: the screen shows them. */
  onMerged?: ((value: T, keys: readonly string[]) => void) | undefined;
  pause?: number;
};

const typingPause = 1500;

const createStore = <T extends Whole>({ initial }: Options<T>) => {
  const [base, setBase] = createSignal<Saved<T>>(initial);
  const [value, setValue] = createSignal<T>(initial.value);
  const [state, setState] = createSignal<SaveState>('idle');
  const [savedAt, setSavedAt] = createSignal<number>();
  const [problem, setProblem] = createSignal<ProblemError>();
  const [conflict, setConflict] = createSignal<Conflict<T>>();
  const isDirty = () => !same(value(), base().value);
  return {
    base,
    setBase,
    value,
    setValue: (next: T) => setValue(() => next),
    state,
    setState,
    savedAt,
    setSavedAt,
    problem,
    setProblem,
    conflict,
    setConflict,
    isDirty,
  };
};

type Store<T extends Whole> = ReturnType<typeof createStore<T>>;

/** Takes over what the other did; what both changed waits for a decision. */
const meet = async <T extends Whole>(store: Store<T>, options: Options<T>): Promise<boolean> => {
  const theirs = await options.read();
  const mine = store.value();
  const { merged, conflicts } = mergeWhole(store.base().value, mine, theirs.value);
  const taken = Object.keys({ ...mine, ...merged }).filter((key) => !same(merged[key], mine[key]));
  store.setBase(theirs);
  store.setValue(merged);
  options.onMerged?.(merged, taken);
  if (conflicts.length === 0) return true;
  store.setConflict({ theirs, keys: conflicts });
  store.setState('conflict');
  return false;
};

/** One attempt; true where it is worth trying again at once. */
const attempt = async <T extends Whole>(store: Store<T>, options: Options<T>): Promise<boolean> => {
  const value = store.value();
  store.setState('saving');
  try {
    const version = await options.send(value, store.base().version);
    store.setBase({ value, version });
    store.setSavedAt(Date.now());
    store.setProblem(undefined);
    store.setState('saved');
    return store.isDirty();
  } catch (error) {
    if (isOutcomeUnknown(error)) {
      store.setState('away');
      return false;
    }
    if (!(error instanceof ProblemError)) throw error;
    if (error.status === 412) return meet(store, options);
    store.setProblem(error);
    store.setState('refused');
    return false;
  }
};

/** When it is sent: after a pause, at once, or again after the server was away. */
const createSending = <T extends Whole>(store: Store<T>, options: Options<T>) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let sending: Promise<void> | undefined;
  const sendAll = async (): Promise<void> => {
    let isMore = store.isDirty() && store.conflict() === undefined;
    while (isMore) {
      isMore = await attempt(store, options).catch(() => {
        store.setState('away');
        return false;
      });
    }
    if (store.state() === 'saving') store.setState('saved');
    failures = store.state() === 'away' ? failures + 1 : 0;
    if (failures > 0) plan(retryDelay(failures, undefined));
  };
  /** Sends now; true once the server has everything. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    await sending;
    return !store.isDirty() && store.conflict() === undefined;
  };
  const plan = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  };
  const stop = () => clearTimeout(timer);
  return { flush, plan, stop, isSending: () => sending !== undefined };
};

const guardLeaving = (isDirty: () => boolean, flushLast: () => void) => {
  const askBeforeLeaving = (leaving: BeforeUnloadEvent) => {
    if (isDirty()) leaving.preventDefault();
  };
  window.addEventListener('beforeunload', askBeforeLeaving);
  onCleanup(() => {
    window.removeEventListener('beforeunload', askBeforeLeaving);
    flushLast();
  });
};

/** One text between this browser and the server, sent as a whole after each pause in typing. */
export const createAutosave = <T extends Whole>(options: Options<T>) => {
  const store = createStore(options);
  const { flush, plan, stop, isSending } = createSending(store, options);
  const put = (value: T) => {
    store.setValue(value);
    if (!store.isDirty() || store.conflict() !== undefined) return;
    store.setState('waiting');
    plan(options.pause ?? typingPause);
  };
  /** Both values were shown; what was chosen goes out under the newer version. */
  const settle = (choices: Readonly<Record<string, 'mine' | 'theirs'>>): Promise<boolean> => {
    const met = store.conflict();
    if (met === undefined) return flush();
    const taken = met.keys.filter((key) => choices[key] === 'theirs');
    const theirs = Object.fromEntries(taken.map((key) => [key, met.theirs.value[key]]));
    const chosen = { ...store.value(), ...theirs };
    store.setConflict(undefined);
    store.setValue(chosen);
    options.onMerged?.(chosen, taken);
    store.setState('waiting');
    return flush();
  };
  /** Another act moved the version on: followed while nothing of one's own waits. */
  const adopt = (saved: Saved<T>) => {
    if (saved.version <= store.base().version || store.isDirty() || isSending()) return;
    const keys = Object.keys({ ...store.value(), ...saved.value });
    const changed = keys.filter((key) => !same(store.value()[key], saved.value[key]));
    store.setBase(saved);
    store.setValue(saved.value);
    options.onMerged?.(saved.value, changed);
  };
  guardLeaving(store.isDirty, () => void flush().finally(stop));
  const { value, state, savedAt, problem, conflict, isDirty } = store;
  const version = () => store.base().version;
  return { value, version, state, savedAt, problem, conflict, isDirty, put, flush, settle, adopt };
};
