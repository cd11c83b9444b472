import {
  organizationKinds,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';
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

/** Facts that every region has; those it named for itself keep their own names. */
const usualFacts = ['beds', 'level', 'ownership', 'kind'] as const;

const factNames = {
  beds: 'organizations.fact-beds',
  level: 'organizations.col-level',
  ownership: 'organizations.col-ownership',
  kind: 'organizations.col-kind',
} as const;

const isUsual = (key: string): key is (typeof usualFacts)[number] => key in factNames;

export const factName = (key: string): string => (isUsual(key) ? t(factNames[key]) : key);

/** Facts that may be changed: the usual ones, and whatever the unit has besides. */
export const factKeys = (facts: readonly Pick<OrganizationFact, 'key'>[]): string[] => [
  ...new Set([...usualFacts, ...facts.map(({ key }) => key)]),
];

const nothing = 'none';

/** The words to choose from, where the fact has such. */
export const factChoices = (key: string): { value: string; label: string }[] | undefined => {
  const none = { value: nothing, label: t('organizations.none') };
  if (key === 'kind') return kindOptions();
  if (key === 'level')
    return [...organizationLevels.map((value) => ({ value, label: levelWords(value) })), none];
  if (key === 'ownership')
    return [...ownerships.map((value) => ({ value, label: ownershipWords(value) })), none];
  return undefined;
};

const factKey = /^[a-z][a-z0-9-]{0,39}$/;

/** What was filled in as the server keeps it; `null` for nothing on record any more. */
export const readFact = (
  key: string,
  text: string,
  held?: OrganizationFact['value'],
): string | number | boolean | null | undefined => {
  const value = text.trim();
  if (!factKey.test(key)) return undefined;
  if (factChoices(key) !== undefined) {
    if (value === '') return undefined;
    return value === nothing ? null : value;
  }
  if (value === '') return undefined;
  if (key === 'beds') return /^\d{1,6}$/.test(value) ? Number(value) : undefined;
  if (value === t('organizations.value-yes')) return true;
  if (value === t('organizations.value-no')) return false;
  const isNumber = typeof held !== 'string' && /^(0|[1-9]\d{0,8})$/.test(value);
  return isNumber ? Number(value) : value;
};

/** A value in words: of a class of units its own word, else what stands there. */
export const factValue = (value: OrganizationFact['value'], key = ''): string => {
  if (value === true) return t('organizations.value-yes');
  if (value === false) return t('organizations.value-no');
  const choice = factChoices(key)?.find((each) => each.value === value);
  return choice?.label ?? String(value);
};

export const untilWords = (to: string | null): string =>
  to === null ? t('organizations.to-now') : formatDate(to);

export const dayWords = (day: string | null): string =>
  day === null ? t('organizations.none') : formatDate(day);
