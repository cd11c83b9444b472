import { For, Show } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { FigureTable } from '#schema/contracts/figures.ts';
import { dayOf } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { ExcelButton } from './excel-button.component.tsx';
import type { Sheet } from './excel.driver.ts';
import { figureName, momentWords } from './figure.presenter.ts';
import { useFigureCatalogue, useFigureTable } from './overview.queries.ts';
import { PlaceTable } from './place-table.component.tsx';
import { TableChoices, wordsOf } from './table-choices.component.tsx';
import type { TableSearch } from './table-choices.component.tsx';

const placeHeader = ({ by }: FigureTable): string => {
  if (by === 'unit') return t('figures.unit');
  return t(by === 'kind' ? 'figures.kind' : 'figures.place');
};

const footLines = (table: FigureTable): string[] => [
  t('figures.as-of', { moment: momentWords(table) }),
  t('figures.not-statistics'),
];

const sheetOf = (campaign: CampaignSummary, table: FigureTable): Sheet => ({
  title: t('figures.table-title', { title: campaign.title }),
  lines: [t('figures.as-of', { moment: momentWords(table) })],
  placeHeader: placeHeader(table),
  columns: table.columns,
  headerOf: figureName,
  rows: table.rows,
  total: table.total,
  notes: footLines(table),
});

const Found = (props: { campaign: CampaignSummary; table: FigureTable }) => (
  <div class="stack">
    <Show when={props.table.unknown.length > 0}>
      <Callout kind="warn">
        {t('figures.unknown-names', { names: props.table.unknown.join('、') })}
      </Callout>
    </Show>
    <PlaceTable
      campaign={props.campaign.id}
      day={props.table.day}
      caption={t('figures.table-title', { title: props.campaign.title })}
      placeHeader={placeHeader(props.table)}
      columns={props.table.columns}
      headerOf={figureName}
      rows={
        props.table.by === 'whole'
          ? [{ place: { key: '', name: t('figures.sum') }, values: props.table.total }]
          : props.table.rows
      }
      total={props.table.total}
      isByUnit={props.table.by === 'unit'}
      tools={
        <span class="soft small">
          {t('figures.units-chosen', { count: formatCount(props.table.units) })}
        </span>
      }
      lead={() =>
        [t('figures.table-title', { title: props.campaign.title }), ...footLines(props.table)].join(
          '\n',
        )
      }
    />
    <div class="table-statements">
      <For each={props.table.columns}>
        {(column) => (
          <p>
            {t('figures.statement-line', {
              name: figureName(column),
              statement: localText(column.statement),
            })}
          </p>
        )}
      </For>
      <For each={footLines(props.table)}>{(line) => <p>{line}</p>}</For>
    </div>
  </div>
);

/** 上级临时要数: choose, and the table is there; the choice is the address. */
export const FigureTableView = (props: {
  campaign: CampaignSummary;
  chosen: TableSearch;
  onSet: (change: TableSearch) => void;
}) => {
  const catalogue = useFigureCatalogue(() => props.campaign.id);
  const table = useFigureTable(() => ({
    campaign: props.campaign.id,
    keys: wordsOf(props.chosen.keys).join(','),
    by: props.chosen.by || 'area',
    kinds: props.chosen.kinds,
    levels: props.chosen.levels,
    names: props.chosen.names,
    asOf: props.chosen.asOf,
  }));
  const isChosen = () => wordsOf(props.chosen.keys).length > 0;
  return (
    <>
      <PageHeader
        title={t('figures.nav')}
        summary={props.campaign.title}
        actions={
          <Show when={isChosen() && dataOf(table)}>
            {(data) => (
              <>
                <ExcelButton
                  label={t('figures.export-table')}
                  fileName={t('figures.table-file-name', {
                    day: data().day ?? dayOf(data().asOf),
                  })}
                  sheet={() => sheetOf(props.campaign, data())}
                />
                <PrintButton />
              </>
            )}
          </Show>
        }
      />
      <div class="figure-table">
        <QueryView query={catalogue}>
          {(data) => (
            <TableChoices items={data().items} chosen={props.chosen} onSet={props.onSet} />
          )}
        </QueryView>
        <Show
          when={isChosen()}
          fallback={
            <Empty title={t('figures.nothing-chosen')} next={t('figures.nothing-chosen-next')} />
          }
        >
          <QueryView query={table}>
            {(data) => <Found campaign={props.campaign} table={data()} />}
          </QueryView>
        </Show>
      </div>
    </>
  );
};
