import { createSignal } from 'solid-js';
import { Button } from './button.component.tsx';
import type { ButtonKind } from './button.component.tsx';
import { TextArea } from './text-field.component.tsx';

type ReasonedActProps = {
  name: string;
  label: string;
  act: string;
  kind?: ButtonKind | undefined;
  busy: boolean;
  onAct: (reason: string) => void;
};

/** An act that goes on record with its reason: it waits until one is given. */
export const ReasonedAct = (props: ReasonedActProps) => {
  const [reason, setReason] = createSignal('');
  return (
    <>
      <TextArea
        name={props.name}
        label={props.label}
        required
        rows={2}
        value={reason()}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind={props.kind ?? 'primary'}
          busy={props.busy}
          disabled={reason().trim().length < 2}
          onClick={() => props.onAct(reason().trim())}
        >
          {props.act}
        </Button>
      </div>
    </>
  );
};
