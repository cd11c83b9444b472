import { Show, createEffect, createSignal, on } from 'solid-js';
import type { AccountOpened } from '#schema/contracts/accounts.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { createAccountOpening, useAccountsChanged } from './accounts.queries.ts';
import { OneTimePassword } from './one-time-password.component.tsx';
import { UnitChoice } from './unit-choice.component.tsx';

const Ask = (props: { onOpened: (account: AccountOpened) => void }) => {
  const [username, setUsername] = createSignal('');
  const [post, setPost] = createSignal('');
  const [unit, setUnit] = createSignal('');
  const open = createAccountOpening();
  const changed = useAccountsChanged();
  const submit = async () => {
    const place = unit() === '' ? {} : { organizationId: unit() };
    const named = { username: username().trim(), post: post().trim() };
    const answer = await open.attempt({ ...named, ...place });
    if (!answer) return;
    props.onOpened(answer.data);
    await changed();
  };
  return (
    <div class="stack">
      <p>{t('accounts.open-words')}</p>
      <Refusal problem={open.problem()} />
      <TextField
        name="username"
        label={t('accounts.col-username')}
        hint={t('accounts.open-username-hint')}
        required
        maxLength={60}
        value={username()}
        onInput={setUsername}
        error={open.problem()?.errorOf('username')}
      />
      <TextField
        name="post"
        label={t('accounts.col-post')}
        hint={t('accounts.open-post-hint')}
        required
        maxLength={60}
        value={post()}
        onInput={setPost}
        error={open.problem()?.errorOf('post')}
      />
      <UnitChoice
        value={unit()}
        required={false}
        error={open.problem()?.errorOf('organizationId')}
        onChange={setUnit}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={open.isBusy()}
          disabled={username().trim().length < 3 || post().trim().length < 2}
          onClick={() => void submit()}
        >
          {t('accounts.open-act')}
        </Button>
      </div>
    </div>
  );
};

/** 开设账号: of a post at a unit; then the one-time password, once. */
export const OpenAccount = (props: { open: boolean; onClose: () => void }) => {
  const [opened, setOpened] = createSignal<AccountOpened>();
  createEffect(
    on(
      () => props.open,
      () => setOpened(undefined),
    ),
  );
  return (
    <Dialog open={props.open} title={t('accounts.open')} onClose={() => props.onClose()}>
      <Show when={props.open}>
        <Show when={opened()} fallback={<Ask onOpened={(account) => setOpened(account)} />}>
          {(account) => (
            <OneTimePassword username={account().username} password={account().password} />
          )}
        </Show>
      </Show>
    </Dialog>
  );
};
