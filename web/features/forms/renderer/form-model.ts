import {
  createContext,
  createEffect,
  createMemo,
  createSignal,
  on,
  untrack,
  useContext,
} from 'solid-js';
import { evaluateCondition, isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import {
  columnOf,
  fieldOf,
  formatPath,
  parsePath,
  rowsOf,
  sameValue,
  type Answers,
  type Row,
  type TableField,
} from '#plugins/sdk/forms/answers.ts';
import { computeFields } from '#plugins/sdk/forms/compute.ts';
import { applyChanges, valueAt } from '#plugins/sdk/forms/drafts.ts';
import { describeFormProblem } from '#plugins/sdk/forms/messages.ts';
import { shapeFaults } from '#plugins/sdk/forms/shape.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { visibleColumns, visibleFields } from '#plugins/sdk/forms/visibility.ts';
import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';
import type { EvidenceShelf } from '#web/features/evidence/shelf.ts';
import { locale } from '#web/shared/i18n.ts';
import type { FieldProblem } from '#web/shared/problem.ts';

export type Change = { readonly path: string; readonly value?: unknown };

export type FormHost = {
  readonly form: Form;
  /** What the server has. */
  readonly saved: () => Answers;
  /** Changes that were kept earlier and have not arrived. */
  readonly restored: readonly Change[];
  /** Keeps one well-formed change; called when a field is left and while typing pauses. */
  readonly keep: (change: Change) => void;
  readonly isKept: (path: string) => boolean;
  readonly shelf: EvidenceShelf;
  /** The answer of the time before, beside the field. */
  readonly previous?: (() => { label: string; answers: Answers } | undefined) | undefined;
  /** Changed since it was returned. */
  readonly isMended?: ((path: string) => boolean) | undefined;
};

const typingPause = 1500;

type Place = { field: Field; column: Column | undefined };

const placeOf = (form: Form, path: string): Place | undefined => {
  const parts = parsePath(path);
  const field = parts && fieldOf(form, parts.field);
  if (!parts || !field) return undefined;
  const column =
    parts.column !== undefined && field.kind === 'table'
      ? columnOf(field, parts.column)
      : undefined;
  return { field, column };
};

/** Whether a draft can hold the value at all; what it cannot hold stays on the screen alone. */
const isWellFormed = (form: Form, { path, value }: Change): boolean => {
  const place = placeOf(form, path);
  if (!place || isMissing(value)) return true;
  const holder = place.column ?? place.field;
  if (holder.kind === 'table' || holder.kind === 'section' || holder.kind === 'computed') {
    return true;
  }
  return shapeFaults(holder, value).length === 0;
};

/** What is typed or was not yet taken over, over what the server has. */
const createEdits = (host: FormHost) => {
  const [edits, setEdits] = createSignal<readonly Change[]>(host.restored);
  const put = (change: Change) =>
    setEdits((before) =>
      before.some(({ path }) => path === change.path)
        ? before.map((each) => (each.path === change.path ? change : each))
        : [...before, change],
    );
  const dropUnder = (path: string) =>
    setEdits((before) =>
      before.filter((each) => each.path !== path && !each.path.startsWith(`${path}/`)),
    );
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const isOpen = (change: Change) =>
    host.isKept(change.path) || timers.has(change.path) || !isWellFormed(host.form, change);
  // Only when the server's side moves: between an answer and its values nothing may flicker back.
  createEffect(on(host.saved, () => setEdits((before) => before.filter(isOpen)), { defer: true }));
  return { edits, put, dropUnder, timers };
};

const createFindings = (form: Form, answers: () => Answers) => {
  const [touched, setTouched] = createSignal<ReadonlySet<string>>(new Set());
  const [isAllShown, setAllShown] = createSignal(false);
  const [round, setRound] = createSignal(0);
  const problems = createMemo((): readonly FieldProblem[] => {
    round();
    return untrack(() =>
      validateFiling(form, answers()).map((problem) => ({
        path: problem.path,
        code: problem.code,
        message: describeFormProblem(problem, locale()),
      })),
    );
  });
  return {
    touch: (path: string) => {
      setTouched((before) => (before.has(path) ? before : new Set([...before, path])));
      setRound((before) => before + 1);
    },
    /** Looks at everything, as 院内审签 does, and from now on shows what is found anywhere. */
    showAll: (): readonly FieldProblem[] => {
      setRound((before) => before + 1);
      setAllShown(true);
      return problems();
    },
    errorOf: (path: string): string | undefined =>
      isAllShown() || touched().has(path)
        ? problems().find((each) => each.path === path)?.message
        : undefined,
  };
};

type Edits = ReturnType<typeof createEdits>;

/** How a value gets from the fingers to where changes are kept. */
const createWriting = (host: FormHost, { edits, put, dropUnder, timers }: Edits) => {
  const keep = (change: Change) => {
    clearTimeout(timers.get(change.path));
    timers.delete(change.path);
    if (!isWellFormed(host.form, change)) return;
    const before = valueAt({ answers: host.saved(), revisions: {} }, change.path);
    const { value } = change;
    const isSame = sameValue(before, value) || (isMissing(before) && isMissing(value));
    if (!isSame || host.isKept(change.path)) host.keep(change);
  };
  return {
    type: (path: string, value: unknown): void => {
      put({ path, value });
      clearTimeout(timers.get(path));
      timers.set(
        path,
        setTimeout(() => keep({ path, value }), typingPause),
      );
    },
    commit: (path: string, value: unknown): void => {
      put({ path, value });
      keep({ path, value });
    },
    /** A row goes with everything that was typed into it. */
    remove: (path: string): void => {
      for (const [each, timer] of timers) {
        if (!each.startsWith(`${path}/`)) continue;
        clearTimeout(timer);
        timers.delete(each);
      }
      dropUnder(path);
      put({ path });
      host.keep({ path });
    },
    /** What was being typed is kept now: before the page is left and before 院内审签. */
    settle: (): void => {
      for (const { path, value } of edits()) if (timers.has(path)) keep({ path, value });
    },
  };
};

/** What the fields ask about the answers as they stand on the screen. */
const createReading = (host: FormHost, answers: () => Answers) => {
  const shown = createMemo(() => visibleFields(host.form, answers()));
  const rowOf = (table: string, id: string): Row =>
    rowsOf(answers(), table).find((row) => row.id === id) ?? { id };
  const recordOf = (path: string): Answers => {
    const parts = parsePath(path);
    return parts?.row === undefined
      ? answers()
      : { ...answers(), ...rowOf(parts.field, parts.row) };
  };
  return {
    valueOf: (path: string): unknown => valueAt({ answers: answers(), revisions: {} }, path),
    isVisible: (key: string): boolean => shown().has(key),
    isRequired: ({ required }: Pick<Column, 'required'>, path: string): boolean =>
      required === undefined || typeof required === 'boolean'
        ? (required ?? false)
        : evaluateCondition(required, recordOf(path)),
    isMended: (path: string): boolean => host.isMended?.(path) ?? false,
    previousOf: (key: string): { label: string; value: unknown } | undefined => {
      const previous = host.previous?.();
      const value = previous?.answers[key];
      return previous && !isMissing(value) ? { label: previous.label, value } : undefined;
    },
    rowIds: (table: string): string[] => rowsOf(answers(), table).map(({ id }) => id),
    columnsOf: (table: TableField, rowId: string): ReadonlySet<string> =>
      new Set(visibleColumns(table, rowOf(table.key, rowId), answers()).map(({ key }) => key)),
  };
};

/** One form on the screen: its answers, what shows, what is wrong, and how a change is kept. */
export const createFormModel = (host: FormHost) => {
  const { form } = host;
  const edited = createEdits(host);
  const overlaid = createMemo(
    () => applyChanges({ answers: host.saved(), revisions: {} }, edited.edits()).answers,
  );
  const answers = createMemo(() => computeFields(form, overlaid()));
  const findings = createFindings(form, answers);
  const writing = createWriting(host, edited);
  const commit = (path: string, value: unknown): void => {
    writing.commit(path, value);
    findings.touch(path);
  };
  return {
    form,
    shelf: host.shelf,
    answers,
    ...createReading(host, answers),
    type: writing.type,
    commit,
    settle: writing.settle,
    errorOf: findings.errorOf,
    showAll: findings.showAll,
    /** A new row starts empty or with what was pasted. */
    addRow: (table: string, id: string, cells: Readonly<Record<string, unknown>> = {}): void => {
      commit(formatPath({ field: table, row: id }), cells);
      findings.touch(table);
    },
    removeRow: (table: string, id: string): void => {
      writing.remove(formatPath({ field: table, row: id }));
      findings.touch(table);
    },
    /** Gives up one's own value: the other's was chosen. */
    giveUp: edited.dropUnder,
    /** Values that no draft can hold; they are on this screen only. */
    unkept: (): Change[] => edited.edits().filter((change) => !isWellFormed(form, change)),
  };
};

export type FormModel = ReturnType<typeof createFormModel>;

const FormContext = createContext<FormModel>();
export const FormProvider = FormContext.Provider;

export const useForm = (): FormModel => {
  const model = useContext(FormContext);
  if (!model) throw new Error('useForm outside of a form');
  return model;
};
