import { For, Show } from 'solid-js';
import type { EvaluationAnswer } from '#schema/contracts/evaluation.ts';
import { dayOf, formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { Chain } from './chain.component.tsx';
import type { Clauses } from './grounds.presenter.ts';
import { Ledger } from './ledger.component.tsx';
import { RuleWords } from './rule-words.component.tsx';

type Combination = EvaluationAnswer['combinations'][number];
type Part = Combination['parts'][number];
type Use = EvaluationAnswer['uses'][number];

const partColumns = (): Column<Part>[] => [
  {
    key: 'reason',
    header: t('scoring.part'),
    rowHeader: true,
    cell: (part) => <Words text={part.reason} />,
    text: ({ reason }) => localText(reason),
  },
  {
    key: 'weight',
    header: t('scoring.weight'),
    align: 'end',
    cell: ({ weight }) => weight,
    text: ({ weight }) => weight,
  },
  {
    key: 'contribution',
    header: t('scoring.contribution'),
    align: 'end',
    cell: ({ contribution }) => formatPoints(contribution),
    text: ({ contribution }) => formatPoints(contribution),
  },
];

const CombinationPart = (props: { combination: Combination; clauses: Clauses }) => (
  <section class="stack score-part">
    <h3>
      <Words text={props.combination.title} />
    </h3>
    <Show when={props.combination.complete}>
      <p class="figure-sentence">
        {t('scoring.combined', { points: formatPoints(props.combination.final) })}
      </p>
    </Show>
    <Show when={props.combination.parts.length > 0}>
      <DataTable
        caption={localText(props.combination.title)}
        captionHidden
        rows={props.combination.parts}
        columns={partColumns()}
        copy={false}
        empty={{ title: t('scoring.pending') }}
      />
    </Show>
    <For each={props.combination.pending}>
      {(each) => (
        <p class="soft">
          <Words text={each.reason} />
        </p>
      )}
    </For>
    <RuleWords rule={props.combination} clauses={props.clauses} />
  </section>
);

const until = (use: Use): string =>
  use.until === null
    ? t('scoring.use-since', { from: formatDate(use.from) })
    : t('scoring.use-between', { from: formatDate(use.from), until: formatDate(use.until) });

const UsePart = (props: { use: Use; clauses: Clauses }) => (
  <li>
    <p>
      <strong>
        <Words text={props.use.title} />
      </strong>{' '}
      {t(`scoring.effect-${props.use.effect}`)} · {until(props.use)}
    </p>
    <p>
      <Words text={props.use.reason} />
    </p>
    <RuleWords rule={props.use} clauses={props.clauses} />
  </li>
);

/** 结果运用: for which decisions the result is looked at; the decision itself is taken elsewhere. */
const Uses = (props: { uses: readonly Use[]; clauses: Clauses }) => (
  <section class="stack">
    <h2 class="section-title">{t('scoring.uses')}</h2>
    <p class="soft">{t('scoring.uses-words')}</p>
    <ul class="score-records">
      <For each={props.uses}>{(use) => <UsePart use={use} clauses={props.clauses} />}</For>
    </ul>
  </section>
);

/** 评定、综合结果、记分、结果运用: whatever of it the campaign has. */
export const Evaluation = (props: { answer: EvaluationAnswer; clauses: Clauses }) => {
  const place = () => ({
    campaign: props.answer.campaignId,
    organization: props.answer.organizationId,
  });
  return (
    <div class="stack-wide">
      <Show when={props.answer.chains.length + props.answer.combinations.length > 0}>
        <section class="stack">
          <h2 class="section-title">{t('scoring.chains')}</h2>
          <For each={props.answer.chains}>
            {(chain) => <Chain chain={chain} place={place()} clauses={props.clauses} />}
          </For>
          <For each={props.answer.combinations}>
            {(each) => <CombinationPart combination={each} clauses={props.clauses} />}
          </For>
        </section>
      </Show>
      <Show when={props.answer.ledgers.length > 0}>
        <section class="stack">
          <h2 class="section-title">{t('scoring.ledgers')}</h2>
          <For each={props.answer.ledgers}>
            {(ledger) => (
              <Ledger
                ledger={ledger}
                place={place()}
                clauses={props.clauses}
                today={dayOf(props.answer.computedAt)}
              />
            )}
          </For>
        </section>
      </Show>
      <Show when={props.answer.uses.length > 0}>
        <Uses uses={props.answer.uses} clauses={props.clauses} />
      </Show>
    </div>
  );
};
