import { Show, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from './button.component.tsx';
import { Dialog } from './dialog.component.tsx';
import { announce } from './toast.component.tsx';

const copyByCommand = (text: string): boolean => {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.appendChild(area);
  area.select();
  const isDone = document.execCommand?.('copy') ?? false;
  area.remove();
  return isDone;
};

/** Plain http on an intranet has no clipboard interface; the old command still works there. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
};

type CopyTextButtonProps = {
  text: () => string;
  label?: string | undefined;
  kind?: 'primary' | 'secondary' | 'quiet' | undefined;
  small?: boolean | undefined;
};

export const CopyTextButton = (props: CopyTextButtonProps) => {
  const [leftover, setLeftover] = createSignal<string>();
  const copy = async () => {
    const text = props.text();
    if (await copyText(text)) announce(t('kit.copied'));
    else setLeftover(text);
  };
  return (
    <>
      <Button kind={props.kind} small={props.small} onClick={() => void copy()}>
        {props.label ?? t('kit.copy-as-text')}
      </Button>
      <Dialog
        open={leftover() !== undefined}
        title={t('kit.copy-failed')}
        onClose={() => setLeftover(undefined)}
      >
        <Show when={leftover()}>
          {(text) => (
            <textarea class="input" rows="8" readOnly aria-label={t('kit.copy-as-text')}>
              {text()}
            </textarea>
          )}
        </Show>
      </Dialog>
    </>
  );
};

export const PrintButton = (props: { label?: string; kind?: 'secondary' | 'quiet' }) => (
  <Button kind={props.kind} onClick={() => window.print()}>
    {props.label ?? t('kit.print')}
  </Button>
);
