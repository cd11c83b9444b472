import { Router } from '@solidjs/router';
import type { RouteDefinition, RouteSectionProps } from '@solidjs/router';
import { QueryClientProvider } from '@tanstack/solid-query';
import { ErrorBoundary, Suspense } from 'solid-js';
import type { Component, JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { loadWords, restoreLocale, t } from '#web/shared/i18n.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Empty, Loading } from '#web/ui/state.component.tsx';
import { RequireSession } from './require-session.component.tsx';

const PageMissing = () => (
  <Empty title={t('shell.page-missing-title')} next={t('shell.page-missing-words')} />
);

const PageBroken = () => (
  <Empty
    title={t('shell.page-broken-title')}
    next={t('shell.page-broken-words')}
    actions={<Button onClick={() => location.reload()}>{t('shell.reload')}</Button>}
  />
);

/** Inside the frame, so that navigation stays when a page is on its way or broken. */
const PageArea = (props: { children: JSX.Element }) => (
  <ErrorBoundary
    fallback={(error: unknown) => {
      if ('reportError' in window) window.reportError(error);
      return <PageBroken />;
    }}
  >
    <Suspense fallback={<Loading />}>{props.children}</Suspense>
  </ErrorBoundary>
);

type FrameComponent = Component<{ children: JSX.Element }>;

type ApplicationProps = {
  /** Where the application lives on its host: '' or '/console'. */
  base?: string | undefined;
  /** The frame for signed-in people; it may use the session. */
  frame: FrameComponent;
  /** The sign-in page in its own frame. */
  signIn: Component;
  pages: readonly RouteDefinition[];
  /** Pages that anybody may open, each with its own frame. */
  open?: readonly RouteDefinition[] | undefined;
};

/** Routing, queries, session and frame of one application. */
export const Application = (props: ApplicationProps) => {
  const client = createQueryClient();
  const signedIn = (section: RouteSectionProps) => (
    <RequireSession>
      <props.frame>
        <PageArea>{section.children}</PageArea>
      </props.frame>
    </RequireSession>
  );
  const root = (section: RouteSectionProps) => (
    <Suspense fallback={<Loading />}>{section.children}</Suspense>
  );
  const routes = (): RouteDefinition[] => [
    { path: '/sign-in', component: props.signIn },
    ...(props.open ?? []),
    {
      path: '/',
      component: signedIn,
      children: [...props.pages, { path: '*rest', component: PageMissing }],
    },
  ];
  return (
    <QueryClientProvider client={client}>
      <Router base={props.base ?? ''} root={root}>
        {routes()}
      </Router>
    </QueryClientProvider>
  );
};

/** Starts the application in the page once the words are there, with those that only it speaks. */
export const startApplication = async (
  application: () => JSX.Element,
  ownWords?: Parameters<typeof loadWords>[0],
): Promise<void> => {
  await Promise.all([restoreLocale(), ownWords && loadWords(ownWords)]);
  const place = document.getElementById('app');
  if (!place) return;
  place.textContent = '';
  render(application, place);
};
