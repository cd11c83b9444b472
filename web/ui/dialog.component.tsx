import { Show, createEffect, createUniqueId, on, onCleanup } from 'solid-js';
import type { JSX } from 'solid-js';
import { Portal } from 'solid-js/web';
import { t } from '#web/shared/i18n.ts';
import { Button } from './button.component.tsx';
import { giveFocusBack, rememberOpener } from './focus-trail.ts';

type DialogProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  children: JSX.Element;
  /** Buttons, the deciding one last. */
  footer?: JSX.Element;
  wide?: boolean | undefined;
  role?: 'dialog' | 'alertdialog' | undefined;
};

const show = (element: HTMLDialogElement) => {
  if (element.open) return;
  rememberOpener(element);
  // Engines without a modal dialog show it in place; it stays usable.
  if (typeof element.showModal === 'function') element.showModal();
  else element.setAttribute('open', '');
};

const hide = (element: HTMLDialogElement) => {
  if (!element.open) return;
  if (typeof element.close === 'function') element.close();
  else element.removeAttribute('open');
  giveFocusBack(element);
};

/**
 * The browser's own modal: it keeps the focus inside and closes on Escape. Closed or taken away, it
 * gives the focus back to what opened it, or to what stood nearest. It stands beside the page: a
 * page that reads anew may leave the document for a moment, and a modal that leaves with it comes
 * back as a plain box over the page.
 */
export const Dialog = (props: DialogProps) => {
  let element: HTMLDialogElement | undefined;
  const id = createUniqueId();
  createEffect(
    on(
      () => props.open,
      (isOpen) => {
        if (element) (isOpen ? show : hide)(element);
      },
    ),
  );
  onCleanup(() => {
    if (element) hide(element);
  });
  const cancel = (event: Event) => {
    event.preventDefault();
    props.onClose();
  };
  return (
    <Portal>
      <dialog
        ref={(created) => (element = created)}
        class={`dialog${props.wide ? ' dialog-wide' : ''}`}
        role={props.role}
        aria-labelledby={`dialog-${id}`}
        on:cancel={cancel}
      >
        <Show when={props.open}>
          <div class="dialog-head">
            <h2 id={`dialog-${id}`}>{props.title}</h2>
            <Button kind="quiet" small onClick={() => props.onClose()}>
              {t('acts.close')}
            </Button>
          </div>
          <div class="dialog-body">{props.children}</div>
          <Show when={props.footer}>
            <div class="dialog-foot">{props.footer}</div>
          </Show>
        </Show>
      </dialog>
    </Portal>
  );
};

type ConfirmProps = {
  open: boolean;
  title: string;
  /** What would be lost or sent, in words. */
  children: JSX.Element;
  /** The act itself: 「报送」, never 「确定」 where a verb fits. */
  act: string;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  onConfirm: () => void;
  onCancel: () => void;
};

export const Confirm = (props: ConfirmProps) => (
  <Dialog
    role="alertdialog"
    open={props.open}
    title={props.title}
    onClose={() => props.onCancel()}
    footer={
      <>
        <Button onClick={() => props.onCancel()}>{t('acts.cancel')}</Button>
        <Button
          kind={props.danger ? 'danger' : 'primary'}
          busy={props.busy}
          disabled={props.disabled}
          onClick={() => props.onConfirm()}
        >
          {props.act}
        </Button>
      </>
    }
  >
    {props.children}
  </Dialog>
);
