import type { JSX } from 'solid-js';
import { Show, Suspense, createSignal } from 'solid-js';
import { SheetChoice } from '#web/features/campaign-plan/sheet-choice.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';

type Props = {
  title: string;
  hint: string;
  /** 加入 12 项 */
  act: string;
  good: number;
  bad: number;
  text: string;
  onText: (text: string) => void;
  onTake: () => void;
  onClose: () => void;
  /** What is wrong with the table as a whole. */
  notice?: JSX.Element;
  /** The rows as they were understood. */
  children: JSX.Element;
};

/** Rows from a spreadsheet: pasted or chosen, looked at, and taken in one act that can be undone. */
export const PasteSheet = (props: Props) => (
  <Dialog
    open
    wide
    title={props.title}
    onClose={() => props.onClose()}
    footer={
      <>
        <Button onClick={() => props.onClose()}>{t('acts.cancel')}</Button>
        <Button kind="primary" disabled={props.good === 0} onClick={() => props.onTake()}>
          {props.act}
        </Button>
      </>
    }
  >
    <div class="stack">
      <TextArea
        name="rows"
        label={t('plan.rows-text')}
        hint={props.hint}
        rows={6}
        value={props.text}
        onInput={(text) => props.onText(text)}
      />
      <SheetChoice onText={(text) => props.onText(text)} />
      {props.notice}
      <Show when={props.good + props.bad > 0}>
        <p role="status">{t('plan.rows-count', { good: props.good, bad: props.bad })}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-label={t('editors.rows-preview')}>
          {props.children}
        </div>
      </Show>
    </div>
  </Dialog>
);

/** A button, and the dialog behind it as long as it is open. */
export const PasteButton = (props: {
  label: string;
  dialog: (close: () => void) => JSX.Element;
}) => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Suspense>
        <Show when={isOpen()}>{props.dialog(() => setOpen(false))}</Show>
      </Suspense>
    </>
  );
};
