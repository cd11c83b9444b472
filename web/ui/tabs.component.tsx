import { For, createUniqueId } from 'solid-js';
import type { JSX } from 'solid-js';

export type Tab = {
  key: string;
  label: string;
  count?: number | undefined;
  content: () => JSX.Element;
};

const step = (event: KeyboardEvent, index: number, length: number): number | undefined => {
  if (event.key === 'ArrowRight') return (index + 1) % length;
  if (event.key === 'ArrowLeft') return (index - 1 + length) % length;
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return length - 1;
  return undefined;
};

export const Tabs = (props: {
  label: string;
  tabs: readonly Tab[];
  value: string;
  onChange: (key: string) => void;
}) => {
  const id = createUniqueId();
  const chosen = () => props.tabs.find((tab) => tab.key === props.value) ?? props.tabs[0];
  const move = (event: KeyboardEvent, index: number) => {
    const next = step(event, index, props.tabs.length);
    const tab = next === undefined ? undefined : props.tabs[next];
    if (!tab) return;
    event.preventDefault();
    props.onChange(tab.key);
    document.getElementById(`tab-${id}-${tab.key}`)?.focus();
  };
  return (
    <div>
      <div class="tabs-list" role="tablist" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab, index) => (
            <button
              type="button"
              class="tab"
              role="tab"
              id={`tab-${id}-${tab.key}`}
              aria-controls={`panel-${id}`}
              aria-selected={tab.key === chosen()?.key ? 'true' : 'false'}
              tabindex={tab.key === chosen()?.key ? 0 : -1}
              onClick={() => props.onChange(tab.key)}
              onKeyDown={(event) => move(event, index())}
            >
              {tab.label}
              {tab.count === undefined ? '' : `（${tab.count}）`}
            </button>
          )}
        </For>
      </div>
      <div
        role="tabpanel"
        id={`panel-${id}`}
        aria-labelledby={`tab-${id}-${chosen()?.key}`}
        tabindex="0"
      >
        {chosen()?.content()}
      </div>
    </div>
  );
};

export const Disclosure = (props: {
  summary: JSX.Element;
  open?: boolean;
  children: JSX.Element;
}) => (
  <details class="disclosure" open={props.open}>
    <summary>{props.summary}</summary>
    <div class="disclosure-body">{props.children}</div>
  </details>
);
