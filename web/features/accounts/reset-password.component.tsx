import { Show, createEffect, createSignal, on } from 'solid-js';
import type { Account } from '#schema/contracts/accounts.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { createPasswordReset, useAccountsChanged } from './accounts.queries.ts';
import { OneTimePassword } from './one-time-password.component.tsx';

const Ask = (props: { account: Account; onReset: (password: string) => void }) => {
  const [reason, setReason] = createSignal('');
  const reset = createPasswordReset();
  const changed = useAccountsChanged();
  const confirm = async () => {
    const answer = await reset.attempt({ id: props.account.id, reason: reason().trim() });
    if (!answer) return;
    props.onReset(answer.data.password);
    await changed();
  };
  return (
    <div class="stack">
      <p>{t('accounts.reset-words')}</p>
      <Refusal problem={reset.problem()} />
      <TextField
        name="reason"
        label={t('accounts.reason')}
        hint={t('accounts.reset-hint')}
        required
        maxLength={200}
        value={reason()}
        onInput={setReason}
        error={reset.problem()?.errorOf('reason')}
      />
      <div class="row">
        <Button
          kind="danger"
          busy={reset.isBusy()}
          disabled={reason().trim().length < 2}
          onClick={() => void confirm()}
        >
          {t('accounts.reset')}
        </Button>
      </div>
    </div>
  );
};

/** 重置密码: asks for a reason, then shows the one-time password once. */
export const ResetPassword = (props: { account: Account | undefined; onClose: () => void }) => {
  const [password, setPassword] = createSignal<string>();
  createEffect(
    on(
      () => props.account?.id,
      () => setPassword(undefined),
    ),
  );
  const username = () => props.account?.username ?? '';
  return (
    <Dialog
      open={props.account !== undefined}
      title={t('accounts.reset-title', { username: username() })}
      onClose={() => props.onClose()}
    >
      <Show when={props.account}>
        {(account) => (
          <Show
            when={password()}
            fallback={<Ask account={account()} onReset={(told) => setPassword(told)} />}
          >
            {(told) => <OneTimePassword username={username()} password={told()} />}
          </Show>
        )}
      </Show>
    </Dialog>
  );
};
