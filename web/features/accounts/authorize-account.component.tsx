import { For, Show, createSignal } from 'solid-js';
import type { Account, AccountGrant } from '#schema/contracts/accounts.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { grantWords } from './account.presenter.ts';
import { createGrantEnding, useAccountsChanged } from './accounts.queries.ts';
import { GrantForm } from './grant-form.component.tsx';

const EndGrant = (props: { accountId: string; grant: AccountGrant }) => {
  const [isAsking, setAsking] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const end = createGrantEnding();
  const changed = useAccountsChanged();
  const confirm = async () => {
    const about = { id: props.accountId, grantId: props.grant.id, reason: reason().trim() };
    if (!(await end.attempt(about))) return;
    announce(t('accounts.grant-ended'), 'done');
    await changed();
  };
  return (
    <li class="stack-tight">
      <div class="row row-apart">
        <span>{grantWords(props.grant)}</span>
        <Show when={!isAsking()}>
          <Button small onClick={() => setAsking(true)}>
            {t('accounts.grant-end')}
          </Button>
        </Show>
      </div>
      <Show when={isAsking()}>
        <Refusal problem={end.problem()} />
        <TextField
          name={`reason-${props.grant.id}`}
          label={t('accounts.grant-end-reason')}
          required
          maxLength={200}
          value={reason()}
          onInput={setReason}
        />
        <div class="row">
          <Button kind="quiet" small onClick={() => setAsking(false)}>
            {t('acts.cancel')}
          </Button>
          <Button
            kind="danger"
            small
            busy={end.isBusy()}
            disabled={reason().trim().length < 2}
            onClick={() => void confirm()}
          >
            {t('accounts.grant-end-confirm')}
          </Button>
        </div>
      </Show>
    </li>
  );
};

/** The posts of one account: each can be ended with a reason, and another given. */
export const AuthorizeAccount = (props: { account: Account | undefined; onClose: () => void }) => (
  <Dialog
    open={props.account !== undefined}
    wide
    title={t('accounts.authorize-title', { username: props.account?.username ?? '' })}
    onClose={() => props.onClose()}
  >
    <Show when={props.account}>
      {(account) => (
        <div class="stack">
          <Show when={account().grants.length > 0} fallback={<p>{t('accounts.grant-none')}</p>}>
            <ul class="stack-tight account-grants">
              <For each={account().grants}>
                {(grant) => <EndGrant accountId={account().id} grant={grant} />}
              </For>
            </ul>
          </Show>
          <GrantForm accountId={account().id} />
        </div>
      )}
    </Show>
  </Dialog>
);
