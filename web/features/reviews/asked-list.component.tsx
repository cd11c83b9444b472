import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { dataOf } from '#web/ui/state.component.tsx';
import { useAsked } from './opinions.queries.ts';

/** 请我会审: others wait for what this person says; the decision is theirs. */
export const AskedList = () => {
  const asked = useAsked();
  const items = () => dataOf(asked)?.items ?? [];
  return (
    <Show when={items().length > 0}>
      <section class="stack-tight desk-section">
        <h2 class="section-title">{t('desk.asked-of-me', { count: items().length })}</h2>
        <ul class="desk-list">
          <For each={items()}>
            {({ opinion, filing }) => (
              <li>
                <span class="desk-list-main">
                  <A href={`/reviews/${filing.id}`}>
                    {filing.organizationName}　{titleOf(filing)}
                  </A>
                </span>
                <span>{opinion.question}</span>
                <span class="small soft">
                  {t('desk.opinion-asked-by', {
                    post: opinion.askedByPost,
                    time: formatInstant(opinion.askedAt),
                  })}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};
