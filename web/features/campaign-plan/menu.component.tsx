import { For } from 'solid-js';
import { t } from '#web/shared/i18n.ts';

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly isDisabled?: boolean;
};

/** Buttons behind one button; Escape and leaving it close it, and the focus comes back. */
export const Menu = (props: { label: string; about: string; items: readonly MenuItem[] }) => {
  let details: HTMLDetailsElement | undefined;
  let summary: HTMLElement | undefined;
  const close = () => {
    if (details) details.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details?.open) return;
    event.stopPropagation();
    close();
    summary?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (next instanceof Node && !details?.contains(next)) close();
  };
  return (
    <details
      class="plan-menu no-print"
      ref={(element) => (details = element)}
      onKeyDown={onKeyDown}
      onFocusOut={onFocusOut}
    >
      <summary class="button button-quiet button-small" ref={(element) => (summary = element)}>
        {props.label}
        <span class="visually-hidden">{t('plan.about', { what: props.about })}</span>
      </summary>
      <ul class="plan-menu-items">
        <For each={props.items}>
          {(item) => (
            <li>
              <button
                type="button"
                disabled={item.isDisabled}
                onClick={() => {
                  close();
                  item.run();
                }}
              >
                {item.label}
              </button>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
};
