import { Show, createEffect, createSignal, on } from 'solid-js';
import type { Account } from '#schema/contracts/accounts.ts';
import { t } from '#web/shared/i18n.ts';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createAccountMove, useAccountsChanged } from './accounts.queries.ts';

type MoveAccountProps = { account: Account | undefined; onClose: () => void };

/** 停用 or 启用, with the reason that goes into the trail. */
export const MoveAccount = (props: MoveAccountProps) => {
  const [reason, setReason] = createSignal('');
  const move = createAccountMove();
  const changed = useAccountsChanged();
  createEffect(
    on(
      () => props.account?.id,
      () => {
        setReason('');
        move.reset();
      },
    ),
  );
  const isDisabling = () => props.account?.disabledAt === null;
  const verb = () => (isDisabling() ? 'disable' : 'enable');
  const username = () => props.account?.username ?? '';
  const confirm = async () => {
    const account = props.account;
    if (!account) return;
    const said = t(isDisabling() ? 'accounts.disabled' : 'accounts.enabled', {
      username: username(),
    });
    const answer = await move.attempt({ id: account.id, verb: verb(), reason: reason() });
    if (!answer) return;
    announce(said, 'done');
    props.onClose();
    await changed();
  };
  return (
    <Confirm
      open={props.account !== undefined}
      title={t(`accounts.${verb()}-title`, { username: username() })}
      act={t(`accounts.${verb()}`)}
      danger={isDisabling()}
      busy={move.isBusy()}
      onConfirm={() => void confirm()}
      onCancel={() => props.onClose()}
    >
      <div class="stack">
        <p>{t(`accounts.${verb()}-words`)}</p>
        <Show when={move.errors().length > 0}>
          <ErrorSummary errors={move.errors()} labelOf={() => t('accounts.reason')} />
        </Show>
        <Show when={move.error() !== undefined && move.errors().length === 0}>
          <LoadFailed error={move.error()} />
        </Show>
        <TextField
          name="reason"
          label={t('accounts.reason')}
          hint={t('accounts.reason-hint')}
          required
          maxLength={200}
          value={reason()}
          error={move.errors().find(({ path }) => path === 'reason')?.message}
          onInput={setReason}
        />
      </div>
    </Confirm>
  );
};
