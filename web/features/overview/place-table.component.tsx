import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { FigureDefinition, FigureRow, FigureValue } from '#schema/contracts/figures.ts';
import { t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { isMarked, itemsHref, markedWords, placeName } from './figure.presenter.ts';

type PlaceTableProps = {
  campaign: string;
  day?: string | undefined;
  caption: string;
  placeHeader: string;
  columns: readonly FigureDefinition[];
  headerOf: (column: FigureDefinition) => string;
  rows: readonly FigureRow[];
  total: Readonly<Record<string, FigureValue>>;
  /** The rows are units, not places. */
  isByUnit?: boolean | undefined;
  tools?: JSX.Element;
  footer?: JSX.Element;
  lead?: (() => string) | undefined;
};

const FigureCell = (props: {
  value: FigureValue | undefined;
  column: FigureDefinition;
  href: string;
}) => (
  <Show
    when={props.value?.absent === undefined && (props.value?.numerator ?? 0) > 0}
    fallback={<span class="soft">{markedWords(props.value, props.column)}</span>}
  >
    <A
      class={isMarked(props.value, props.column) ? 'figure-cell figure-late' : 'figure-cell'}
      href={props.href}
    >
      {markedWords(props.value, props.column)}
    </A>
  </Show>
);

/** Places in official order with their figures, each leading to its list, and a sums row. */
export const PlaceTable = (props: PlaceTableProps) => {
  const hrefOf = (figure: string, place?: string) =>
    itemsHref({
      campaign: props.campaign,
      figure,
      asOf: props.day,
      [props.isByUnit ? 'unit' : 'area']: place,
    });
  const columns = (): Column<FigureRow>[] => [
    {
      key: 'place',
      header: props.placeHeader,
      rowHeader: true,
      cell: ({ place }) => placeName(place),
      text: ({ place }) => placeName(place),
      foot: <b>{t('figures.sum')}</b>,
    },
    ...props.columns.map((column): Column<FigureRow> => ({
      key: column.key,
      header: props.headerOf(column),
      align: 'end',
      cell: (row) => (
        <FigureCell
          value={row.values[column.key]}
          column={column}
          href={hrefOf(column.key, row.place.key)}
        />
      ),
      text: ({ values }) => markedWords(values[column.key], column),
      foot: (
        <FigureCell value={props.total[column.key]} column={column} href={hrefOf(column.key)} />
      ),
    })),
  ];
  return (
    <div class="place-table">
      <DataTable
        caption={props.caption}
        rows={props.rows}
        columns={columns()}
        empty={{ title: t('figures.no-rows'), next: t('figures.no-rows-next') }}
        tools={props.tools}
        footer={props.footer}
        copy={{ lead: props.lead }}
      />
    </div>
  );
};
