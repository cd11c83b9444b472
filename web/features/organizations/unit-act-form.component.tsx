import { Show, createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createUnitAct, useUnitsChanged } from './unit-acts.queries.ts';
import type { UnitVerb } from './unit-acts.queries.ts';

type ActFormProps = {
  unit: OrganizationDetail;
  verb: UnitVerb;
  /** The deciding word of the button. */
  act: string;
  danger?: boolean | undefined;
  /** What the act says beside day and reason; nothing while it is not complete. */
  body: () => object | undefined;
  withoutDay?: boolean | undefined;
  onDone: () => void;
  children?: JSX.Element;
};

/** Any act on a unit: its own fields, from which day, why. */
export const ActForm = (props: ActFormProps) => {
  const [on, setOn] = createSignal('');
  const [reason, setReason] = createSignal('');
  const command = createUnitAct(() => props.unit);
  const changed = useUnitsChanged();
  const isComplete = () =>
    props.body() !== undefined && reason().trim().length >= 2 && (props.withoutDay || on() !== '');
  const submit = async () => {
    const day = props.withoutDay ? {} : { on: on() };
    const body = { ...props.body(), ...day, reason: reason().trim() };
    if (!(await command.attempt({ verb: props.verb, body }))) return;
    announce(t('units.act-done'), 'done');
    props.onDone();
    await changed();
  };
  return (
    <div class="stack form">
      <Refusal problem={command.problem()} withFields stale={t('units.act-stale')} />
      {props.children}
      <Show when={!props.withoutDay}>
        <DateField name="on" label={t('units.act-on')} required value={on()} onInput={setOn} />
      </Show>
      <TextField
        name="reason"
        label={t('units.act-reason')}
        hint={t('units.act-reason-hint')}
        required
        maxLength={200}
        value={reason()}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind={props.danger ? 'danger' : 'primary'}
          busy={command.isBusy()}
          disabled={!isComplete()}
          onClick={() => void submit()}
        >
          {props.act}
        </Button>
      </div>
    </div>
  );
};
