import { Show } from 'solid-js';
import type { Region, RegionList } from '#schema/contracts/platform-admin.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { ComputedAsOf, Words } from '#web/ui/page.component.tsx';
import { SourceChip, Status } from '#web/ui/status.component.tsx';
import { auditWords, migrationOf, siteOf, statusOf } from './region.presenter.ts';

type Shown = ReturnType<typeof statusOf>;

const ShownStatus = (props: { shown: Shown }) => (
  <Status kind={props.shown.kind}>{props.shown.words}</Status>
);

const Name = (props: { region: Region }) => (
  <>
    <Words text={props.region.names.full} />
    <Show when={props.region.demo}>
      {' '}
      <SourceChip>{t('platform.demo')}</SourceChip>
    </Show>
  </>
);

const templateOf = ({ plugin }: Region): string => `${plugin.id} ${plugin.version}`;

const identityColumns = (): Column<Region>[] => [
  {
    key: 'name',
    header: t('platform.col-name'),
    rowHeader: true,
    cell: (region) => <Name region={region} />,
    text: ({ names }) => localText(names.full),
  },
  {
    key: 'level',
    header: t('platform.col-level'),
    cell: ({ level }) => t(`platform.level-${level}`),
    text: ({ level }) => t(`platform.level-${level}`),
  },
  {
    key: 'code',
    header: t('platform.col-code'),
    cell: (region) => <span class="figures">{region.divisionCode}</span>,
    text: ({ divisionCode }) => divisionCode,
  },
  {
    key: 'host',
    header: t('platform.col-host'),
    cell: (region) => (
      <a href={siteOf(region, window.location)} rel="external">
        {region.hosts[0] ?? region.slug}
      </a>
    ),
    text: (region) => siteOf(region, window.location),
  },
];

const runningColumns = (): Column<Region>[] => [
  {
    key: 'status',
    header: t('platform.col-status'),
    cell: (region) => <ShownStatus shown={statusOf(region)} />,
    text: (region) => statusOf(region).words,
  },
  {
    key: 'template',
    header: t('platform.col-template'),
    cell: (region) => templateOf(region),
    text: templateOf,
  },
  {
    key: 'database',
    header: t('platform.col-database'),
    cell: (region) => <ShownStatus shown={migrationOf(region.database)} />,
    text: ({ database }) => migrationOf(database).words,
  },
  {
    key: 'sealed',
    header: t('platform.col-sealed'),
    cell: (region) => <ShownStatus shown={migrationOf(region.sealedDatabase)} />,
    text: ({ sealedDatabase }) => migrationOf(sealedDatabase).words,
  },
  {
    key: 'audit',
    header: t('platform.col-audit'),
    cell: (region) => auditWords(region),
    text: auditWords,
  },
];

export const RegionTable = (props: { list: RegionList }) => (
  <DataTable
    caption={t('platform.caption')}
    rows={props.list.items}
    columns={[...identityColumns(), ...runningColumns()]}
    empty={{ title: t('platform.empty-title'), next: t('platform.empty-next') }}
    tools={<ComputedAsOf at={props.list.asOf} />}
  />
);
