import { For, Show, createSignal } from 'solid-js';
import type { OutlineMove, OutlinePlace } from '#plugins/sdk/drafting/outline.ts';
import { t } from '#web/shared/i18n.ts';
import { shortName } from './clause-view.presenter.ts';
import type { ClauseView } from './clause-view.presenter.ts';
import { placeOf } from './draft-parts.ts';
import './outline.css';

export type OutlineEntry = { readonly place: string; readonly label: string };

/** Shows the place and moves the focus there, so that the keyboard goes on from it. */
export const goToPlace = (place: string): boolean => {
  const element = document.getElementById(place);
  if (!element) return false;
  element.scrollIntoView?.({ block: 'start' });
  element.focus({ preventScroll: true });
  return true;
};

/** How clauses are moved in the outline: by Alt and the arrows, or dropped on another. */
export type OutlineHooks = {
  readonly onStep: (key: string, move: OutlineMove) => void;
  readonly onDrop: (key: string, at: { target: string; place: OutlinePlace }) => void;
};

const steps: Readonly<Record<string, OutlineMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** The upper third of an entry is before it, the lower third behind, the middle inside. */
const placeAt = (element: HTMLElement, y: number): OutlinePlace => {
  const { top, height } = element.getBoundingClientRect();
  const part = height === 0 ? 0.5 : (y - top) / height;
  if (part < 0.34) return 'before';
  return part > 0.66 ? 'after' : 'inside';
};

const clauseMark = 'application/x-qingfeng-clause';

const ClauseEntry = (props: {
  clause: ClauseView;
  problems: number | undefined;
  hooks: OutlineHooks | undefined;
}) => {
  const [over, setOver] = createSignal<OutlinePlace>();
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey ? steps[event.key] : undefined;
    if (!move || !props.hooks) return;
    event.preventDefault();
    props.hooks.onStep(props.clause.key, move);
  };
  const onDragOver = (event: DragEvent & { currentTarget: HTMLElement }) => {
    if (!props.hooks || !event.dataTransfer?.types.includes(clauseMark)) return;
    event.preventDefault();
    setOver(placeAt(event.currentTarget, event.clientY));
  };
  const onDrop = (event: DragEvent & { currentTarget: HTMLElement }) => {
    const key = event.dataTransfer?.getData(clauseMark);
    setOver(undefined);
    if (!key || !props.hooks || key === props.clause.key) return;
    event.preventDefault();
    const place = placeAt(event.currentTarget, event.clientY);
    props.hooks.onDrop(key, { target: props.clause.key, place });
  };
  return (
    <li
      class={`outline-depth-${Math.min(props.clause.depth, 3)} ${over() ? `outline-over-${over()}` : ''}`}
      draggable={props.hooks ? 'true' : undefined}
      onKeyDown={onKeyDown}
      onDragStart={(event) => event.dataTransfer?.setData(clauseMark, props.clause.key)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(undefined)}
      onDrop={onDrop}
    >
      <Link
        place={placeOf('clause', props.clause.key)}
        label={shortName(props.clause)}
        tasks={props.clause.tasks.length}
        problems={props.problems}
      />
    </li>
  );
};

const Link = (props: {
  place: string;
  label: string;
  tasks?: number | undefined;
  problems?: number | undefined;
}) => (
  <a
    href={`#${props.place}`}
    rel="external"
    onClick={(event) => {
      event.preventDefault();
      goToPlace(props.place);
    }}
  >
    {props.label}
    <Show when={props.tasks}>
      {(count) => (
        <span class="outline-count">{t('campaigns.outline-tasks', { count: count() })}</span>
      )}
    </Show>
    <Show when={props.problems}>
      {(count) => (
        <span class="outline-problems">{t('campaigns.outline-problems', { count: count() })}</span>
      )}
    </Show>
  </a>
);

/** The document's own outline. */
export const Outline = (props: {
  clauses: readonly ClauseView[];
  before?: readonly OutlineEntry[];
  after?: readonly OutlineEntry[];
  problems?: ReadonlyMap<string, number>;
  hooks?: OutlineHooks | undefined;
}) => (
  <nav class="outline" aria-label={t('campaigns.outline')}>
    <ol lang="zh-CN">
      <For each={props.before}>
        {(entry) => (
          <li class="outline-other">
            <Link {...entry} />
          </li>
        )}
      </For>
      <For each={props.clauses.map(({ key }) => key)}>
        {(key) => (
          <Show when={props.clauses.find((clause) => clause.key === key)}>
            {(clause) => (
              <ClauseEntry
                clause={clause()}
                problems={props.problems?.get(key)}
                hooks={props.hooks}
              />
            )}
          </Show>
        )}
      </For>
      <For each={props.after}>
        {(entry) => (
          <li class="outline-other">
            <Link {...entry} />
          </li>
        )}
      </For>
    </ol>
  </nav>
);
