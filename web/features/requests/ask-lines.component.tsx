import { For, Show } from 'solid-js';
import type { RequestAsk } from '#schema/contracts/request-replies.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Status } from '#web/ui/status.component.tsx';

const kinds = { asked: 'waiting', agreed: 'done', declined: 'stopped' } as const;

export const wantedWords = ({ wanted }: Pick<RequestAsk, 'wanted'>): string =>
  `${formatDay(wanted.on)}${wanted.hour}`;

/** What was asked for and what became of it. */
export const AskLines = (props: { asks: readonly RequestAsk[] }) => (
  <Show when={props.asks.length > 0}>
    <section class="request-section">
      <h2 class="section-title">{t('requests.asks')}</h2>
      <ul class="request-lines">
        <For each={props.asks}>
          {(ask) => (
            <li>
              <Status kind={kinds[ask.state]}>{t(`requests.ask-${ask.state}`)}</Status>{' '}
              {t('requests.ask-line', {
                time: formatInstant(ask.askedAt),
                post: ask.askedByPost,
                until: wantedWords(ask),
                reason: ask.reason,
              })}
              <Show when={ask.answer}>
                {(answer) => (
                  <p class="small soft">{t('requests.ask-answer', { answer: answer() })}</p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);
