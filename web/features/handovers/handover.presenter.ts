import type { Handover, HandoverState } from '#schema/contracts/handovers.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

const kinds: Readonly<Record<HandoverState, StatusKind>> = {
  asked: 'waiting',
  authorized: 'current',
  acknowledged: 'current',
  settled: 'done',
  withdrawn: 'stopped',
};

export const stateOf = ({ state }: Pick<Handover, 'state'>) => ({
  kind: kinds[state],
  words: t(`handovers.state-${state}`),
});

/** 东区第一医院 填报人（联络员） */
export const seatWords = ({ organization, role }: Pick<Handover, 'organization' | 'role'>) =>
  `${organization?.name ?? t('organizations.superior-self')} ${t(`accounts.role-${role}`)}`;

/** 行风办填报岗（clerk） */
export const partyWords = (post: string, username: string) => `${post}（${username}）`;
