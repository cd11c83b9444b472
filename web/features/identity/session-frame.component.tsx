import { useNavigate } from '@solidjs/router';
import { Match, Switch, createSignal, onCleanup } from 'solid-js';
import type { JSX } from 'solid-js';
import { onServerContact } from '#web/shared/client.ts';
import { t } from '#web/shared/i18n.ts';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { Shell } from '#web/ui/shell.layout.tsx';
import type { ShellProps } from '#web/ui/shell.layout.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { ChangePasswordDialog } from './change-password.component.tsx';
import { useSession, useSignOut } from './session.ts';

const useIsReached = () => {
  const [isReached, setReached] = createSignal(navigator.onLine);
  const note = () => setReached(navigator.onLine);
  window.addEventListener('online', note);
  window.addEventListener('offline', note);
  const forget = onServerContact(({ kind }) => {
    if (kind !== 'signed-out') setReached(kind === 'reached');
  });
  onCleanup(() => {
    forget();
    window.removeEventListener('online', note);
    window.removeEventListener('offline', note);
  });
  return isReached;
};

const ConnectionWords = (props: { isReached: boolean; unsent: number; refused: number }) => (
  <Switch>
    <Match when={!props.isReached && props.unsent > 0}>
      {t('shell.unsaved', { count: props.unsent })}
    </Match>
    <Match when={!props.isReached}>{t('shell.offline')}</Match>
    <Match when={props.refused > 0}>{t('shell.refused', { count: props.refused })}</Match>
  </Switch>
);

type SessionFrameProps = Omit<ShellProps, 'account' | 'banner' | 'children'> & {
  children: JSX.Element;
  /** Where posts are handed over; not every host has that. */
  handoversHref?: string | undefined;
};

/** The shell for a signed-in person: account, sign-out, and what is still unsent. */
export const SessionFrame = (props: SessionFrameProps) => {
  const { me, outbound } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const isReached = useIsReached();
  const [isChanging, setChanging] = createSignal(false);
  const [unsaved, setUnsaved] = createSignal(0);
  const leave = () =>
    signOut(outbound).then(
      () => navigate('/sign-in', { replace: true }),
      () => announce(t('kit.load-failed-next'), 'error'),
    );
  const askToLeave = async () => {
    await outbound.flushAll();
    const left = outbound.unsentCount() + outbound.refusedCount();
    if (left > 0) setUnsaved(left);
    else await leave();
  };
  const facts = () => [
    me().person.username,
    ...new Set(me().posts.flatMap((post) => post.organization?.name ?? [])),
  ];
  const hasNews = () => !isReached() || outbound.refusedCount() > 0;
  return (
    <Shell
      {...props}
      account={{
        name: me().person.post ?? me().person.name,
        facts: facts(),
        handoversHref: props.handoversHref,
        onChangePassword: () => setChanging(true),
        onSignOut: () => void askToLeave(),
      }}
      banner={
        hasNews() ? (
          <ConnectionWords
            isReached={isReached()}
            unsent={outbound.unsentCount()}
            refused={outbound.refusedCount()}
          />
        ) : undefined
      }
    >
      {props.children}
      <ChangePasswordDialog open={isChanging()} onClose={() => setChanging(false)} />
      <Confirm
        open={unsaved() > 0}
        title={t('passwords.leave-title')}
        act={t('passwords.leave-anyway')}
        danger
        onConfirm={() => void leave()}
        onCancel={() => setUnsaved(0)}
      >
        {t('passwords.leave-words', { count: unsaved() })}
      </Confirm>
    </Shell>
  );
};
