import { Show } from 'solid-js';
import type { FigureLine } from '#schema/contracts/snapshots.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { countWords, previousWords, valueWords } from './snapshot.presenter.ts';

export type Explanations = Readonly<Record<string, string>>;

type FigureTableProps = {
  lines: readonly FigureLine[];
  caption: string;
  asOf: string;
  note: string;
  /** There is a last period to stand beside. */
  isCompared: boolean;
  /** Absent where the data can no longer be changed. */
  onExplain?: ((common: string, words: string) => void) | undefined;
  explanations: Explanations;
  errorOf: (path: string) => string | undefined;
};

const Indicator = (props: { line: FigureLine }) => (
  <>
    <Words text={props.line.title} />
    <Show when={localText(props.line.localTitle) !== localText(props.line.title)}>
      <span class="small soft figure-local">
        {t('snapshots.local-title', { title: localText(props.line.localTitle) })}
      </span>
    </Show>
    <Show when={props.line.note}>
      {(note) => <span class="small soft figure-local">{localText(note())}</span>}
    </Show>
  </>
);

const matchWords = ({ state, match }: FigureLine): string =>
  state === 'measured' || state === 'insufficient'
    ? t(`oversight.word-${match}`)
    : t(`oversight.word-${state}`);

const Match = (props: { line: FigureLine }) => (
  <>
    {matchWords(props.line)}
    <Show when={props.line.state === 'not-reported'}>
      <span class="small soft figure-local">{t('snapshots.not-held')}</span>
    </Show>
    <Show when={props.line.state === 'insufficient'}>
      <span class="small soft figure-local">
        {t('oversight.word-insufficient')}
        <Show when={!props.line.withheld}>
          {` · ${t('snapshots.minimum', { count: props.line.minimumDenominator })}`}
        </Show>
      </span>
    </Show>
  </>
);

const counted = (key: 'numerator' | 'denominator', header: string): Column<FigureLine> => ({
  key,
  header,
  align: 'end',
  cell: (line) => <span class="nowrap">{countWords(line, key)}</span>,
  text: (line) => countWords(line, key),
});

const Explanation = (props: FigureTableProps & { line: FigureLine }) => (
  <Show when={props.line.needsExplanation} fallback={props.line.explanation ?? ''}>
    <Show when={props.onExplain} fallback={props.line.explanation}>
      {(onExplain) => (
        <TextArea
          name={`explanations/${props.line.common}`}
          label={t('snapshots.explanation-of', { title: localText(props.line.title) })}
          required
          rows={2}
          limit={500}
          value={props.explanations[props.line.common] ?? props.line.explanation ?? ''}
          error={props.errorOf(`explanations/${props.line.common}`)}
          onInput={(words) => onExplain()(props.line.common, words)}
        />
      )}
    </Show>
  </Show>
);

const figureColumns = (): Column<FigureLine>[] => [
  {
    key: 'indicator',
    header: t('snapshots.col-indicator'),
    rowHeader: true,
    cell: (line) => <Indicator line={line} />,
    text: ({ title }) => localText(title),
  },
  {
    key: 'match',
    header: t('snapshots.col-match'),
    cell: (line) => <Match line={line} />,
    text: matchWords,
  },
  counted('numerator', t('snapshots.col-numerator')),
  counted('denominator', t('snapshots.col-denominator')),
  {
    key: 'value',
    header: t('snapshots.col-value'),
    align: 'end',
    cell: valueWords,
    text: valueWords,
  },
];

const comparisonColumns = (props: FigureTableProps): Column<FigureLine>[] => [
  {
    key: 'previous',
    header: t('snapshots.col-previous'),
    align: 'end',
    cell: previousWords,
    text: previousWords,
  },
  {
    key: 'explanation',
    header: t('snapshots.col-explanation'),
    width: 'wide',
    cell: (line) => <Explanation {...props} line={line} />,
    text: ({ explanation }) => explanation ?? '',
  },
];

/** Everything that leaves, and what stays hidden, before anybody signs it. */
export const FigureTable = (props: FigureTableProps) => (
  <DataTable
    caption={props.caption}
    rows={props.lines}
    columns={[...figureColumns(), ...(props.isCompared ? comparisonColumns(props) : [])]}
    empty={{ title: t('oversight.board-empty'), next: t('oversight.board-empty-next') }}
    tools={<span class="as-of">{props.asOf}</span>}
    copy={{ lead: () => `${props.caption}\n${props.asOf}` }}
    footer={<p class="small soft">{props.note}</p>}
  />
);
