import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type {
  Organization,
  OrganizationDetail,
  OrganizationFact,
  OrganizationRelation,
} from '#schema/contracts/organizations.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { DefinitionList } from '#web/ui/page.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import {
  dayWords,
  factName,
  factValue,
  kindWords,
  levelWords,
  ownershipWords,
  statusKinds,
  statusWords,
  untilWords,
} from './organization.presenter.ts';

export const UnitFacts = (props: { unit: OrganizationDetail }) => (
  <DefinitionList
    items={[
      { term: t('organizations.detail-short-name'), value: props.unit.shortName },
      { term: t('organizations.detail-code'), value: props.unit.code ?? t('organizations.none') },
      ...(props.unit.formerNames ?? []).map(({ name, to }) => ({
        term: t('organizations.former-name'),
        value: t('organizations.former-name-until', { name, day: formatDate(to) }),
      })),
      { term: t('organizations.detail-order'), value: props.unit.order },
      { term: t('organizations.col-kind'), value: kindWords(props.unit.kind) },
      { term: t('organizations.col-level'), value: levelWords(props.unit.level) },
      { term: t('organizations.col-ownership'), value: ownershipWords(props.unit.ownership) },
      {
        term: t('organizations.col-status'),
        value: (
          <Status kind={statusKinds[props.unit.status]}>{statusWords(props.unit.status)}</Status>
        ),
      },
      { term: t('organizations.detail-opened'), value: dayWords(props.unit.openedOn) },
      { term: t('organizations.detail-closed'), value: dayWords(props.unit.closedOn) },
    ]}
  />
);

const dateColumns = <Row extends { from: string; to: string | null }>(): Column<Row>[] => [
  { key: 'from', header: t('organizations.col-from'), cell: ({ from }) => formatDate(from) },
  { key: 'to', header: t('organizations.col-to'), cell: ({ to }) => untilWords(to) },
];

const Superior = (props: { id: string | null; known: readonly Organization[] | undefined }) => (
  <Show when={props.id} fallback={t('organizations.superior-self')}>
    {(id) => (
      <Show
        when={props.known?.find((unit) => unit.id === id())}
        fallback={props.known ? t('organizations.superior-out-of-range') : t('kit.loading')}
      >
        {(unit) => <A href={`/organizations/${unit().id}`}>{unit().name}</A>}
      </Show>
    )}
  </Show>
);

type RelationsProps = {
  relations: readonly OrganizationRelation[];
  superiors: readonly Organization[] | undefined;
};

export const UnitRelations = (props: RelationsProps) => (
  <DataTable
    caption={t('organizations.relations-title')}
    rows={props.relations}
    columns={[
      {
        key: 'relation',
        header: t('organizations.col-relation'),
        rowHeader: true,
        cell: ({ relation }) => t(`organizations.relation-${relation}`),
      },
      {
        key: 'superior',
        header: t('organizations.col-superior'),
        cell: (row) => <Superior id={row.superiorId} known={props.superiors} />,
      },
      ...dateColumns<OrganizationRelation>(),
    ]}
    empty={{
      title: t('organizations.relations-empty-title'),
      next: t('organizations.relations-empty-next'),
    }}
  />
);

export const UnitDatedFacts = (props: { facts: readonly OrganizationFact[] }) => (
  <DataTable
    caption={t('organizations.facts-title')}
    rows={props.facts}
    columns={[
      {
        key: 'fact',
        header: t('organizations.col-fact'),
        rowHeader: true,
        cell: ({ key }) => factName(key),
      },
      {
        key: 'value',
        header: t('organizations.col-value'),
        cell: ({ key, value }) => factValue(value, key),
      },
      ...dateColumns<OrganizationFact>(),
    ]}
    empty={{
      title: t('organizations.facts-empty-title'),
      next: t('organizations.facts-empty-next'),
    }}
  />
);
