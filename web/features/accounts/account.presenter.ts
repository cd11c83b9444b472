import type { Account, AccountGrant } from '#schema/contracts/accounts.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

const reachWords = ({ organization, relation }: AccountGrant): string => {
  if (organization === null) return t('accounts.reach-all');
  const unit = organization.name;
  if (relation === null) return t('accounts.reach-unit', { unit });
  const named = t(`organizations.relation-${relation}`);
  return t('accounts.reach-under', { unit, relation: named });
};

/** 审核（东区卫生健康局及其主管单位） */
export const grantWords = (grant: AccountGrant): string => {
  const until = grant.to === null ? '' : t('accounts.grant-until', { day: formatDate(grant.to) });
  return `${t(`accounts.role-${grant.role}`)}（${reachWords(grant)}${until}）`;
};

export const stateOf = (account: Account): { kind: StatusKind; words: string } => {
  if (account.disabledAt !== null) {
    const time = formatInstant(account.disabledAt);
    return { kind: 'stopped', words: t('accounts.state-disabled', { time }) };
  }
  if (account.lockedUntil !== null) {
    const time = formatInstant(account.lockedUntil);
    return { kind: 'late', words: t('accounts.state-locked', { time }) };
  }
  return { kind: 'done', words: t('accounts.state-active') };
};

export const sessionWords = ({ lastSessionAt }: Account): string =>
  lastSessionAt === null ? t('accounts.session-none') : formatInstant(lastSessionAt);
