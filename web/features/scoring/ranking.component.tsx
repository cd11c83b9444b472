import { For, Show } from 'solid-js';
import type { RankingAnswer } from '#schema/contracts/evaluation.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { ComputedAsOf, Words } from '#web/ui/page.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import type { Clauses } from './grounds.presenter.ts';
import { RuleWords } from './rule-words.component.tsx';
import './scoring.css';

type Class = RankingAnswer['classes'][number];
type Place = Class['places'][number];

const placeWords = ({ rank, isTied }: Place): string =>
  t(isTied ? 'scoring.rank-tied' : 'scoring.rank', { rank });

const columns = ['unit', 'place', 'total', 'grade'] as const;

/** The head repeats on every printed page, so no sheet of paper leaves without the sentence. */
const Head = (props: { caption: string }) => (
  <thead>
    <tr class="ranking-caption">
      <th colspan={columns.length}>{props.caption}</th>
    </tr>
    <tr>
      <For each={columns}>
        {(column) => (
          <th scope="col" class={column === 'total' ? 'cell-end' : ''}>
            {t(`scoring.rank-${column}`)}
          </th>
        )}
      </For>
    </tr>
  </thead>
);

const Row = (props: { place: Place }) => (
  <tr>
    <th scope="row">{props.place.name}</th>
    <td data-label={t('scoring.rank-place')}>
      <div>{placeWords(props.place)}</div>
    </td>
    <td class="cell-end" data-label={t('scoring.rank-total')}>
      <div>{formatPoints(props.place.total)}</div>
    </td>
    <td data-label={t('scoring.rank-grade')}>
      <div>
        <Show when={props.place.grade} fallback="—">
          {(grade) => <Words text={grade()} />}
        </Show>
      </div>
    </td>
  </tr>
);

const Selection = (props: { each: Class }) => {
  const nameOf = (id: string) =>
    props.each.places.find(({ organizationId }) => organizationId === id)?.name ?? id;
  return (
    <Show when={props.each.selection}>
      {(selection) => (
        <p>
          <Words text={selection().reason} />
          <Show when={selection().undecided.length > 0}>
            {' '}
            {t('scoring.undecided', { units: selection().undecided.map(nameOf).join('、') })}
          </Show>
        </p>
      )}
    </Show>
  );
};

const ClassTable = (props: { each: Class; caption: string }) => (
  <section class="stack">
    <h2 class="section-title">
      <Words text={props.each.title} />
    </h2>
    <Show
      when={props.each.places.length > 0}
      fallback={<p class="soft">{t('scoring.nobody-ranked')}</p>}
    >
      <div class="table-scroll">
        <table class="table table-stacked">
          <caption class="visually-hidden">{localText(props.each.title)}</caption>
          <Head caption={props.caption} />
          <tbody>
            <For each={props.each.places}>{(place) => <Row place={place} />}</For>
          </tbody>
        </table>
      </div>
    </Show>
    <Selection each={props.each} />
    <Show when={props.each.unranked.length > 0}>
      <p>{t('scoring.unranked')}</p>
      <ul class="score-records">
        <For each={props.each.unranked}>
          {({ name, reason }) => (
            <li>
              {name}：<Words text={reason} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
);

/** 组内排名: places inside their class, in plain type, and never without the sentence on its use. */
export const RankingView = (props: { answer: RankingAnswer; clauses: Clauses }) => (
  <div class="stack-wide">
    <div class="stack">
      <Callout kind="warn" title={localText(props.answer.caption)}>
        <ComputedAsOf at={props.answer.computedAt} />
      </Callout>
      <RuleWords rule={props.answer} clauses={props.clauses} />
    </div>
    <For each={props.answer.classes}>
      {(each) => <ClassTable each={each} caption={localText(props.answer.caption)} />}
    </For>
    <Show when={props.answer.outside.length > 0}>
      <p class="soft">
        {t('scoring.outside', { units: props.answer.outside.map(({ name }) => name).join('、') })}
      </p>
    </Show>
  </div>
);
