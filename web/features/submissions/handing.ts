import { createSignal, untrack } from 'solid-js';
import type { PartHanded, Parts } from '#schema/contracts/submission-parts.ts';
import type { Filing } from './filing.ts';
import { createHandOut, usePartsChanged } from './parts.queries.ts';

export type HandOutProps = { filing: Filing; found: Parts; onClose: () => void };

/** The day of the filing while it is to come; a late one has no day left to keep to. */
export const lastDay = ({ filing }: HandOutProps): string | undefined => {
  const { dueOn, daysLeft } = filing.summary();
  return daysLeft?.overdue ? undefined : dueOn;
};

type Written = { department: string; dueOn: string; note: string; fields: readonly string[] };

export const createHanding = (props: HandOutProps) => {
  const [written, setWritten] = createSignal<Written>({
    department: '',
    dueOn: untrack(() => lastDay(props) ?? ''),
    note: '',
    fields: [],
  });
  const [made, setMade] = createSignal<PartHanded>();
  const handOut = createHandOut(() => props.filing.draft.id());
  const changed = usePartsChanged();
  const write = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }));
  const isReady = () => {
    const { department, dueOn, fields } = written();
    return department.trim().length >= 2 && dueOn !== '' && fields.length > 0;
  };
  const send = async () => {
    if (!(await props.filing.sendAll())) return;
    const { department, dueOn, note, fields } = written();
    const answer = await handOut.attempt({
      department: department.trim(),
      dueOn,
      fields: [...fields],
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    if (answer === undefined) return;
    setMade(answer.data);
    await changed();
  };
  return { written, write, made, handOut, isReady, send };
};

export type Handing = ReturnType<typeof createHanding>;
