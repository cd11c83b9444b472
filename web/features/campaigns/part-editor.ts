import { createMemo, createSignal } from 'solid-js';
import type { DraftPart, PartSaved } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { isProblem } from '#web/shared/problem.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import type { BodyKind, PartOf } from './draft-parts.ts';
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

type PartPut = { version: number; body: unknown };

/** 412 carries the part as it stands now; the server sends the same kind of part that was put. */
const currentOf = <K extends BodyKind>(problem: ProblemError): PartOf<K> | undefined =>
  problem.body.current as (DraftPart & PartOf<K>) | undefined;

type Opened<K extends BodyKind> = {
  draftId: string;
  part: PartOf<K>;
  form: PartForm<PartOf<K>['body']>;
};

/** What the form holds, over which version of the part, and where somebody else was first. */
const createValues = <K extends BodyKind>({ part, form }: Opened<K>) => {
  const [base, setBase] = createSignal<PartOf<K>>(part);
  const [values, setValues] = createSignal<Values>(form.read(part.body));
  const [conflicts, setConflicts] = createSignal<readonly Conflict[]>([]);
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
  };
};

/** One part of a draft in an edit form: saved over the version seen, merged where somebody was first. */
export const createPartEditor = <K extends BodyKind>(
  input: Opened<K> & { onSaved: () => void },
) => {
  const { draftId, form, part } = input;
  const held = createValues(input);
  const put = createCommand<PartPut, PartSaved>(({ version, body }) => ({
    method: 'PUT',
    path: `/api/campaigns/drafts/${draftId}/parts/${part.kind}/${part.key}`,
    ifMatch: `"${version}"`,
    body,
  }));
  const finish = () => {
    held.forget();
    input.onSaved();
  };
  const send = async (): Promise<void> => {
    // Whoever took all of the other's values has nothing left to save.
    if (held.conflicts().length > 0 && !held.isChanged()) return finish();
    try {
      await put.run({ version: held.base().version, body: held.body() });
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
    wordsOf: (name: string, value: string) => form.wordsOf?.(name, value) ?? value,
    errorOf: (path: string) => put.problem()?.errorOf(path),
    errors: () => put.errors(),
    /** A refusal that names no field; conflicts have their own place. */
    refusal: () => {
      if (!put.error() || held.conflicts().length > 0 || put.errors().length > 0) return undefined;
      return put.problem()?.title ?? '';
    },
    isBusy: put.isBusy,
    send,
  };
};

export type PartEditor = Omit<
  ReturnType<typeof createPartEditor>,
  'base' | 'body' | 'meet' | 'forget'
>;
