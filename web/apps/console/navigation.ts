import { t } from '#web/shared/i18n.ts';
import type { Permissions } from '#web/shared/permissions.ts';
import type { NavigationItem } from '#web/ui/shell.layout.tsx';

type Section = NavigationItem & { isFor?: (permissions: Permissions) => boolean };

/** What the year's work is. */
const workSections = (): Section[] => [
  {
    href: '/',
    label: t('shell.nav-overview'),
    exact: true,
    isFor: (permissions) => permissions.holds('campaigns.read'),
  },
  {
    href: '/campaigns',
    label: t('console.nav-campaigns'),
    isFor: (permissions) => permissions.holds('campaigns.read'),
  },
  {
    href: '/progress',
    label: t('console.nav-progress'),
    isFor: (permissions) => permissions.holds('submissions.read'),
  },
  {
    href: '/reviews',
    label: t('console.nav-reviews'),
    isFor: (permissions) => permissions.holds('submissions.review'),
  },
  {
    href: '/requests',
    label: t('requests.title'),
    isFor: (permissions) => permissions.holds('requests.oversee'),
  },
  {
    href: '/bulletins',
    label: t('bulletins.title'),
    isFor: (permissions) => permissions.holds('bulletins.read'),
  },
  {
    href: '/petitions',
    label: t('petitions.title'),
    isFor: (permissions) => permissions.holds('petitions.oversee'),
  },
  {
    href: '/registers',
    label: t('registers.title'),
    isFor: (permissions) => permissions.holds('registers.read'),
  },
  {
    href: '/proposals',
    label: t('proposals.title'),
    isFor: (permissions) => permissions.holds('proposals.read'),
  },
];

/** What the year's work comes to. */
const figureSections = (): Section[] => [
  {
    href: '/figures',
    label: t('figures.nav'),
    isFor: (permissions) =>
      permissions.holds('campaigns.read') && permissions.holds('requests.oversee'),
  },
  {
    href: '/imported-figures',
    label: t('console.nav-imported'),
    isFor: (permissions) =>
      permissions.holds('campaigns.draft') ||
      permissions.holds('campaigns.check') ||
      permissions.holds('campaigns.sign'),
  },
  {
    href: '/rankings',
    label: t('scoring.ranking'),
    isFor: (permissions) => permissions.can('scoring.deduct', {}),
  },
];

/** What the office keeps. */
const officeSections = (): Section[] => [
  {
    href: '/papers',
    label: t('papers.title'),
    isFor: (permissions) => permissions.holds('papers.read'),
  },
  {
    href: '/accounts',
    label: t('accounts.nav'),
    isFor: (permissions) => permissions.holds('identity.manage'),
  },
  {
    href: '/channels',
    label: t('reminders.channels'),
    isFor: (permissions) => permissions.holds('reminders.configure'),
  },
  {
    href: '/branding',
    label: t('console.nav-branding'),
    isFor: (permissions) => permissions.holds('tenant.configure'),
  },
  {
    href: '/audit',
    label: t('audit.nav'),
    isFor: (permissions) => permissions.holds('audit.read'),
  },
  {
    href: '/organizations',
    label: t('organizations.nav'),
    isFor: (permissions) => permissions.holds('organizations.read'),
  },
  {
    href: '/snapshots',
    label: t('snapshots.nav'),
    isFor: (permissions) => permissions.holds('snapshots.read'),
  },
];

/** The sections this person's posts have something to do with. */
export const navigationFor = (permissions: Permissions): NavigationItem[] =>
  [...workSections(), ...figureSections(), ...officeSections()].filter(
    (section) => section.isFor?.(permissions) ?? true,
  );
