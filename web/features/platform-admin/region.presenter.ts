import type { MigrationState, Region } from '#schema/contracts/platform-admin.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

type Shown = { kind: StatusKind; words: string };

export const migrationOf = (state: MigrationState | null): Shown => {
  if (state === null) return { kind: 'draft', words: t('platform.migration-none') };
  const { version, finishedAt } = state;
  if (state.state === 'failed') {
    const time = formatInstant(finishedAt);
    return { kind: 'late', words: t('platform.migration-failed', { time }) };
  }
  if (state.current) return { kind: 'done', words: t('platform.migration-current', { version }) };
  return { kind: 'waiting', words: t('platform.migration-behind', { version }) };
};

export const statusOf = ({ status }: Region): Shown => ({
  kind: status === 'active' ? 'done' : 'stopped',
  words: t(`platform.status-${status}`),
});

export const auditWords = ({ auditHeadAt }: Region): string =>
  auditHeadAt === null ? t('platform.audit-none') : formatInstant(auditHeadAt);

/** The regions' hosts are neighbours of the operator's: another first label, the same rest. */
export const siteOf = (region: Region, own: { protocol: string; host: string }): string => {
  const rest = own.host.slice(own.host.indexOf('.') + 1);
  return `${own.protocol}//${region.slug}.${rest}/`;
};
