import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { DraftSummary } from '#schema/contracts/campaigns.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { campaignStatus, draftHolder, draftStatus, originWords } from './campaign-row.presenter.ts';

type Reading<Row> = {
  rows: readonly Row[] | undefined;
  error: unknown;
  onRetry: () => void;
};

const documentColumns = (): Column<CampaignSummary>[] => [
  {
    key: 'title',
    header: t('campaigns.head-title'),
    rowHeader: true,
    cell: (row) => (
      <A class="document-words" href={`/campaigns/${row.id}`}>
        {row.title}
      </A>
    ),
    text: (row) => row.title,
  },
  {
    key: 'kind',
    header: t('campaigns.head-kind'),
    cell: (row) => row.kindName,
    text: (row) => row.kindName,
  },
  {
    key: 'number',
    header: t('campaigns.issue-number'),
    cell: (row) => <span class="document-words">{row.number ?? t('campaigns.number-none')}</span>,
    text: (row) => row.number ?? '',
  },
  {
    key: 'printed',
    header: t('campaigns.issue-printed-on'),
    width: 'narrow',
    cell: (row) => (row.printedOn ? formatDate(row.printedOn) : t('campaigns.number-none')),
    text: (row) => row.printedOn ?? '',
  },
];

const standingColumns = (): Column<CampaignSummary>[] => [
  {
    key: 'version',
    header: t('campaigns.version'),
    cell: (row) => localText(row.versionLabel),
    text: (row) => localText(row.versionLabel),
  },
  {
    key: 'state',
    header: t('campaigns.state'),
    width: 'narrow',
    cell: (row) => {
      const { kind, words } = campaignStatus(row);
      return <Status kind={kind}>{words}</Status>;
    },
    text: (row) => campaignStatus(row).words,
  },
  {
    key: 'disclosure',
    header: t('campaigns.head-disclosure'),
    width: 'narrow',
    cell: (row) => t(`campaigns.disclosure-${row.disclosure}`),
    text: (row) => t(`campaigns.disclosure-${row.disclosure}`),
  },
];

type Amend = (campaign: CampaignSummary) => void;

const amendColumn = (onAmend: Amend): Column<CampaignSummary> => ({
  key: 'acts',
  header: '',
  noPrint: true,
  width: 'narrow',
  cell: (row) => (
    <Show when={row.state === 'running'}>
      <Button small onClick={() => onAmend(row)}>
        {t('campaigns.act-amend')}
        <span class="visually-hidden">：{row.title}</span>
      </Button>{' '}
      <a class="nowrap" href={`/api/campaigns/${row.id}/pack`} rel="external" download="">
        {t('campaigns.act-export')}
        <span class="visually-hidden">：{row.title}</span>
      </a>
    </Show>
  ),
});

const campaignColumns = (onAmend: Amend | undefined): Column<CampaignSummary>[] => [
  ...documentColumns(),
  ...standingColumns(),
  ...(onAmend ? [amendColumn(onAmend)] : []),
];

export const CampaignTable = (
  props: Reading<CampaignSummary> & { onAmend?: Amend | undefined },
) => (
  <DataTable
    caption={t('campaigns.running-caption')}
    rows={props.rows}
    error={props.error}
    onRetry={props.onRetry}
    columns={campaignColumns(props.onAmend)}
    empty={{ title: t('campaigns.none'), next: t('campaigns.none-next') }}
  />
);

const draftColumns = (): Column<DraftSummary>[] => [
  {
    key: 'title',
    header: t('campaigns.head-title'),
    rowHeader: true,
    cell: (row) => (
      <A class="document-words" href={`/campaigns/drafts/${row.id}`}>
        {row.title}
      </A>
    ),
    text: (row) => row.title,
  },
  {
    key: 'origin',
    header: t('campaigns.origin'),
    cell: (row) => originWords(row.origin),
    text: (row) => originWords(row.origin),
  },
  {
    key: 'state',
    header: t('campaigns.state'),
    width: 'narrow',
    cell: (row) => {
      const { kind, words } = draftStatus(row);
      return <Status kind={kind}>{words}</Status>;
    },
    text: (row) => draftStatus(row).words,
  },
  {
    key: 'holder',
    header: t('campaigns.holder'),
    cell: (row) => draftHolder(row),
    text: (row) => draftHolder(row),
  },
  {
    key: 'updated',
    header: t('campaigns.updated'),
    width: 'narrow',
    cell: (row) => formatInstant(row.updatedAt),
    text: (row) => formatInstant(row.updatedAt),
  },
];

export const DraftTable = (props: Reading<DraftSummary>) => (
  <DataTable
    caption={t('campaigns.drafts-caption')}
    rows={props.rows}
    error={props.error}
    onRetry={props.onRetry}
    columns={draftColumns()}
    empty={{ title: t('campaigns.drafts-none'), next: t('campaigns.drafts-none-next') }}
  />
);
