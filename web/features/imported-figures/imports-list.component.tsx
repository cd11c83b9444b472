import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { FigureImport, FigureSource } from '#schema/contracts/imported-figures.ts';
import { useSession } from '#web/features/identity/session.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { formWords, stateKind, stateWords } from './imported-figures.presenter.ts';
import { useFigureImports } from './imported-figures.queries.ts';

const newestWords = ({ newest }: FigureSource): string =>
  newest === undefined ? t('imported.not-imported') : periodWords(newest);

const sourceColumns = (campaign: string, mayImport: boolean): Column<FigureSource>[] => [
  {
    key: 'indicator',
    header: t('imported.col-indicator'),
    rowHeader: true,
    cell: ({ title }) => localText(title),
    text: ({ title }) => localText(title),
  },
  { key: 'system', header: t('imported.col-system'), cell: ({ system }) => system },
  { key: 'form', header: t('imported.col-kind'), cell: formWords, text: formWords },
  {
    key: 'least',
    header: t('imported.col-least'),
    align: 'end',
    cell: ({ least }) => (least === 0 ? '—' : formatCount(least)),
    text: ({ least }) => String(least),
  },
  { key: 'newest', header: t('imported.col-newest'), cell: newestWords, text: newestWords },
  ...(mayImport
    ? [
        {
          key: 'act',
          header: t('imported.col-act'),
          noPrint: true,
          cell: (source: FigureSource) => (
            <LinkButton
              small
              href={`/imported-figures/new?campaign=${campaign}&indicator=${source.indicator}`}
            >
              {t('imported.import')}
            </LinkButton>
          ),
        },
      ]
    : []),
];

const importColumns = (): Column<FigureImport>[] => [
  {
    key: 'indicator',
    header: t('imported.col-indicator'),
    rowHeader: true,
    cell: (each) => <A href={`/imported-figures/${each.id}`}>{localText(each.title)}</A>,
    text: ({ title }) => localText(title),
  },
  {
    key: 'period',
    header: t('imported.col-period'),
    cell: ({ period }) => periodWords(period),
    text: ({ period }) => periodWords(period),
  },
  { key: 'system', header: t('imported.col-system'), cell: ({ system }) => system },
  {
    key: 'data-on',
    header: t('imported.col-data-on'),
    cell: (each) => <span class="nowrap">{formatDate(each.dataOn)}</span>,
    text: ({ dataOn }) => formatDate(dataOn),
  },
  {
    key: 'lines',
    header: t('imported.col-lines'),
    align: 'end',
    cell: ({ lines }) => formatCount(lines),
    text: ({ lines }) => String(lines),
  },
  { key: 'by', header: t('imported.col-by'), cell: ({ openedByPost }) => openedByPost },
  {
    key: 'at',
    header: t('imported.col-at'),
    cell: ({ knownAt }) => formatInstant(knownAt),
    text: ({ knownAt }) => formatInstant(knownAt),
  },
  {
    key: 'state',
    header: t('imported.col-state'),
    cell: (each) => <Status kind={stateKind(each)}>{stateWords(each)}</Status>,
    text: stateWords,
  },
];

/** 外部系统数据: what is taken from systems elsewhere, how far it is imported, and every import. */
export const ImportsListView = (props: { campaign: CampaignSummary }) => {
  const { permissions } = useSession();
  const mayImport = () => permissions.holds('campaigns.draft');
  const query = useFigureImports(() => props.campaign.id);
  const shared = () => ({
    loading: dataOf(query) === undefined,
    error: query.error,
    onRetry: () => void query.refetch(),
  });
  return (
    <div class="stack">
      <PageHeader title={t('imported.title')} summary={t('imported.note')} />
      <p>{props.campaign.title}</p>
      <DataTable
        {...shared()}
        caption={t('imported.sources')}
        rows={dataOf(query)?.sources}
        columns={sourceColumns(props.campaign.id, mayImport())}
        copy={false}
        empty={{ title: t('imported.sources-none'), next: t('imported.sources-none-next') }}
      />
      <Show when={(dataOf(query)?.sources.length ?? 0) > 0}>
        <DataTable
          {...shared()}
          caption={t('imported.list')}
          rows={dataOf(query)?.items}
          columns={importColumns()}
          empty={{
            title: t('imported.list-empty'),
            next: t(mayImport() ? 'imported.list-empty-next' : 'imported.list-empty-reader'),
          }}
        />
      </Show>
    </div>
  );
};
