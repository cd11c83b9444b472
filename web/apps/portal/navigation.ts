import { t } from '#web/shared/i18n.ts';
import type { Permissions } from '#web/shared/permissions.ts';
import type { NavigationItem } from '#web/ui/shell.layout.tsx';

type Section = NavigationItem & { isFor?: (permissions: Permissions) => boolean };

const sections = (): Section[] => [
  { href: '/', label: t('shell.nav-tasks'), exact: true },
  {
    href: '/registers',
    label: t('registers.title'),
    isFor: (permissions) => permissions.holds('registers.read'),
  },
  {
    href: '/bulletins',
    label: t('bulletins.received'),
    isFor: (permissions) => permissions.holds('bulletins.receive'),
  },
  {
    href: '/petitions',
    label: t('petitions.title'),
    isFor: (permissions) => permissions.holds('petitions.read'),
  },
  {
    href: '/scores',
    label: t('scoring.title'),
    isFor: (permissions) => permissions.holds('scoring.read'),
  },
];

/** Whoever fills in or signs off works here; all other posts have their work in the console. */
export const hasWorkHere = (permissions: Permissions): boolean =>
  permissions.holds('submissions.fill') || permissions.holds('submissions.sign-off');

/** The sections this person's posts have something to do with. */
export const navigationFor = (permissions: Permissions): NavigationItem[] =>
  sections().filter((section) => section.isFor?.(permissions) ?? true);
