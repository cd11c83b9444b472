import { createContext, createSignal, useContext } from 'solid-js';
import type { ChangeParts, Draft, DraftPart, PartsChanged } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { announce } from '#web/ui/toast.component.tsx';
import { makeKey } from './new-key.ts';
import { fitReturn, removalOf, returnOf } from './part-changes.ts';
import type { Address } from './part-changes.ts';
import { readSession, writeSession } from './session-store.ts';

type ListKind = Exclude<DraftPart['kind'], 'head'>;
/** Something that was taken out in this session: what it was, and how it comes back. */
type Removal = { readonly words: string; readonly back: ChangeParts };

type Input = { draft: () => Draft; onChanged: () => Promise<unknown> };

const createRemovals = (draftId: string) => {
  const name = `removals.${draftId}`;
  const [removals, setRemovals] = createSignal<readonly Removal[]>(
    readSession<Removal[]>(name) ?? [],
  );
  const set = (next: readonly Removal[]) => {
    setRemovals(next);
    writeSession(name, next.length === 0 ? undefined : next);
  };
  return { removals, set };
};

/**
 * What can be done to the parts of a draft: several in one act, all of it or nothing.
 * `add('register', body)` puts a new part in and gives its key; `remove([…], words)` takes parts out
 * so that `undo()` brings them back. After a refusal `problem()` says why, and the draft is read anew.
 */
export const createPartActs = (input: Input) => {
  const draftId = input.draft().id;
  const { removals, set } = createRemovals(draftId);
  const send = createCommand<ChangeParts, PartsChanged>((body) => ({
    method: 'POST',
    path: `/api/campaigns/drafts/${draftId}/parts/change`,
    body,
  }));
  const change = async (wanted: ChangeParts): Promise<boolean> => {
    const answer = await send.attempt(wanted);
    await input.onChanged();
    return answer !== undefined;
  };
  const add = async (
    kind: ListKind,
    body: Record<string, unknown>,
    after?: string | null,
  ): Promise<string | undefined> => {
    const key = typeof body.key === 'string' ? body.key : makeKey(kind);
    const place = after === undefined ? {} : { after };
    const isDone = await change({ add: [{ kind, ...place, body: { ...body, key } }] });
    return isDone ? key : undefined;
  };
  const remove = async (addresses: readonly Address[], words: string): Promise<boolean> => {
    const back = returnOf(input.draft(), addresses);
    if (!(await change(removalOf(input.draft(), addresses)))) return false;
    set([...removals(), { words, back }].slice(-20));
    return true;
  };
  const undo = async (): Promise<void> => {
    const last = removals()[removals().length - 1];
    if (last === undefined || !(await change(fitReturn(input.draft(), last.back)))) return;
    set(removals().slice(0, -1));
    announce(t('plan.brought-back', { what: last.words }));
  };
  return {
    draft: input.draft,
    change,
    add,
    remove,
    undo,
    removals,
    isBusy: send.isBusy,
    problem: send.problem,
    error: send.error,
    forget: send.reset,
  };
};

export type PartActs = ReturnType<typeof createPartActs>;

const PartActsContext = createContext<PartActs>();
export const PartActsProvider = PartActsContext.Provider;

/** The acts of the draft that is on the screen; nothing where it is only read. */
export const usePartActs = (): PartActs | undefined => useContext(PartActsContext);
