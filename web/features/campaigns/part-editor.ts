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

/** One part of a draft in an edit form: saved over the version seen, merged where somebody was first. */
export const createPartEditor = <K extends BodyKind>(input: {
  draftId: string;
  part: PartOf<K>;
  form: PartForm<PartOf<K>['body']>;
  onSaved: () => void;
}) => {
  const { draftId, form, part } = input;
  const [base, setBase] = createSignal<PartOf<K>>(part);
  const [values, setValues] = createSignal<Values>(form.read(part.body));
  const [conflicts, setConflicts] = createSignal<readonly Conflict[]>([]);
  const [savedBy, setSavedBy] = createSignal<string>();
  const put = createCommand<PartPut, PartSaved>(({ version, body }) => ({
    method: 'PUT',
    path: `/api/campaigns/drafts/${draftId}/parts/${part.kind}/${part.key}`,
    ifMatch: `"${version}"`,
    body,
  }));

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

  const send = async (): Promise<void> => {
    const body = form.write(base().body, values());
    try {
      await put.run({ version: base().version, body });
    } catch (failure) {
      const current = isProblem(failure, 'campaigns.stale_part')
        ? currentOf<K>(failure)
        : undefined;
      if (current && meet(current)) await send();
      return;
    }
    setConflicts([]);
    input.onSaved();
  };

  const isChanged = createMemo(() => {
    const before = form.read(base().body);
    return Object.entries(values()).some(([name, value]) => value !== (before[name] ?? ''));
  });

  return {
    values,
    valueOf: (name: string): string => values()[name] ?? '',
    set: (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    body: () => form.write(base().body, values()),
    errorOf: (path: string) => put.problem()?.errorOf(path),
    errors: () => put.errors(),
    /** A refusal that names no field; conflicts have their own place. */
    refusal: () => {
      const problem = put.problem();
      if (!put.error() || conflicts().length > 0 || put.errors().length > 0) return undefined;
      return problem?.title ?? '';
    },
    isBusy: put.isBusy,
    isChanged,
    conflicts,
    savedBy,
    settle: (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    wordsOf: (name: string, value: string) => form.wordsOf?.(name, value) ?? value,
    send,
  };
};

export type PartEditor = ReturnType<typeof createPartEditor>;
