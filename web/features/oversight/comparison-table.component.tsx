import { For, Show } from 'solid-js';
import type { Comparison, ComparisonRow } from '#schema/contracts/oversight.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { CellMark } from './cell-mark.component.tsx';
import {
  completenessWords,
  countWords,
  rangeWords,
  rowNotes,
  standingWords,
  valueWords,
  verifiedWords,
} from './comparison.presenter.ts';
import { kindOf, levelWords } from './words.presenter.ts';

const wordsColumn = (
  key: string,
  header: string,
  words: (row: ComparisonRow) => string,
  align: 'start' | 'end' = 'end',
): Column<ComparisonRow> => ({
  key,
  header,
  align,
  cell: (row) => <span class={align === 'end' ? 'nowrap' : ''}>{words(row)}</span>,
  text: words,
});

const Region = (props: { row: ComparisonRow }) => (
  <>
    <Words text={props.row.name} />
    <Show when={props.row.corrected}>
      <span class="small soft">（{t('oversight.corrected')}）</span>
    </Show>
  </>
);

/** The value with how nearly it answers, or the word why there is none. */
const Value = (props: { row: ComparisonRow }) => (
  <Show when={props.row.value !== undefined} fallback={<NoValue row={props.row} />}>
    <span class="nowrap">{valueWords(props.row)}</span>
    <Show when={props.row.match !== 'same'}>
      <span class="board-arrival">{t(`oversight.word-${kindOf(props.row)}`)}</span>
    </Show>
  </Show>
);

const NoValue = (props: { row: ComparisonRow }) => (
  <Show when={props.row.state !== 'measured'} fallback="—">
    <CellMark kind={kindOf(props.row)} />
  </Show>
);

const columns = (): Column<ComparisonRow>[] => [
  {
    key: 'region',
    header: t('oversight.region'),
    rowHeader: true,
    cell: (row) => <Region row={row} />,
    text: ({ name }) => localText(name),
  },
  wordsColumn('numerator', t('oversight.col-numerator'), (row) => countWords(row.numerator)),
  wordsColumn('denominator', t('oversight.col-denominator'), (row) => countWords(row.denominator)),
  {
    key: 'value',
    header: t('oversight.col-value'),
    align: 'end',
    cell: (row) => <Value row={row} />,
    text: valueWords,
  },
  wordsColumn('range', t('oversight.col-range'), rangeWords),
  wordsColumn('standing', t('oversight.col-standing'), standingWords, 'start'),
  wordsColumn('verified', t('oversight.col-verified'), verifiedWords),
  wordsColumn('completeness', t('oversight.col-completeness'), completenessWords),
];

/** The same as the plot, in figures, with how much of each was verified. */
export const ComparisonTable = (props: { comparison: Comparison }) => {
  const caption = () =>
    t('oversight.comparison-caption', {
      title: localText(props.comparison.indicator.title),
      level: levelWords(props.comparison.level),
      period: periodWords(props.comparison.period),
    });
  const asOf = () => t('oversight.as-of-day', { day: formatDate(props.comparison.cutOff) });
  return (
    <div class="stack">
      <DataTable
        caption={caption()}
        rows={props.comparison.rows}
        columns={columns()}
        empty={{ title: t('oversight.no-regions'), next: t('oversight.no-regions-next') }}
        tools={<span class="as-of">{asOf()}</span>}
        copy={{ lead: () => `${caption()}\n${asOf()}` }}
        footer={<p class="small soft">{t('oversight.table-notes')}</p>}
      />
      <Show when={rowNotes(props.comparison).length > 0}>
        <section class="board-notes">
          <h2>{t('oversight.notes')}</h2>
          <ol>
            <For each={rowNotes(props.comparison)}>
              {(note) => (
                <li>
                  <span class="soft">{note.place}：</span>
                  {note.words}
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
    </div>
  );
};
