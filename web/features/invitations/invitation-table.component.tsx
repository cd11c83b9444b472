import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Invitation } from '#schema/contracts/invitations.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { seatWords, stateOf } from './invitation.presenter.ts';

type Acting = {
  /** The system administrator makes the link, the security administrator authorizes. */
  mayLink: boolean;
  mayAuthorize: boolean;
  onAuthorize: (invitation: Invitation) => void;
  onLink: (invitation: Invitation) => void;
  onWithdraw: (invitation: Invitation) => void;
};

const untilWords = ({ state, expiresAt }: Invitation): string =>
  expiresAt !== null && (state === 'linked' || state === 'expired')
    ? t('people.until', { time: formatInstant(expiresAt) })
    : '';

const Act = (props: Acting & { invitation: Invitation }) => {
  const is = (...states: Invitation['state'][]) => states.includes(props.invitation.state);
  return (
    <div class="row">
      <Show when={props.mayAuthorize && is('asked')}>
        <Button small kind="primary" onClick={() => props.onAuthorize(props.invitation)}>
          {t('people.authorize')}
        </Button>
      </Show>
      <Show when={props.mayLink && is('authorized', 'linked', 'expired')}>
        <Button small onClick={() => props.onLink(props.invitation)}>
          {t(is('authorized') ? 'people.link' : 'people.link-again')}
        </Button>
      </Show>
      <Show when={!is('used', 'withdrawn')}>
        <Button small kind="quiet" onClick={() => props.onWithdraw(props.invitation)}>
          {t('people.withdraw')}
        </Button>
      </Show>
    </div>
  );
};

const Opened = (props: { invitation: Invitation }) => (
  <>
    {props.invitation.openedByPost} {formatInstant(props.invitation.openedAt)}
    <p class="small soft">
      {props.invitation.reason}
      <Show when={props.invitation.addressee}>
        {(to) => <> · {t('people.to', { addressee: to() })}</>}
      </Show>
    </p>
  </>
);

const columns = (acting: Acting, isClosed: boolean): Column<Invitation>[] => [
  {
    key: 'post',
    header: t('accounts.col-post'),
    rowHeader: true,
    cell: ({ post }) => post,
    text: ({ post }) => post,
  },
  { key: 'seat', header: t('accounts.col-grants'), cell: seatWords, text: seatWords },
  {
    key: 'state',
    header: t('accounts.col-state'),
    cell: (invitation) => (
      <>
        <Status kind={stateOf(invitation).kind}>{stateOf(invitation).words}</Status>
        <Show when={untilWords(invitation)}>{(words) => <p class="small soft">{words()}</p>}</Show>
      </>
    ),
    text: (invitation) => stateOf(invitation).words,
  },
  {
    key: 'opened',
    header: t('people.col-opened'),
    cell: (invitation) => <Opened invitation={invitation} />,
    text: ({ openedByPost, openedAt }) => `${openedByPost} ${formatInstant(openedAt)}`,
  },
  {
    key: 'authorized',
    header: t('people.col-authorized'),
    cell: ({ authorizedByPost }) => authorizedByPost ?? '',
    text: ({ authorizedByPost }) => authorizedByPost ?? '',
  },
  isClosed
    ? {
        key: 'closed',
        header: t('people.col-closed'),
        cell: ({ closedAt }) => (closedAt === null ? '' : formatInstant(closedAt)),
        text: ({ closedAt }) => (closedAt === null ? '' : formatInstant(closedAt)),
      }
    : {
        key: 'act',
        header: t('accounts.col-act'),
        noPrint: true,
        cell: (invitation) => <Act {...acting} invitation={invitation} />,
      },
];

type Props = Acting & {
  invitations: readonly Invitation[] | undefined;
  isClosed: boolean;
  error: unknown;
  onRetry: () => void;
  tools?: JSX.Element;
  footer?: JSX.Element;
};

export const InvitationTable = (props: Props) => (
  <DataTable
    caption={t(props.isClosed ? 'people.caption-closed' : 'people.caption')}
    rows={props.invitations}
    columns={columns(props, props.isClosed)}
    loading={props.invitations === undefined}
    error={props.error}
    onRetry={() => props.onRetry()}
    empty={{
      title: t(props.isClosed ? 'people.empty-closed' : 'people.empty'),
      next: props.isClosed ? undefined : t('people.empty-next'),
    }}
    tools={props.tools}
    footer={props.footer}
  />
);
