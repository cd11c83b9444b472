import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { EntryDetail } from '#schema/contracts/registers.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { SourceChip, Status } from '#web/ui/status.component.tsx';
import { clockLine, historyLines, numberWords } from './entry.presenter.ts';

type Clock = EntryDetail['clocks'][number];

const basisOf = ({ source }: Clock): string | undefined =>
  'document' in source ? t('registers.clock-source', { source: source.document }) : undefined;

const Clocks = (props: { clocks: readonly Clock[] }) => (
  <section class="entry-part" aria-labelledby="entry-clocks">
    <h2 id="entry-clocks" class="section-title">
      {t('registers.clocks')}
    </h2>
    <ul class="entry-clocks">
      <For each={props.clocks}>
        {(clock) => (
          <li class="clock-words">
            <Status kind={clock.overdue ? 'late' : clock.status === 'ended' ? 'done' : 'current'}>
              {clockLine(clock)}
            </Status>{' '}
            <Show
              when={'proposed' in clock.source}
              fallback={<span class="small soft">{basisOf(clock)}</span>}
            >
              <SourceChip>{t('kit.source-proposed')}</SourceChip>
            </Show>
          </li>
        )}
      </For>
    </ul>
    <p class="small soft">{t('registers.legend')}</p>
  </section>
);

const sourceWords = ({ channel, number }: EntryDetail['sources'][number]): string =>
  number === undefined
    ? localText(channel)
    : t('registers.source-number', { channel: localText(channel), number });

const Sources = (props: { found: EntryDetail }) => (
  <section class="entry-part" aria-labelledby="entry-sources">
    <h2 id="entry-sources" class="section-title">
      {t('registers.source')}
    </h2>
    <ul>
      <For each={props.found.sources}>{(source) => <li>{sourceWords(source)}</li>}</For>
    </ul>
  </section>
);

const Ties = (props: { found: EntryDetail }) => (
  <section class="entry-part" aria-labelledby="entry-ties">
    <h2 id="entry-ties" class="section-title">
      {t('registers.ties')}
    </h2>
    <ul>
      <For each={props.found.ties}>
        {(tie) => (
          <li>
            {localText(tie.title)}：<A href={`/entries/${tie.entry}`}>{numberWords(tie)}</A>
          </li>
        )}
      </For>
    </ul>
  </section>
);

const History = (props: { found: EntryDetail }) => (
  <section class="entry-part" aria-labelledby="entry-history">
    <h2 id="entry-history" class="section-title">
      {t('registers.history')}
    </h2>
    <ol class="entry-history">
      <For each={historyLines(props.found.history)}>
        {(line) => (
          <li>
            <span class="nowrap">{line.on}</span>　<strong>{line.what}</strong>　{line.who}
            <For each={line.notes}>{(note) => <p>{note}</p>}</For>
            <Show when={line.reason}>
              {(reason) => (
                <p>
                  {t('registers.step-reason')}：{reason()}
                </p>
              )}
            </Show>
            <Show when={line.entry}>
              {(entry) => (
                <p>
                  <A href={`/entries/${entry()}`}>{t('registers.history-entry')}</A>
                </p>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  </section>
);

/** Its clocks with their rules, where it came from, what it is tied to, and what happened. */
export const EntryAside = (props: { found: EntryDetail }) => (
  <>
    <Show when={props.found.clocks.length > 0}>
      <Clocks clocks={props.found.clocks} />
    </Show>
    <Show when={props.found.sources.length > 0}>
      <Sources found={props.found} />
    </Show>
    <Show when={props.found.ties.length > 0}>
      <Ties found={props.found} />
    </Show>
    <History found={props.found} />
  </>
);
