import { Show, createSignal } from 'solid-js';
import { PASSWORD_MIN_LENGTH } from '#schema/contracts/identity.ts';
import type { ChangePassword } from '#schema/contracts/identity.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';

const createForm = (onChanged: () => void) => {
  const [current, setCurrent] = createSignal('');
  const [next, setNext] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [isTried, setTried] = createSignal(false);
  const change = createCommand<ChangePassword, { done: true }>((body) => ({
    method: 'POST',
    path: '/api/auth/change-password',
    body,
  }));
  const own = (): Readonly<Record<string, string | undefined>> => ({
    current: current() === '' ? t('passwords.current-missing') : undefined,
    next: next().length < PASSWORD_MIN_LENGTH ? t('passwords.too-short') : undefined,
    again: again() === next() ? undefined : t('passwords.not-same'),
  });
  const errorOf = (path: string): string | undefined =>
    (isTried() ? own()[path] : undefined) ??
    change.errors().find((error) => error.path === path)?.message;
  const submit = async () => {
    setTried(true);
    change.reset();
    if (Object.values(own()).some((message) => message !== undefined)) return;
    const answer = await change.attempt({ current: current(), next: next() });
    if (!answer) return;
    announce(t('passwords.changed'), 'done');
    onChanged();
  };
  return {
    current,
    setCurrent,
    next,
    setNext,
    again,
    setAgain,
    errorOf,
    submit,
    isBusy: change.isBusy,
    problem: change.problem,
  };
};

/** 修改密码: the old one, the new one twice; what is wrong stands at its field. */
export const ChangePasswordForm = (props: { onChanged: () => void }) => {
  const form = createForm(() => props.onChanged());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <form class="stack form" noValidate onSubmit={submit}>
      <Show when={form.problem()}>
        {(problem) => (
          <Callout kind="error" live>
            {problem().title}
          </Callout>
        )}
      </Show>
      <TextField
        name="current"
        type="password"
        label={t('passwords.current')}
        autocomplete="current-password"
        value={form.current()}
        onInput={form.setCurrent}
        error={form.errorOf('current')}
      />
      <TextField
        name="next"
        type="password"
        label={t('passwords.next')}
        hint={t('passwords.hint')}
        autocomplete="new-password"
        value={form.next()}
        onInput={form.setNext}
        error={form.errorOf('next')}
      />
      <TextField
        name="again"
        type="password"
        label={t('passwords.again')}
        autocomplete="new-password"
        value={form.again()}
        onInput={form.setAgain}
        error={form.errorOf('again')}
      />
      <p class="small soft">{t('passwords.elsewhere')}</p>
      <div class="row">
        <Button kind="primary" type="submit" busy={form.isBusy()}>
          {t('passwords.submit')}
        </Button>
      </div>
    </form>
  );
};

export const ChangePasswordDialog = (props: { open: boolean; onClose: () => void }) => (
  <Dialog open={props.open} title={t('passwords.title')} onClose={() => props.onClose()}>
    <ChangePasswordForm onChanged={() => props.onClose()} />
  </Dialog>
);

/** All that is open to somebody who signed in with a one-time password. */
export const PasswordMustChange = (props: { onChanged: () => void; onLeave: () => void }) => (
  <main class="main shell-inner stack" id="main" tabindex="-1">
    <PageHeader title={t('passwords.title')} summary={t('passwords.must-change')} />
    <ChangePasswordForm onChanged={() => props.onChanged()} />
    <div class="row">
      <Button kind="quiet" onClick={() => props.onLeave()}>
        {t('shell.sign-out')}
      </Button>
    </div>
  </main>
);
