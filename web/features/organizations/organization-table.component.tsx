import type { JSX } from 'solid-js';
import type { Organization } from '#schema/contracts/organizations.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { levelWords, ownershipWords, statusKinds, statusWords } from './organization.presenter.ts';
import { unitColumns } from './unit-columns.component.tsx';

const columns = (): Column<Organization>[] => [
  ...unitColumns<Organization>(),
  {
    key: 'level',
    header: t('organizations.col-level'),
    cell: ({ level }) => levelWords(level),
    text: ({ level }) => levelWords(level),
  },
  {
    key: 'ownership',
    header: t('organizations.col-ownership'),
    cell: ({ ownership }) => ownershipWords(ownership),
    text: ({ ownership }) => ownershipWords(ownership),
  },
  {
    key: 'status',
    header: t('organizations.col-status'),
    cell: (unit) => <Status kind={statusKinds[unit.status]}>{statusWords(unit.status)}</Status>,
    text: ({ status }) => statusWords(status),
  },
];

type OrganizationTableProps = {
  units: readonly Organization[] | undefined;
  error: unknown;
  onRetry: () => void;
  onClear: () => void;
  footer?: JSX.Element;
};

export const OrganizationTable = (props: OrganizationTableProps) => (
  <DataTable
    caption={t('organizations.caption')}
    rows={props.units}
    columns={columns()}
    loading={props.units === undefined}
    error={props.error}
    onRetry={() => props.onRetry()}
    empty={{
      title: t('organizations.empty-title'),
      next: t('organizations.empty-next'),
      actions: <Button onClick={() => props.onClear()}>{t('organizations.clear')}</Button>,
    }}
    footer={props.footer}
  />
);
