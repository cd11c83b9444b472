import { createMemo, createSignal } from 'solid-js';
import type { DraftPart, PartSaved } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { isProblem } from '#web/shared/problem.ts';
import { mergeBodies, putAt, sameBody } from './body-merge.ts';
import type { BodyConflict, BodyPath } from './body-merge.ts';
import type { DesignBodies, DesignKind } from './design-parts.ts';

const historyLimit = 100;

type Opened<K extends DesignKind> = {
  readonly draftId: string;
  readonly kind: K;
  readonly body: DesignBodies[K];
  /** The version that was seen; none where the part is new. */
  readonly version: number | undefined;
  readonly onSaved: (key: string) => void;
};

/** What the editor holds, what it was before each act, and where somebody else was first. */
export const createHeld = <Body>(opened: Body) => {
  const [base, setBase] = createSignal(opened);
  const [body, setBody] = createSignal<Body>(opened);
  const [past, setPast] = createSignal<readonly Body[]>([]);
  const [conflicts, setConflicts] = createSignal<readonly BodyConflict[]>([]);
  const isChanged = createMemo(() => !sameBody(base(), body()));
  let lastAct: string | undefined;
  /** Acts of one name in a row (typing in one field) are undone together. */
  const change = (next: (before: Body) => Body, act?: string): void => {
    const before = body();
    const after = next(before);
    if (sameBody(before, after)) return;
    if (act === undefined || act !== lastAct) {
      setPast((list) => [...list.slice(-historyLimit), before]);
    }
    lastAct = act;
    setBody(() => after);
  };
  return {
    base,
    body,
    change,
    canUndo: () => past().length > 0,
    undo: () => {
      const list = past();
      const before = list[list.length - 1];
      if (before === undefined) return;
      lastAct = undefined;
      setPast(list.slice(0, -1));
      setBody(() => before);
    },
    isChanged,
    conflicts,
    choose: (path: BodyPath, value: unknown) =>
      change((before) => putAt(before, path, value), `choose ${path.join('/')}`),
    /** What stands is what is saved. */
    settle: () => {
      setConflicts([]);
      setBase(() => body());
    },
    /** True where everything merged by itself. */
    meet: (current: Body): boolean => {
      const merged = mergeBodies(base(), body(), current);
      setBase(() => current);
      setPast([]);
      setBody(() => merged.body);
      setConflicts(merged.conflicts);
      return merged.conflicts.length === 0;
    },
  };
};

type Command<Next> = ReturnType<typeof createCommand<Next, unknown>>;
type Sending<Body, Next> = {
  readonly isNew: boolean;
  readonly save: Command<Next>;
  readonly next: () => Next;
  /** What 412 carries: the part as it stands now, seen from here on, as the body held would have it. */
  readonly current: (part: DraftPart) => Body;
  readonly onSaved: () => void;
};

/** What is held, sent over the version seen; where somebody was first it is merged and sent again. */
export const createEditing = <Body, Next>(
  held: ReturnType<typeof createHeld<Body>>,
  { isNew, save, next, current, onSaved }: Sending<Body, Next>,
) => {
  const [savedBy, setSavedBy] = createSignal('');
  const finish = () => {
    held.settle();
    onSaved();
  };
  const send = async (): Promise<void> => {
    // Whoever took all of the other's values has nothing left to save.
    if (held.conflicts().length > 0 && !held.isChanged()) return finish();
    try {
      await save.run(next());
    } catch (failure) {
      if (!isProblem(failure, 'campaigns.stale_part')) return;
      const part = failure.body.current as DraftPart;
      setSavedBy(part.changedByPost);
      if (held.meet(current(part))) await send();
      return;
    }
    finish();
  };
  return {
    ...held,
    savedBy,
    isNew,
    errors: save.errors,
    errorOf: (name: string) => save.problem()?.errorOf(name),
    /** A refusal that names no field; conflicts have their own place. */
    refusal: () => {
      if (!save.error() || held.conflicts().length > 0 || save.errors().length > 0)
        return undefined;
      return save.problem()?.title ?? '';
    },
    isBusy: save.isBusy,
    send,
  };
};

/** One part of a draft as a whole: changed act by act, undone, saved over the version seen. */
export const createBodyEditor = <K extends DesignKind>(input: Opened<K>) => {
  type Body = DesignBodies[K];
  const held = createHeld<Body>(input.body);
  const [version, setVersion] = createSignal(input.version);
  const path = `/api/campaigns/drafts/${input.draftId}/parts`;
  const save = createCommand<{ version: number | undefined; body: Body }, PartSaved>((next) =>
    next.version === undefined
      ? { method: 'POST', path, body: { kind: input.kind, body: next.body } }
      : {
          method: 'PUT',
          path: `${path}/${input.kind}/${next.body.key}`,
          ifMatch: `"${next.version}"`,
          body: next.body,
        },
  );
  return createEditing(held, {
    isNew: input.version === undefined,
    save,
    next: () => ({ version: version(), body: held.body() }),
    current: (part) => {
      setVersion(part.version);
      // 412 carries a part of the kind that was put.
      return part.body as Body;
    },
    onSaved: () => input.onSaved(held.body().key),
  });
};

export type BodyEditor<K extends DesignKind> = ReturnType<typeof createBodyEditor<K>>;
