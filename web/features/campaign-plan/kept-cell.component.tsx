import { Show, createSignal, untrack } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { readSession, writeSession } from './session-store.ts';

type CellProps = {
  /** Which cell of which draft: what was written there and not saved outlives a reload. */
  name: string;
  label: string;
  value: string;
  width?: string;
  onSave: (value: string) => void;
};

/** A cell that is written in place: it is saved when it is left, and Escape puts it back. */
export const KeptCell = (props: CellProps) => {
  const place = untrack(() => `cell.${props.name}`);
  const found = readSession<string>(place);
  const [held, setHeld] = createSignal(found);
  const [isFound, setFound] = createSignal(
    found !== undefined && found !== untrack(() => props.value),
  );
  const hold = (text: string | undefined) => {
    setHeld(text);
    writeSession(place, text);
  };
  const save = (written: string) => {
    const value = written.trim();
    hold(undefined);
    setFound(false);
    if (value !== props.value) props.onSave(value);
  };
  return (
    <>
      <input
        class={`input plan-cell ${props.width ?? ''}`}
        type="text"
        autocomplete="off"
        aria-label={props.label}
        value={held() ?? props.value}
        onInput={(event) => hold(event.currentTarget.value)}
        onChange={(event) => save(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            hold(undefined);
            setFound(false);
            event.currentTarget.value = props.value;
          }
          if (event.key === 'Enter') {
            if (isFound()) save(event.currentTarget.value);
            event.currentTarget.blur();
          }
        }}
      />
      <Show when={isFound()}>
        <p class="small plan-fault">{t('plan.cell-unsaved')}</p>
      </Show>
    </>
  );
};
