import { useNavigate, useSearchParams } from '@solidjs/router';
import { Show, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Callout, SecrecyNotice } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { useSignIn } from './session.ts';
import { explainSignInFailure, readFirstSignIn, safeReturn } from './sign-in.presenter.ts';

export type SignInPageProps = {
  title: string;
  subtitle?: string | undefined;
  isDemo?: boolean | undefined;
};

const missing = (username: string, password: string) => [
  ...(username.trim() ? [] : [{ path: 'username', message: t('sign-in.name-missing') }]),
  ...(password ? [] : [{ path: 'password', message: t('sign-in.password-missing') }]),
];

/** Takes what the link brought out of the address, so that it stays in no history. */
const takeFirstSignIn = () => {
  const first = readFirstSignIn(window.location.hash);
  if (first === undefined) return undefined;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname + search);
  return first;
};

const createSignInForm = () => {
  const first = takeFirstSignIn();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ return?: string }>();
  const signIn = useSignIn();
  const [username, setUsername] = createSignal(first?.username ?? '');
  const [password, setPassword] = createSignal(first?.password ?? '');
  const [errors, setErrors] = createSignal<{ path: string; message: string }[]>([]);
  const [failure, setFailure] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);

  const enter = () => {
    const wanted = safeReturn(search.return);
    // A wanted address is whole already; the application's base must not be put before it again.
    if (wanted) navigate(wanted, { replace: true, resolve: false });
    else navigate('/', { replace: true });
  };
  const submit = async () => {
    if (isBusy()) return;
    setFailure(undefined);
    setErrors(missing(username(), password()));
    if (errors().length > 0) return;
    setBusy(true);
    try {
      await signIn(username().trim(), password());
      enter();
    } catch (error) {
      setPassword('');
      setFailure(explainSignInFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (path: string) => errors().find((error) => error.path === path)?.message;

  return {
    isFirst: first !== undefined,
    username,
    setUsername,
    password,
    setPassword,
    errors,
    errorOf,
    failure,
    isBusy,
    submit,
  };
};

const SignInForm = () => {
  const form = createSignInForm();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <form class="sign-in-form stack" noValidate onSubmit={submit}>
      <h2>{t('sign-in.title')}</h2>
      <ErrorSummary errors={form.errors()} />
      <Show when={form.isFirst}>
        <Callout title={t('sign-in.first-title')}>{t('sign-in.first-words')}</Callout>
      </Show>
      <Show when={form.failure()}>
        <Callout kind="error" live>
          {form.failure()}
        </Callout>
      </Show>
      <TextField
        name="username"
        label={t('sign-in.username')}
        autocomplete="username"
        value={form.username()}
        onInput={form.setUsername}
        error={form.errorOf('username')}
      />
      <TextField
        name="password"
        type="password"
        label={t('sign-in.password')}
        autocomplete="current-password"
        value={form.password()}
        onInput={form.setPassword}
        error={form.errorOf('password')}
      />
      <Button kind="primary" type="submit" busy={form.isBusy()}>
        {t('sign-in.submit')}
      </Button>
      <p class="small soft">{t('sign-in.forgotten')}</p>
    </form>
  );
};

export const SignInPage = (props: SignInPageProps) => {
  const [search] = useSearchParams<{ ended?: string }>();
  return (
    <div class="sign-in">
      <div class="sign-in-side stack-tight">
        <h1 class="sign-in-title">{props.title}</h1>
        <Show when={props.subtitle}>
          <p class="soft">{props.subtitle}</p>
        </Show>
      </div>
      <SignInForm />
      <div class="sign-in-notes stack">
        <Show when={search.ended}>
          <Callout kind="warn" title={t('sign-in.ended-title')}>
            {t('sign-in.ended-words')}
          </Callout>
        </Show>
        <SecrecyNotice />
        <Show when={props.isDemo}>
          <Callout title={t('sign-in.demo-title')}>{t('sign-in.demo-words')}</Callout>
        </Show>
      </div>
    </div>
  );
};
