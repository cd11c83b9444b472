import { Show, createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { TextKey } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import type { ButtonKind } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { seen, useBulletinsChanged } from './bulletins.queries.ts';

type Target = { path: string; version: number; method?: 'POST' | 'PUT' | 'DELETE' };

/** One act under the version on the screen; afterwards everything is read anew. */
export const createAct = (target: () => Target) => {
  const changed = useBulletinsChanged();
  const command = createCommand<object, unknown>((body) => ({
    method: target().method ?? 'POST',
    path: target().path,
    ifMatch: seen(target().version),
    body,
  }));
  const send = async (body: object, done?: TextKey): Promise<boolean> => {
    const answer = await command.attempt(body);
    if (!answer && command.problem()?.status === 412) await changed();
    if (!answer) return false;
    if (done !== undefined) announce(t(done));
    await changed();
    return true;
  };
  return { command, send };
};

/** An act with what it asks for, in a dialog of its own. */
export const ActDialog = (props: {
  label: string;
  target: Target;
  done: TextKey;
  kind?: ButtonKind;
  wide?: boolean;
  body: () => object;
  isReady?: () => boolean;
  children?: JSX.Element;
}) => {
  const [isOpen, setOpen] = createSignal(false);
  const act = createAct(() => props.target);
  const send = async () => {
    if (await act.send(props.body(), props.done)) setOpen(false);
  };
  return (
    <>
      <Button kind={props.kind} onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Dialog
        wide={props.wide}
        open={isOpen()}
        title={props.label}
        onClose={() => setOpen(false)}
        footer={
          <Button
            kind="primary"
            busy={act.command.isBusy()}
            disabled={!(props.isReady?.() ?? true)}
            onClick={() => void send()}
          >
            {props.label}
          </Button>
        }
      >
        <div class="stack">
          <Refusal withFields problem={act.command.problem()} />
          <Show when={isOpen()}>{props.children}</Show>
        </div>
      </Dialog>
    </>
  );
};
