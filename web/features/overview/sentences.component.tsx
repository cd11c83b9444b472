import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Figure, Overview } from '#schema/contracts/figures.ts';
import { useSession } from '#web/features/identity/session.ts';
import { fillSentence } from '#web/features/reviews/progress-sentence.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { figuresOf, valueWords } from './figure.presenter.ts';
import {
  satisfactionNames,
  satisfactionSentence,
  sentenceGroups,
  sentencePlaces,
} from './sentence.presenter.ts';
import type { SentenceGroup } from './sentence.presenter.ts';

/** A number that opens what it counted. */
const Linked = (props: { figure: Figure }) => (
  <A class="figure-link" href={props.figure.href} title={localText(props.figure.statement)}>
    {valueWords(props.figure, props.figure)}
  </A>
);

const Counted = (props: { figure: Figure; count: number | undefined; href?: string }) => (
  <A class="figure-link" href={props.href ?? props.figure.href}>
    {formatCount(props.count ?? 0)}
  </A>
);

const Sentence = (props: { group: SentenceGroup; figures: readonly Figure[] }) => {
  const own = () => figuresOf(props.figures, props.group);
  const linked = (figures: Readonly<Record<string, Figure>>) =>
    Object.fromEntries(
      Object.entries(sentencePlaces[props.group]).map(([place, key]) => {
        const figure = figures[key];
        return [place, figure ? <Linked figure={figure} /> : '—'];
      }),
    );
  return (
    <Show when={own()} fallback={<p>{t(`figures.none-${props.group}`)}</p>}>
      {(figures) => (
        <p class="figure-sentence">
          {fillSentence(t(`figures.sentence-${props.group}`), linked(figures()))}
        </p>
      )}
    </Show>
  );
};

/** Four sentences, not tiles; each number leads to its list, what is not measured says so. */
export const Sentences = (props: { overview: Overview }) => {
  const { permissions } = useSession();
  const mayImport = () => permissions.holds('campaigns.draft');
  const satisfaction = () => props.overview.figures.filter(({ group }) => group === 'indicator');
  return (
    <section class="overview-sentences" aria-label={t('figures.sentences')}>
      <For each={sentenceGroups}>
        {(group) => <Sentence group={group} figures={props.overview.figures} />}
      </For>
      <Show
        when={satisfaction().length > 0}
        fallback={<p class="soft">{t('figures.none-satisfaction')}</p>}
      >
        <For each={satisfaction()}>
          {(figure) => (
            <p class="figure-sentence">
              {fillSentence(t(satisfactionSentence(figure)), {
                ...satisfactionNames(figure),
                value: <Linked figure={figure} />,
                surveyed: <Counted figure={figure} count={figure.survey?.units} />,
                few: (
                  <Counted
                    figure={figure}
                    count={figure.survey?.tooFew}
                    href={figure.survey?.tooFewHref}
                  />
                ),
              })}
              <Show when={figure.absent === 'not-imported' && mayImport()}>
                {' '}
                <A class="no-print" href="/imported-figures">
                  {t('figures.to-import')}
                </A>
              </Show>
            </p>
          )}
        </For>
      </Show>
    </section>
  );
};
