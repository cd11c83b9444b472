import { Show, createSignal } from 'solid-js';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { TextKey } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import type { ButtonKind } from '#web/ui/button.component.tsx';
import { Confirm, Dialog } from '#web/ui/dialog.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { seen, useRequestsChanged } from './requests.queries.ts';

/** One act under the version on the screen; afterwards everything is read anew. */
export const createAct = (target: () => { path: string; version: number }) => {
  const changed = useRequestsChanged();
  const command = createCommand<object, unknown>((body) => ({
    method: 'POST',
    path: target().path,
    ifMatch: seen(target().version),
    body,
  }));
  const send = async (body: object, done: TextKey): Promise<boolean> => {
    const answer = await command.attempt(body);
    // Somebody was faster: what is there now is shown, and the person decides anew.
    if (!answer && command.problem()?.status === 412) await changed();
    if (!answer) return false;
    announce(t(done));
    await changed();
    return true;
  };
  return { command, send };
};

type ActProps = {
  path: string;
  version: number;
  label: string;
  done: TextKey;
  kind?: ButtonKind | undefined;
  small?: boolean | undefined;
};

/** Done at once, or after what follows from it was read. */
export const ActButton = (props: ActProps & { consequence?: string | undefined }) => {
  const [isAsking, setAsking] = createSignal(false);
  const act = createAct(() => ({ path: props.path, version: props.version }));
  const send = async () => {
    if (await act.send({}, props.done)) setAsking(false);
  };
  const start = () => {
    act.command.reset();
    if (props.consequence === undefined) void send();
    else setAsking(true);
  };
  return (
    <>
      <Button kind={props.kind} small={props.small} busy={act.command.isBusy()} onClick={start}>
        {props.label}
      </Button>
      <Show when={!isAsking()}>
        <Refusal withFields problem={act.command.problem()} />
      </Show>
      <Confirm
        open={isAsking()}
        title={props.label}
        act={props.label}
        busy={act.command.isBusy()}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <p>{props.consequence}</p>
        <Refusal withFields problem={act.command.problem()} />
      </Confirm>
    </>
  );
};

type ReasonedProps = ActProps & { words: string; body?: object | undefined; aside?: string };

/** An act that goes on record with its reason. */
export const ReasonedButton = (props: ReasonedProps) => {
  const [isOpen, setOpen] = createSignal(false);
  const act = createAct(() => ({ path: props.path, version: props.version }));
  const send = async (reason: string) => {
    if (await act.send({ ...props.body, reason }, props.done)) setOpen(false);
  };
  return (
    <>
      <Button kind={props.kind} small={props.small} onClick={() => setOpen(true)}>
        {props.label}
        <Show when={props.aside}>
          {(aside) => <span class="visually-hidden">：{aside()}</span>}
        </Show>
      </Button>
      <Dialog
        open={isOpen()}
        title={props.aside ? `${props.label}：${props.aside}` : props.label}
        onClose={() => setOpen(false)}
      >
        <div class="stack">
          <p>{props.words}</p>
          <Refusal withFields problem={act.command.problem()} />
          <ReasonedAct
            name="reason"
            label={t('requests.reason')}
            act={props.label}
            kind={props.kind === 'danger' ? 'danger' : 'primary'}
            busy={act.command.isBusy()}
            onAct={(reason) => void send(reason)}
          />
        </div>
      </Dialog>
    </>
  );
};
