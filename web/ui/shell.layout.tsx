import { A, useLocation } from '@solidjs/router';
import { For, Show, createEffect, on, onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { locale, setLocale, t } from '#web/shared/i18n.ts';
import { Button } from './button.component.tsx';
import { Emblem, Motif } from './emblem.component.tsx';
import type { MotifName } from './emblem.component.tsx';
import { keepFocus } from './focus-keeper.ts';
import { LiveRegion } from './toast.component.tsx';

export type NavigationItem = { href: string; label: string; exact?: boolean };

export type FooterDuties = {
  sponsor?: string | undefined;
  organizer?: string | undefined;
  address?: string | undefined;
  postcode?: string | undefined;
  icp?: string | undefined;
  publicSecurity?: string | undefined;
  siteId?: string | undefined;
  phone?: string | undefined;
};

export type ShellAccount = {
  name: string;
  facts: readonly string[];
  handoversHref?: string | undefined;
  onChangePassword?: (() => void) | undefined;
  onSignOut: () => void;
};

export type ShellProps = {
  /** Above the title; left out where the title is the organ itself. */
  organ?: string | undefined;
  title: string;
  /** One or two characters. */
  mark: string;
  /** The commission's own picture in place of the mark, by its hash. */
  emblem?: string | undefined;
  motif?: MotifName | undefined;
  navigation: readonly NavigationItem[];
  /** Stands in the head before the account. */
  tools?: JSX.Element;
  account?: ShellAccount | undefined;
  footer?: FooterDuties | undefined;
  feedbackHref?: string | undefined;
  /** Tables of the console need the width. */
  wide?: boolean | undefined;
  /** A line across the page: no network, unsent changes. */
  banner?: JSX.Element;
  children: JSX.Element;
};

const LanguageSwitch = () => (
  <Button
    kind="quiet"
    small
    lang={locale() === 'en' ? 'zh-CN' : 'en'}
    onClick={() => void setLocale(locale() === 'en' ? 'zh-CN' : 'en')}
  >
    {t('shell.other-language')}
  </Button>
);

const closePanel = (element: HTMLElement) => element.closest('details')?.removeAttribute('open');

const AccountMenu = (props: { account: ShellAccount }) => (
  <details
    class="account"
    onKeyDown={(event) => {
      if (event.key === 'Escape') closePanel(event.currentTarget);
    }}
    onFocusOut={(event) => {
      const next = event.relatedTarget;
      if (next instanceof Node && !event.currentTarget.contains(next))
        closePanel(event.currentTarget);
    }}
  >
    <summary>
      <span class="visually-hidden">{t('shell.account')}</span>
      {props.account.name}
    </summary>
    <div class="account-panel">
      <ul class="account-facts small soft">
        <For each={props.account.facts}>{(fact) => <li>{fact}</li>}</For>
      </ul>
      <Show when={props.account.handoversHref}>
        {(href) => (
          <A
            class="button button-quiet button-small"
            href={href()}
            onClick={(event) => closePanel(event.currentTarget)}
          >
            {t('shell.handovers')}
          </A>
        )}
      </Show>
      <Show when={props.account.onChangePassword}>
        {(change) => (
          <Button
            small
            kind="quiet"
            onClick={(event: MouseEvent) => {
              if (event.currentTarget instanceof HTMLElement) closePanel(event.currentTarget);
              change()();
            }}
          >
            {t('passwords.title')}
          </Button>
        )}
      </Show>
      <Button small kind="quiet" onClick={() => props.account.onSignOut()}>
        {t('shell.sign-out')}
      </Button>
    </div>
  </details>
);

/** What stands at the left of every head: emblem, organ, title. */
export const MastheadSigns = (props: Pick<ShellProps, 'organ' | 'title' | 'mark' | 'emblem'>) => (
  <>
    <Emblem mark={props.mark} picture={props.emblem} />
    <span>
      <Show when={props.organ}>
        <span class="masthead-organ">{props.organ}</span>
      </Show>
      <span class="masthead-title">{props.title}</span>
    </span>
  </>
);

const Masthead = (props: ShellProps) => (
  <header class="masthead">
    <Motif name={props.motif ?? 'rule'} />
    <div class="shell-inner masthead-row">
      <A class="masthead-home" href="/">
        <MastheadSigns
          organ={props.organ}
          title={props.title}
          mark={props.mark}
          emblem={props.emblem}
        />
      </A>
      <div class="masthead-tools">
        <LanguageSwitch />
        {props.tools}
        <Show when={props.account}>{(account) => <AccountMenu account={account()} />}</Show>
      </div>
    </div>
  </header>
);

/** On a narrow screen the row of sections is longer than the screen: where one is comes into view. */
const keepCurrentInView = (list: HTMLElement): void => {
  const location = useLocation();
  createEffect(
    on(
      () => location.pathname,
      () => {
        const current = list.querySelector<HTMLElement>('[aria-current="page"]');
        if (current) list.scrollLeft = current.offsetLeft - list.offsetLeft;
      },
    ),
  );
};

const Navigation = (props: { items: readonly NavigationItem[] }) => (
  <nav class="navigation" aria-label={t('shell.navigation')}>
    <div class="shell-inner">
      <ul ref={keepCurrentInView}>
        <For each={props.items}>
          {(item) => (
            <li>
              <A href={item.href} end={item.exact}>
                {item.label}
              </A>
            </li>
          )}
        </For>
      </ul>
    </div>
  </nav>
);

/** Who answers for the site, as every page says it below. */
export const Footer = (props: { duties: FooterDuties; feedbackHref?: string | undefined }) => (
  <footer class="footer">
    <div class="shell-inner">
      <ul>
        <Show when={props.duties.sponsor}>
          {(name) => <li>{t('shell.sponsor', { name: name() })}</li>}
        </Show>
        <Show when={props.duties.organizer}>
          {(name) => <li>{t('shell.organizer', { name: name() })}</li>}
        </Show>
        <Show when={props.duties.address}>
          {(address) => <li>{t('shell.address', { address: address() })}</li>}
        </Show>
        <Show when={props.duties.postcode}>
          {(postcode) => <li>{t('shell.postcode', { postcode: postcode() })}</li>}
        </Show>
        <Show when={props.duties.phone}>
          {(phone) => <li>{t('shell.phone', { phone: phone() })}</li>}
        </Show>
        <Show when={props.duties.icp}>
          {(icp) => (
            <li>
              <a href="https://beian.miit.gov.cn/" rel="external noopener">
                {icp()}
              </a>
            </li>
          )}
        </Show>
        <Show when={props.duties.publicSecurity}>{(number) => <li>{number()}</li>}</Show>
        <Show when={props.duties.siteId}>
          {(id) => <li>{t('shell.site-id', { id: id() })}</li>}
        </Show>
        <Show when={props.feedbackHref}>
          {(href) => (
            <li>
              <A href={href()}>{t('shell.feedback')}</A>
            </li>
          )}
        </Show>
      </ul>
      <p class="footer-secrecy">{t('shell.secrecy')}</p>
    </div>
  </footer>
);

export const SkipLink = () => (
  <a
    class="skip-link"
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }}
  >
    {t('shell.skip-to-content')}
  </a>
);

/** The frame around every page of an application. */
export const Shell = (props: ShellProps) => {
  onMount(() => onCleanup(keepFocus()));
  return (
    <div class={`shell${props.wide ? ' shell-wide' : ''}`}>
      <SkipLink />
      <Masthead {...props} />
      <Show when={props.navigation.length > 0}>
        <Navigation items={props.navigation} />
      </Show>
      <Show when={props.banner}>
        <div class="connection" role="status">
          <div class="shell-inner">{props.banner}</div>
        </div>
      </Show>
      <main class="main shell-inner" id="main" tabindex="-1">
        {props.children}
      </main>
      <Footer duties={props.footer ?? {}} feedbackHref={props.feedbackHref} />
      <LiveRegion />
    </div>
  );
};
