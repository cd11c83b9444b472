import { For, Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { shortName } from './clause-view.presenter.ts';
import type { ClauseView } from './clause-view.presenter.ts';
import { placeOf } from './draft-parts.ts';

export type OutlineEntry = { readonly place: string; readonly label: string };

/** Shows the place and moves the focus there, so that the keyboard goes on from it. */
export const goToPlace = (place: string): boolean => {
  const element = document.getElementById(place);
  if (!element) return false;
  element.scrollIntoView?.({ block: 'start' });
  element.focus({ preventScroll: true });
  return true;
};

const Link = (props: { place: string; label: string; tasks?: number; problems?: number }) => (
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
      <For each={props.clauses}>
        {(clause) => (
          <li class={`outline-depth-${Math.min(clause.depth, 3)}`}>
            <Link
              place={placeOf('clause', clause.key)}
              label={shortName(clause)}
              tasks={clause.tasks.length}
              problems={props.problems?.get(clause.key)}
            />
          </li>
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
