import { useLocation } from '@solidjs/router';
import { Show, createEffect } from 'solid-js';
import type { JSX } from 'solid-js';
import type { TenantAnswer } from '#schema/contracts/tenants.ts';
import { Application } from '#web/features/identity/application.component.tsx';
import { LedElsewhere } from '#web/features/identity/led-elsewhere.component.tsx';
import { SessionFrame } from '#web/features/identity/session-frame.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { SignInPage } from '#web/features/identity/sign-in.page.tsx';
import { MessageLink } from '#web/features/reminders/message-link.component.tsx';
import { WithTenant } from '#web/features/tenants/tenant-frame.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { Shell } from '#web/ui/shell.layout.tsx';
import { hasWorkHere, navigationFor } from './navigation.ts';
import { openPages, pages } from './routes.ts';

const signs = (tenant: TenantAnswer) => ({
  mark: tenant.branding.mark,
  emblem: tenant.branding.emblem,
  motif: tenant.branding.motif,
  footer: tenant.footer,
});

const looks = (tenant: TenantAnswer) => ({
  ...signs(tenant),
  organ: localText(tenant.names.full),
  title: localText(tenant.branding.title),
});

const useDocumentTitle = (title: () => string) => {
  createEffect(() => {
    document.title = title();
  });
};

const Frame = (props: { children: JSX.Element }) => (
  <WithTenant>
    {(tenant) => <TenantFrame tenant={tenant()}>{props.children}</TenantFrame>}
  </WithTenant>
);

const TenantFrame = (props: { tenant: TenantAnswer; children: JSX.Element }) => {
  const { permissions } = useSession();
  const place = useLocation();
  const isAtHome = () => hasWorkHere(permissions) || place.pathname !== '/';
  useDocumentTitle(() => looks(props.tenant).title);
  return (
    <SessionFrame
      {...looks(props.tenant)}
      navigation={navigationFor(permissions)}
      tools={<MessageLink />}
      handoversHref="/handovers"
    >
      <Show
        when={isAtHome()}
        fallback={<LedElsewhere href="/console/" words={t('shell.led-to-console')} />}
      >
        {props.children}
      </Show>
    </SessionFrame>
  );
};

const SignIn = () => (
  <WithTenant>
    {(tenant) => (
      <Shell {...signs(tenant())} title={localText(tenant().names.full)} navigation={[]}>
        <SignInPage
          title={looks(tenant()).title}
          subtitle={localText(tenant().branding.subtitle)}
          isDemo={tenant().demo}
        />
      </Shell>
    )}
  </WithTenant>
);

export const PortalApp = () => (
  <Application frame={Frame} signIn={SignIn} pages={pages} open={openPages} />
);
