import { Match, Show, Switch, createSignal, untrack } from 'solid-js';
import { PASSWORD_MIN_LENGTH } from '#schema/contracts/identity.ts';
import type { Invited } from '#schema/contracts/invitations.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DefinitionList, PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Empty, LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import { SecrecyNotice } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { createAcceptance, useInvited } from './invitations.queries.ts';

const createJoining = (token: string, set: string | null, onJoined: (username: string) => void) => {
  const [username, setUsername] = createSignal(set ?? '');
  const [name, setName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [isTried, setTried] = createSignal(false);
  const accept = createAcceptance(() => token);
  const own = (): Readonly<Record<string, string | undefined>> => ({
    username: username().trim().length < 3 ? t('people.username-missing') : undefined,
    password: password().length < PASSWORD_MIN_LENGTH ? t('passwords.too-short') : undefined,
    again: again() === password() ? undefined : t('passwords.not-same'),
  });
  const errorOf = (path: string): string | undefined =>
    (isTried() ? own()[path] : undefined) ??
    accept.errors().find((error) => error.path === path)?.message;
  const submit = async () => {
    setTried(true);
    accept.reset();
    if (Object.values(own()).some((message) => message !== undefined)) return;
    const called = name().trim() === '' ? {} : { name: name().trim() };
    const account = { username: username().trim(), password: password(), ...called };
    const answer = await accept.attempt(account);
    if (answer) onJoined(answer.data.username);
  };
  return {
    username,
    setUsername,
    name,
    setName,
    password,
    setPassword,
    again,
    setAgain,
    errorOf,
    submit,
    accept,
  };
};

const NewPassword = (props: { form: ReturnType<typeof createJoining> }) => (
  <>
    <TextField
      name="password"
      type="password"
      label={t('sign-in.password')}
      hint={t('passwords.hint')}
      autocomplete="new-password"
      required
      value={props.form.password()}
      onInput={props.form.setPassword}
      error={props.form.errorOf('password')}
    />
    <TextField
      name="again"
      type="password"
      label={t('people.again')}
      autocomplete="new-password"
      required
      value={props.form.again()}
      onInput={props.form.setAgain}
      error={props.form.errorOf('again')}
    />
  </>
);

type JoinFormProps = {
  token: string;
  /** Set by the list that the invitation came with. */
  username: string | null;
  onJoined: (username: string) => void;
};

const JoinForm = (props: JoinFormProps) => {
  const form = untrack(() =>
    createJoining(props.token, props.username, (username) => props.onJoined(username)),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <form class="stack form" noValidate onSubmit={submit}>
      <Refusal problem={form.accept.problem()} />
      <TextField
        name="username"
        label={t('sign-in.username')}
        hint={t(
          props.username === null ? 'accounts.open-username-hint' : 'people.join-username-set',
        )}
        readOnly={props.username !== null}
        autocomplete="username"
        required
        maxLength={60}
        value={form.username()}
        onInput={form.setUsername}
        error={form.errorOf('username')}
      />
      <TextField
        name="name"
        label={t('people.name')}
        hint={t('people.name-hint')}
        autocomplete="name"
        maxLength={40}
        value={form.name()}
        onInput={form.setName}
        error={form.errorOf('name')}
      />
      <NewPassword form={form} />
      <div class="row">
        <Button kind="primary" type="submit" busy={form.accept.isBusy()}>
          {t('people.join')}
        </Button>
      </div>
    </form>
  );
};

const Post = (props: { invited: Invited }) => (
  <DefinitionList
    items={[
      {
        term: t('accounts.col-unit'),
        value: props.invited.organizationName ?? t('organizations.superior-self'),
      },
      { term: t('accounts.col-post'), value: props.invited.post },
      { term: t('accounts.role'), value: t(`accounts.role-${props.invited.role}`) },
      ...(props.invited.from === null
        ? []
        : [{ term: t('people.batch-from'), value: formatDate(props.invited.from) }]),
      { term: t('people.link-until'), value: formatInstant(props.invited.expiresAt) },
    ]}
  />
);

/** What the link is for, then a user name and a password: the account stands with its post. */
export const JoinView = (props: { token: string }) => {
  const invited = useInvited(() => props.token);
  const [joined, setJoined] = createSignal<string>();
  const refusal = () => (invited.error instanceof ProblemError ? invited.error : undefined);
  return (
    <div class="stack">
      <PageHeader title={t('people.join-title')} />
      <Show
        when={joined()}
        fallback={
          <Switch fallback={<Loading />}>
            <Match when={refusal()}>
              {(problem) => <Empty title={problem().title} next={t('people.join-dead')} />}
            </Match>
            <Match when={invited.error}>
              <LoadFailed error={invited.error} onRetry={() => void invited.refetch()} />
            </Match>
            <Match when={dataOf(invited)}>
              {(post) => (
                <>
                  <Post invited={post()} />
                  <SecrecyNotice />
                  <JoinForm token={props.token} username={post().username} onJoined={setJoined} />
                </>
              )}
            </Match>
          </Switch>
        }
      >
        {(username) => (
          <Empty
            title={t('people.joined', { username: username() })}
            next={t('people.joined-words')}
            actions={
              <a class="button button-primary" href="/sign-in">
                {t('sign-in.title')}
              </a>
            }
          />
        )}
      </Show>
    </div>
  );
};
