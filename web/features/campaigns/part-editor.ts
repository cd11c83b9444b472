import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type {
  ChangeParts,
  DraftPart,
  PartSaved,
  PartsChanged,
} from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { isProblem } from '#web/shared/problem.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import type { BodyKind, PartOf } from './draft-parts.ts';
import { forgetEdit, keepEdit, readKept } from './kept-edits.ts';
import type { Fresh } from './kept-edits.ts';
import { mergeValues } from './values-merge.ts';
import type { ValueConflict, Values } from './values-merge.ts';

/** How the fields of a form are read from the body of a part and written back into it. */
export type PartForm<Body> = {
  readonly read: (body: Body) => Values;
  readonly write: (body: Body, values: Values) => Body;
  readonly labelOf: (name: string, body: Body) => string;
  /** A value in words, where the stored one is a key. */
  readonly wordsOf?: (name: string, value: string) => string;
};

export type Conflict = ValueConflict & { readonly label: string };

/** 412 carries the part as it stands now; the server sends the same kind of part that was put. */
const currentOf = <K extends BodyKind>(problem: ProblemError): PartOf<K> | undefined =>
  problem.body.current as (DraftPart & PartOf<K>) | undefined;

type Opened<K extends BodyKind> = {
  draftId: string;
  part: PartOf<K>;
  form: PartForm<PartOf<K>['body']>;
  /** Set where the part is not in the draft yet. */
  fresh?: Fresh | undefined;
  /** What has to change together with this part, in the same act. */
  companions?: ((body: PartOf<K>['body']) => ChangeParts) | undefined;
};

/** What was typed before a reload comes back, over the part as it stands now. */
const valuesAtStart = <K extends BodyKind>({ draftId, part, form }: Opened<K>) => {
  const own = form.read(part.body);
  const kept = readKept(draftId);
  if (kept?.kind !== part.kind || kept.key !== part.key) return { values: own, conflicts: [] };
  return mergeValues(kept.before, kept.values, own);
};

/** What the form holds, over which version of the part, and where somebody else was first. */
const createValues = <K extends BodyKind>(opened: Opened<K>) => {
  const { part, form } = opened;
  const start = valuesAtStart(opened);
  const [base, setBase] = createSignal<PartOf<K>>(part);
  const [values, setValues] = createSignal<Values>(start.values);
  const [conflicts, setConflicts] = createSignal<readonly Conflict[]>(
    start.conflicts.map((each) => ({ ...each, label: form.labelOf(each.name, part.body) })),
  );
  const [savedBy, setSavedBy] = createSignal<string>();
  /** True where everything merged by itself. */
  const meet = (current: PartOf<K>): boolean => {
    const merged = mergeValues(form.read(base().body), values(), form.read(current.body));
    setBase(() => current);
    setSavedBy(current.changedByPost);
    setValues(merged.values);
    setConflicts(
      merged.conflicts.map((each) => ({ ...each, label: form.labelOf(each.name, current.body) })),
    );
    return merged.conflicts.length === 0;
  };
  const isChanged = createMemo(() => {
    const before = form.read(base().body);
    return Object.entries(values()).some(([name, value]) => value !== (before[name] ?? ''));
  });
  return {
    base,
    values,
    set: (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    body: () => form.write(base().body, values()),
    conflicts,
    savedBy,
    isChanged,
    meet,
    forget: () => setConflicts([]),
    reset: () => {
      setConflicts([]);
      setValues(form.read(base().body));
    },
  };
};

/** Keeps what is typed while the form is open, and nothing after it was saved or given up. */
const createKeeping = <K extends BodyKind>(
  { draftId, part, form, fresh }: Opened<K>,
  held: ReturnType<typeof createValues<K>>,
) => {
  const keep = () => {
    if (!held.isChanged()) return;
    const before = form.read(held.base().body);
    keepEdit(draftId, { kind: part.kind, key: part.key, fresh, before, values: held.values() });
  };
  createEffect(on(held.values, keep, { defer: true }));
  return () => forgetEdit(draftId);
};

const isNothing = ({ add, save, remove, order }: ChangeParts): boolean =>
  [add, save, remove, order].every((list) => list === undefined || list.length === 0);

/** Saves over the version seen, or adds what is not there yet; companions go in the same act. */
const createSending = <K extends BodyKind>(input: Opened<K>) => {
  const { draftId, part } = input;
  const path = `/api/campaigns/drafts/${draftId}/parts`;
  type Sent = { version: number; body: object; fresh: Fresh | undefined };
  return createCommand<Sent, PartSaved | PartsChanged>(({ version, body, fresh }) => {
    const beside = input.companions?.(body as PartOf<K>['body']) ?? {};
    const address = { kind: part.kind, key: part.key };
    if (fresh === undefined && isNothing(beside)) {
      const one = `${path}/${part.kind}/${part.key}`;
      return { method: 'PUT', path: one, ifMatch: `"${version}"`, body };
    }
    const after = fresh?.after === undefined ? {} : { after: fresh.after };
    const own = fresh
      ? { add: [...(beside.add ?? []), { kind: part.kind, ...after, body }] }
      : { save: [...(beside.save ?? []), { ...address, version, body }] };
    return { method: 'POST', path: `${path}/change`, body: { ...beside, ...own } };
  });
};

/** One part of a draft in an edit form: saved over the version seen, merged where somebody was first. */
export const createPartEditor = <K extends BodyKind>(
  input: Opened<K> & { onSaved: () => void },
) => {
  const held = createValues(input);
  const forgetKept = createKeeping(input, held);
  const put = createSending(input);
  const [fresh, setFresh] = createSignal(input.fresh);
  const finish = () => {
    held.forget();
    forgetKept();
    input.onSaved();
  };
  const send = async (): Promise<void> => {
    // Whoever took all of the other's values has nothing left to save.
    if (fresh() === undefined && held.conflicts().length > 0 && !held.isChanged()) return finish();
    try {
      await put.run({ version: held.base().version, body: held.body(), fresh: fresh() });
    } catch (failure) {
      const current = isProblem(failure, 'campaigns.stale_part')
        ? currentOf<K>(failure)
        : undefined;
      if (current && held.meet(current)) await send();
      return;
    }
    finish();
  };
  return {
    ...held,
    valueOf: (name: string): string => held.values()[name] ?? '',
    wordsOf: (name: string, value: string) => input.form.wordsOf?.(name, value) ?? value,
    errorOf: (path: string) => put.problem()?.errorOf(path),
    errors: () => put.errors(),
    /** A refusal that names no field; conflicts have their own place. */
    refusal: () => {
      if (!put.error() || held.conflicts().length > 0 || put.errors().length > 0) return undefined;
      return put.problem()?.title ?? '';
    },
    isFresh: () => fresh() !== undefined,
    /** Somebody else has removed the part: it can be put in again with what is typed here. */
    isGone: () => fresh() === undefined && put.problem()?.code === 'campaigns.part_not_found',
    sendAgain: () => {
      setFresh({ body: held.base().body });
      return send();
    },
    isBusy: put.isBusy,
    send,
    giveUp: forgetKept,
    /** Back to what is saved. */
    reset: held.reset,
  };
};

export type PartEditor = Omit<
  ReturnType<typeof createPartEditor>,
  'base' | 'body' | 'meet' | 'forget'
>;
