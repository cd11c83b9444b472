import { useLocation, useNavigate } from '@solidjs/router';
import { Match, Show, Switch, createEffect, createResource, onCleanup } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Me } from '#schema/contracts/identity.ts';
import { api, onServerContact } from '#web/shared/client.ts';
import { openOutboundStore } from '#web/shared/drafts/outbound.driver.ts';
import { createOutbound } from '#web/shared/drafts/outbound.ts';
import type { DraftSaved, Outbound } from '#web/shared/drafts/outbound.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { LoadFailed, Loading } from '#web/ui/state.component.tsx';
import { PasswordMustChange } from './change-password.component.tsx';
import { createIdleWatch, idleWarning } from './idle.ts';
import { SessionProvider, createSession, useForgetSession, useMe } from './session.ts';

type FrameProps = {
  /** Draws the application's frame around the page; it may use the session. */
  children: JSX.Element;
};

const openOutbound = async (personId: string): Promise<Outbound> => {
  const store = await openOutboundStore(personId);
  const outbound = createOutbound({ personId, store, send: api.send<DraftSaved> });
  await outbound.restore();
  return outbound;
};

type SignedInProps = FrameProps & { me: Me; onEnded: () => void; onKeepAlive: () => void };

const SignedIn = (props: SignedInProps) => {
  const [outbound] = createResource(() => props.me.person.id, openOutbound);
  onCleanup(() => outbound()?.close());
  const idle = createIdleWatch({
    onEnd: () => props.onEnded(),
    keepAlive: () => props.onKeepAlive(),
  });
  return (
    <Show when={outbound()} fallback={<Loading />}>
      {(ready) => (
        <SessionProvider value={createSession(() => props.me, ready())}>
          <Show
            when={!props.me.session.mustChangePassword}
            fallback={<PasswordMustChange onChanged={props.onKeepAlive} onLeave={props.onEnded} />}
          >
            {props.children}
          </Show>
          <Dialog
            role="alertdialog"
            open={idle.state() === 'warning'}
            title={t('shell.idle-title')}
            onClose={idle.stay}
            footer={
              <Button kind="primary" onClick={idle.stay}>
                {t('shell.idle-stay')}
              </Button>
            }
          >
            {t('shell.idle-words', { minutes: idleWarning / 60_000 })}
          </Dialog>
        </SessionProvider>
      )}
    </Show>
  );
};

/** Sends whoever is not signed in to the sign-in page, and back again afterwards. */
export const RequireSession = (props: FrameProps) => {
  const me = useMe();
  const navigate = useNavigate();
  const location = useLocation();
  const forget = useForgetSession();
  let wasSignedIn = false;

  createEffect(() => {
    if (me.data) wasSignedIn = true;
    if (me.data !== null) return;
    const wanted = encodeURIComponent(location.pathname + location.search);
    const ended = wasSignedIn ? '&ended=1' : '';
    navigate(`/sign-in?return=${wanted}${ended}`, { replace: true, resolve: true });
  });
  onCleanup(
    onServerContact(({ kind }) => {
      if (kind === 'signed-out' && me.data) forget();
    }),
  );
  const end = () => {
    void api.send({ method: 'POST', path: '/api/auth/sign-out', body: {} }).catch(() => undefined);
    forget();
  };

  return (
    <Switch fallback={<Loading />}>
      <Match when={me.data}>
        {(data) => (
          <SignedIn me={data()} onEnded={end} onKeepAlive={() => void me.refetch()}>
            {props.children}
          </SignedIn>
        )}
      </Match>
      <Match when={me.error}>
        <LoadFailed error={me.error} onRetry={() => void me.refetch()} />
      </Match>
    </Switch>
  );
};
