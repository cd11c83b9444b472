import type {
  Invitation,
  InvitationLinked,
  InvitationState,
} from '#schema/contracts/invitations.ts';
import { grantWords } from '#web/features/accounts/account.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

const kinds: Readonly<Record<InvitationState, StatusKind>> = {
  asked: 'waiting',
  authorized: 'current',
  linked: 'current',
  expired: 'late',
  used: 'done',
  withdrawn: 'stopped',
};

export const stateOf = ({ state }: Pick<Invitation, 'state'>) => ({
  kind: kinds[state],
  words: t(`people.invitation-${state}`),
});

/** 填报人（联络员）（东区第一医院本单位） */
export const seatWords = (seat: Pick<Invitation, 'role' | 'organization' | 'relation'>): string =>
  grantWords({ id: '', from: '', to: null, ...seat });

/** Behind `#`, which a browser sends to nobody. */
export const linkOf = ({ token }: Pick<InvitationLinked, 'token'>): string =>
  `${window.location.origin}/join#${token}`;

/** What goes to the person, by whatever way there is. */
export const slipText = (invitation: Invitation, made: InvitationLinked): string =>
  t('people.slip-text', {
    unit: invitation.organization?.name ?? '',
    post: invitation.post,
    link: linkOf(made),
    until: formatInstant(made.expiresAt),
  });
