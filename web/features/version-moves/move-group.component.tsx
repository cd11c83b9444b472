import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { MoveGroup, MovableGroup } from '#schema/contracts/version-moves.ts';
import { t } from '#web/shared/i18n.ts';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { groupNotes, groupWords, movableOf } from './version-moves.presenter.ts';
import type { MovedKind } from './version-moves.presenter.ts';

type GroupProps = {
  kind: MovedKind;
  group: MoveGroup;
  chosen: ReadonlySet<MovableGroup>;
  /** While the dry run goes on nothing is there to be chosen. */
  isOpen: boolean;
  onChoose: (group: MovableGroup, isChosen: boolean) => void;
};

/** One group of a dry run: what becomes of it, whose it is, and a tick where it may move. */
export const MoveGroupLine = (props: GroupProps) => (
  <li>
    <Show
      when={props.isOpen && movableOf(props.group)}
      fallback={<p>{groupWords(props.kind, props.group)}</p>}
    >
      {(movable) => (
        <Checkbox
          name={movable()}
          label={groupWords(props.kind, props.group)}
          checked={props.chosen.has(movable())}
          onChange={(isChosen) => props.onChoose(movable(), isChosen)}
        />
      )}
    </Show>
    <For each={groupNotes(props.group)}>{(note) => <p class="small soft">{note}</p>}</For>
    <Show when={props.group.samples.length > 0}>
      <p class="small soft move-samples">
        {t('moves.samples')}
        <For each={props.group.samples}>
          {({ id, number }) => (
            <A href={`/entries/${id}`} target="_blank" rel="noopener">
              {t('registers.number-of', { number })}
            </A>
          )}
        </For>
      </p>
    </Show>
  </li>
);
