import { Show, createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { TextKey } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import type { ButtonKind } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { petitionPath, seen, usePetitionsChanged } from './petitions.queries.ts';

type Target = { id: string; version: number };

/** One act under the version on the screen; afterwards everything is read anew. */
export const createAct = (target: () => Target & { act: string }) => {
  const changed = usePetitionsChanged();
  const command = createCommand<object, unknown>((body) => ({
    method: 'POST',
    path: `${petitionPath(target().id)}/${target().act}`,
    ifMatch: seen(target().version),
    body,
  }));
  const send = async (body: object): Promise<boolean> => {
    const answer = await command.attempt(body);
    if (!answer && command.problem()?.status !== 412) return false;
    if (answer) announce(t('petitions.done'));
    await changed();
    return answer !== undefined;
  };
  return { command, send };
};

/** An act with its words, and whatever else it asks for. */
export const WordsAct = (props: {
  target: Target;
  act: string;
  label: string;
  wordsLabel: TextKey;
  field: 'text' | 'reason';
  kind?: ButtonKind;
  extra?: () => object;
  isReady?: () => boolean;
  children?: JSX.Element;
}) => {
  const [isOpen, setOpen] = createSignal(false);
  const [words, setWords] = createSignal('');
  const act = createAct(() => ({ ...props.target, act: props.act }));
  const send = async () => {
    const body = { [props.field]: words().trim(), ...props.extra?.() };
    if (await act.send(body)) setOpen(false);
  };
  const isReady = () => words().trim().length > 1 && (props.isReady?.() ?? true);
  return (
    <>
      <Button kind={props.kind} onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Dialog
        open={isOpen()}
        title={props.label}
        onClose={() => setOpen(false)}
        footer={
          <Button
            kind="primary"
            busy={act.command.isBusy()}
            disabled={!isReady()}
            onClick={() => void send()}
          >
            {props.label}
          </Button>
        }
      >
        <div class="stack">
          <Refusal withFields problem={act.command.problem()} />
          <TextArea
            name={props.field}
            label={t(props.wordsLabel)}
            required
            rows={4}
            value={words()}
            onInput={setWords}
          />
          <Show when={isOpen()}>{props.children}</Show>
        </div>
      </Dialog>
    </>
  );
};

/** An act that asks for nothing. */
export const PlainAct = (props: {
  target: Target;
  act: string;
  label: string;
  kind?: ButtonKind;
}) => {
  const act = createAct(() => ({ ...props.target, act: props.act }));
  return (
    <>
      <Button kind={props.kind} busy={act.command.isBusy()} onClick={() => void act.send({})}>
        {props.label}
      </Button>
      <Refusal withFields problem={act.command.problem()} />
    </>
  );
};
