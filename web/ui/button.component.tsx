import { A } from '@solidjs/router';
import { Show, splitProps } from 'solid-js';
import type { JSX } from 'solid-js';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

type Look = { kind?: ButtonKind | undefined; small?: boolean | undefined };

const classOf = (look: Look) =>
  `button button-${look.kind ?? 'secondary'}${look.small ? ' button-small' : ''}`;

type ButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class'> &
  Look & {
    /** The command is on its way; a second click does nothing and the button keeps the focus. */
    busy?: boolean | undefined;
    onClick?: ((event: MouseEvent) => void) | undefined;
  };

export const Button = (props: ButtonProps) => {
  const [own, rest] = splitProps(props, ['kind', 'small', 'busy', 'onClick', 'type', 'children']);
  const click = (event: MouseEvent) => {
    if (own.busy) event.preventDefault();
    else own.onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={classOf(own)}
      aria-busy={own.busy ? 'true' : undefined}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={click}
    >
      {own.children}
    </button>
  );
};

type LinkButtonProps = Look & {
  href: string;
  /** An address outside the application's own pages: a download, a paper, another host. */
  external?: boolean | undefined;
  download?: string | boolean | undefined;
  children: JSX.Element;
};

export const LinkButton = (props: LinkButtonProps) => (
  <Show
    when={props.external || props.download !== undefined}
    fallback={
      <A class={classOf(props)} href={props.href}>
        {props.children}
      </A>
    }
  >
    <a
      class={classOf(props)}
      href={props.href}
      download={props.download === true ? '' : props.download || undefined}
      rel="external"
    >
      {props.children}
    </a>
  </Show>
);
