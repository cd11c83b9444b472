import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import type { Organization, OrganizationFact } from '#schema/contracts/organizations.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

export const kindWords = (kind: Organization['kind']): string => t(`organizations.kind-${kind}`);

export const levelWords = (level: Organization['level']): string =>
  level === null ? t('organizations.none') : t(`organizations.level-${level}`);

export const ownershipWords = (ownership: Organization['ownership']): string =>
  ownership === null ? t('organizations.none') : t(`organizations.ownership-${ownership}`);

export const kindOptions = () =>
  organizationKinds.map((kind) => ({ value: kind, label: kindWords(kind) }));

export const statusKinds: Readonly<Record<Organization['status'], StatusKind>> = {
  open: 'done',
  closed: 'stopped',
  merged: 'stopped',
};

export const statusWords = (status: Organization['status']): string =>
  t(`organizations.status-${status}`);

/** A fact that a region named for itself keeps its own name. */
export const factName = (key: string): string =>
  key === 'beds' ? t('organizations.fact-beds') : key;

export const factValue = (value: OrganizationFact['value']): string => {
  if (value === true) return t('organizations.value-yes');
  return value === false ? t('organizations.value-no') : String(value);
};

export const untilWords = (to: string | null): string =>
  to === null ? t('organizations.to-now') : formatDate(to);

export const dayWords = (day: string | null): string =>
  day === null ? t('organizations.none') : formatDate(day);
