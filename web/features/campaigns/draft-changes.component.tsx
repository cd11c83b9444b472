import { For, Show } from 'solid-js';
import { localText, t } from '#web/shared/i18n.ts';
import { dataOf } from '#web/ui/state.component.tsx';
import { useDraftChanges } from './campaigns.queries.ts';

/** 修订说明 as the draft stands: what it says otherwise than the version in force. */
export const DraftChanges = (props: { draftId: string }) => {
  const changes = useDraftChanges(() => props.draftId);
  return (
    <Show when={dataOf(changes)}>
      {(found) => (
        <section class="stack-tight">
          <h2 class="section-title">{t('campaigns.changes-of-draft')}</h2>
          <Show
            when={found().items.length > 0}
            fallback={<p class="small soft">{t('campaigns.changes-none')}</p>}
          >
            <ol class="changes small">
              <For each={found().items}>{(item) => <li>{localText(item)}</li>}</For>
            </ol>
          </Show>
        </section>
      )}
    </Show>
  );
};
