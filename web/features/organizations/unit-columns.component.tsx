import { A } from '@solidjs/router';
import type { Organization } from '#schema/contracts/organizations.ts';
import { t } from '#web/shared/i18n.ts';
import type { Column } from '#web/ui/data-table.component.tsx';
import { kindWords } from './organization.presenter.ts';

/** Which unit: its name, which leads to it, and its kind. */
export const unitColumns = <
  Row extends Pick<Organization, 'id' | 'name' | 'kind'>,
>(): Column<Row>[] => [
  {
    key: 'name',
    header: t('organizations.col-name'),
    rowHeader: true,
    cell: (unit) => <A href={`/organizations/${unit.id}`}>{unit.name}</A>,
    text: ({ name }) => name,
  },
  {
    key: 'kind',
    header: t('organizations.col-kind'),
    cell: ({ kind }) => kindWords(kind),
    text: ({ kind }) => kindWords(kind),
  },
];
