import { createEffect } from 'solid-js';
import type { JSX } from 'solid-js';
import { Application } from '#web/features/identity/application.component.tsx';
import { SessionFrame } from '#web/features/identity/session-frame.component.tsx';
import { SignInPage } from '#web/features/identity/sign-in.page.tsx';
import { t } from '#web/shared/i18n.ts';
import { Shell } from '#web/ui/shell.layout.tsx';
import type { NavigationItem } from '#web/ui/shell.layout.tsx';
import { pages } from './routes.ts';

const looks = () => ({
  organ: t('shell.oversight-organ'),
  title: t('shell.oversight-title'),
  mark: '比',
});

const navigation = (): NavigationItem[] => [
  { href: '/', label: t('shell.nav-comparability'), exact: true },
];

const Frame = (props: { children: JSX.Element }) => {
  createEffect(() => {
    document.title = looks().title;
  });
  return (
    <SessionFrame {...looks()} wide navigation={navigation()}>
      {props.children}
    </SessionFrame>
  );
};

const SignIn = () => (
  <Shell mark={looks().mark} title={looks().organ} navigation={[]}>
    <SignInPage title={looks().title} />
  </Shell>
);

export const OversightApp = () => <Application frame={Frame} signIn={SignIn} pages={pages} />;
