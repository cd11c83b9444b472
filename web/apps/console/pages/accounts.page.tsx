import { A, useSearchParams } from '@solidjs/router';
import { Show, createSignal } from 'solid-js';
import type { Account } from '#schema/contracts/accounts.ts';
import { AccountTable } from '#web/features/accounts/account-table.component.tsx';
import { useAccounts } from '#web/features/accounts/accounts.queries.ts';
import { AuthorizeAccount } from '#web/features/accounts/authorize-account.component.tsx';
import { MoveAccount } from '#web/features/accounts/move-account.component.tsx';
import { OpenAccount } from '#web/features/accounts/open-account.component.tsx';
import { ResetPassword } from '#web/features/accounts/reset-password.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

/** 邀请, 从 Excel 导入, 开设账号: the ways to an account. */
const WaysIn = (props: { mayOpen: boolean; onOpen: () => void }) => (
  <>
    <A class="button button-secondary" href="/accounts/invitations">
      {t('accounts.invitations')}
    </A>
    <Show when={props.mayOpen}>
      <A class="button button-secondary" href="/accounts/import">
        {t('accounts.import')}
      </A>
      <Button onClick={() => props.onOpen()}>{t('accounts.open')}</Button>
    </Show>
  </>
);

/** 人员与权限: who can sign in, in which posts, how far each reaches, and the lock. */
export const AccountsPage = () => {
  const { me, permissions } = useSession();
  const [params, setParams] = useSearchParams<{ search?: string }>();
  const query = useAccounts(() => params.search);
  const [moving, setMoving] = createSignal<Account>();
  const [authorizedId, setAuthorizedId] = createSignal<string>();
  const [resetting, setResetting] = createSignal<Account>();
  const [isOpening, setOpening] = createSignal(false);
  const pages = () => dataOf(query)?.pages;
  const accounts = () => pages()?.flatMap(({ items }) => items);
  const authorized = () => accounts()?.find(({ id }) => id === authorizedId());
  return (
    <div class="stack">
      <PageHeader
        title={t('accounts.title')}
        summary={t('accounts.note')}
        actions={
          <WaysIn mayOpen={permissions.holds('identity.enroll')} onOpen={() => setOpening(true)} />
        }
      />
      <div class="filter-bar no-print">
        <TextField
          name="search"
          label={t('accounts.search')}
          type="search"
          maxLength={60}
          value={params.search ?? ''}
          onCommit={(search) => setParams({ search: search.trim() })}
        />
      </div>
      <AccountTable
        accounts={accounts()}
        ownId={me().person.id}
        mayAuthorize={permissions.holds('identity.authorize')}
        onAuthorize={({ id }) => setAuthorizedId(id)}
        onReset={setResetting}
        error={query.error}
        onRetry={() => void query.refetch()}
        onClear={() => setParams({ search: undefined })}
        onMove={setMoving}
        tools={<Show when={pages()?.[0]}>{(page) => <ComputedAsOf at={page().asOf} />}</Show>}
        footer={<LoadMore shown={accounts()?.length} list={query} />}
      />
      <OpenAccount open={isOpening()} onClose={() => setOpening(false)} />
      <AuthorizeAccount account={authorized()} onClose={() => setAuthorizedId(undefined)} />
      <ResetPassword account={resetting()} onClose={() => setResetting(undefined)} />
      <MoveAccount account={moving()} onClose={() => setMoving(undefined)} />
    </div>
  );
};
