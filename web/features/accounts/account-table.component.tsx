import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Account } from '#schema/contracts/accounts.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { grantWords, sessionWords, stateOf } from './account.presenter.ts';

const Grants = (props: { account: Account }) => (
  <Show when={props.account.grants.length > 0} fallback={t('accounts.grant-none')}>
    <For each={props.account.grants}>{(grant) => <p>{grantWords(grant)}</p>}</For>
  </Show>
);

const State = (props: { account: Account }) => {
  const state = () => stateOf(props.account);
  return <Status kind={state().kind}>{state().words}</Status>;
};

type Acting = {
  ownId: string;
  /** Who may give and end posts: the security administrator. */
  mayAuthorize: boolean;
  onMove: (account: Account) => void;
  onAuthorize: (account: Account) => void;
  onReset: (account: Account) => void;
};

const Act = (props: Acting & { account: Account }) => (
  <Show when={props.account.id !== props.ownId} fallback={<span>{t('accounts.own')}</span>}>
    <div class="row">
      <Show when={props.mayAuthorize}>
        <Button small onClick={() => props.onAuthorize(props.account)}>
          {t('accounts.authorize')}
        </Button>
        <Button small onClick={() => props.onReset(props.account)}>
          {t('accounts.reset')}
        </Button>
        <Show when={props.account.grants.length > 0}>
          <A
            class="button button-secondary button-small"
            href={`/handovers?person=${props.account.id}`}
          >
            {t('accounts.hand-over')}
          </A>
        </Show>
      </Show>
      <Button small onClick={() => props.onMove(props.account)}>
        {props.account.disabledAt === null ? t('accounts.disable') : t('accounts.enable')}
      </Button>
    </div>
  </Show>
);

const columns = (acting: Acting): Column<Account>[] => [
  {
    key: 'username',
    header: t('accounts.col-username'),
    rowHeader: true,
    cell: ({ username }) => username,
    text: ({ username }) => username ?? '',
  },
  {
    key: 'post',
    header: t('accounts.col-post'),
    cell: ({ post }) => post,
    text: ({ post }) => post ?? '',
  },
  {
    key: 'unit',
    header: t('accounts.col-unit'),
    cell: ({ organization }) => organization?.name,
    text: ({ organization }) => organization?.name ?? '',
  },
  {
    key: 'grants',
    header: t('accounts.col-grants'),
    cell: (account) => <Grants account={account} />,
    text: ({ grants }) => grants.map(grantWords).join('；'),
  },
  {
    key: 'state',
    header: t('accounts.col-state'),
    cell: (account) => <State account={account} />,
    text: (account) => stateOf(account).words,
  },
  {
    key: 'session',
    header: t('accounts.col-session'),
    cell: (account) => sessionWords(account),
    text: (account) => sessionWords(account),
  },
  {
    key: 'act',
    header: t('accounts.col-act'),
    noPrint: true,
    cell: (account) => <Act {...acting} account={account} />,
  },
];

type AccountTableProps = Acting & {
  accounts: readonly Account[] | undefined;
  error: unknown;
  onRetry: () => void;
  onClear: () => void;
  tools?: JSX.Element;
  footer?: JSX.Element;
};

export const AccountTable = (props: AccountTableProps) => (
  <DataTable
    caption={t('accounts.caption')}
    rows={props.accounts}
    columns={columns(props)}
    loading={props.accounts === undefined}
    error={props.error}
    onRetry={() => props.onRetry()}
    empty={{
      title: t('accounts.empty-title'),
      next: t('accounts.empty-next'),
      actions: <Button onClick={() => props.onClear()}>{t('accounts.clear')}</Button>,
    }}
    tools={props.tools}
    footer={props.footer}
  />
);
