import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { ImportChange, ImportJob, ImportRow } from '#schema/contracts/imports.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { figureHeadings, peopleHeadings, unitHeadings } from '#schema/contracts/unit-words.ts';
import {
  kindWords,
  levelWords,
  ownershipWords,
} from '#web/features/organizations/organization.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

const known = { ...unitHeadings, ...peopleHeadings, ...figureHeadings };
const isColumn = (column: string): column is keyof typeof known => column in known;
const relations: readonly string[] = relationKinds;

const columnWords = (column: string): string =>
  isColumn(column) ? t(`imports.column-${column}`) : column;

const valueWords = (column: string, value: string | null): string => {
  if (value === null) return t('organizations.none');
  if (value === '') return t('organizations.superior-self');
  if (column === 'kind') return kindWords(value as Organization['kind']);
  if (column === 'level') return levelWords(value as Organization['level']);
  if (column === 'role') return t(`accounts.role-${value as Role}`);
  if (column === 'reach' && relations.includes(value))
    return t(`organizations.relation-${value as RelationKind}`);
  if (column === 'ownership') return ownershipWords(value as Organization['ownership']);
  return value;
};

/** 等级：二级 → 三级 */
export const changeWords = ({ column, before, after }: ImportChange): string =>
  t('imports.change', {
    column: columnWords(column),
    before: valueWords(column, before),
    after: valueWords(column, after),
  });

/** What names the row to whoever looks: the name, else the code, else its first cell. */
export const rowName = (job: ImportJob, row: ImportRow): string => {
  const cellOf = (column: string) => {
    const index = job.headings.findIndex((heading) => heading.column === column);
    return index < 0 ? '' : (row.cells[index] ?? '');
  };
  const person = [cellOf('unit'), cellOf('addressee')].filter((text) => text !== '').join(' ');
  return cellOf('name') || person || cellOf('code') || (row.cells[0] ?? '');
};

export const problemLines = ({ problems }: ImportRow): string[] =>
  problems.map(({ column, message }) =>
    column === null ? message : t('imports.problem', { column: columnWords(column), message }),
  );

export const jobStatus: Readonly<Record<ImportJob['state'], StatusKind>> = {
  receiving: 'draft',
  checked: 'waiting',
  taking: 'current',
  done: 'done',
  dropped: 'stopped',
};
