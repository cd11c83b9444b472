import { Show, createSignal, untrack } from 'solid-js';
import type { EntryDetail, EntryMoved, MoveView, TakeStep } from '#schema/contracts/registers.ts';
import { FormFields } from '#web/features/forms/renderer/form-fields.component.tsx';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { numberWords } from './entry.presenter.ts';
import { createLocalForm, partOf } from './local-form.ts';
import { useSiblings } from './registers.queries.ts';

type Props = {
  found: EntryDetail;
  move: MoveView;
  onClose: () => void;
  onTaken: (move: MoveView) => void;
};

/** What one step asks for, and sending it for the version that is on the screen. */
const createStep = (found: EntryDetail, move: MoveView) => {
  const [reason, setReason] = createSignal('');
  const [ticks, setTicks] = createSignal<readonly string[]>([]);
  const [into, setInto] = createSignal('');
  const part = partOf(found.register.form, move.fields, true);
  const form =
    part.fields.length === 0 ? undefined : createLocalForm(part, found.answers, found.evidence);
  const command = createCommand<TakeStep, EntryMoved>((body) => ({
    method: 'POST',
    path: `/api/registers/entries/${found.summary.id}/steps`,
    ifMatch: `"${found.summary.version}"`,
    body,
  }));
  const isReady = () =>
    (!move.reason || reason().trim().length > 0) &&
    ticks().length === move.ticks.length &&
    (!move.merges || into() !== '');
  const send = async (): Promise<boolean> => {
    const answers = form?.collect();
    if (form !== undefined && answers === undefined) return false;
    const given = Object.entries(answers ?? {}).filter(([key]) => move.fields.includes(key));
    const answer = await command.attempt({
      transition: move.key,
      ...(move.reason ? { reason: reason().trim() } : {}),
      ...(move.ticks.length > 0 ? { ticks: [...ticks()] } : {}),
      ...(given.length > 0 ? { answers: Object.fromEntries(given) as TakeStep['answers'] } : {}),
      ...(move.merges ? { into: into() } : {}),
    });
    return answer !== undefined;
  };
  return { reason, setReason, ticks, setTicks, into, setInto, form, command, isReady, send };
};

type Step = ReturnType<typeof createStep>;

const Into = (props: { found: EntryDetail; step: Step }) => {
  const siblings = useSiblings(() => ({
    register: props.found.register.key,
    organization: props.found.summary.organizationId,
  }));
  const options = () =>
    (dataOf(siblings)?.rows ?? [])
      .filter(({ id }) => id !== props.found.summary.id)
      .map((each) => ({ value: each.id, label: `${numberWords(each)}　${localText(each.title)}` }));
  return (
    <Select
      name="into"
      label={t('registers.step-into')}
      hint={t('registers.step-into-hint')}
      required
      options={options()}
      value={props.step.into()}
      onChange={props.step.setInto}
    />
  );
};

const StepForm = (props: Props) => {
  const step = untrack(() => createStep(props.found, props.move));
  const send = async () => {
    if (await step.send()) props.onTaken(props.move);
  };
  return (
    <div class="stack">
      <Refusal withFields problem={step.command.problem()} stale={t('registers.reload')} />
      <Show when={step.form}>{(form) => <FormFields model={form().model} />}</Show>
      <Show when={props.move.ticks.length > 0}>
        <CheckboxGroup
          name="ticks"
          label={t('registers.step-ticks')}
          options={props.move.ticks.map(({ key, title }) => ({
            value: key,
            label: localText(title),
          }))}
          values={[...step.ticks()]}
          onChange={step.setTicks}
        />
      </Show>
      <Show when={props.move.merges}>
        <Into found={props.found} step={step} />
      </Show>
      <Show when={props.move.reason}>
        <TextArea
          name="reason"
          label={t('registers.step-reason')}
          required
          rows={3}
          value={step.reason()}
          onInput={step.setReason}
        />
      </Show>
      <div class="row">
        <Button
          kind="primary"
          busy={step.command.isBusy()}
          disabled={!step.isReady()}
          onClick={() => void send()}
        >
          {t('registers.confirm')}
        </Button>
      </div>
    </div>
  );
};

/** One step, in words, with everything it needs on one sheet. */
export const StepDialog = (props: Omit<Props, 'move'> & { move: MoveView | undefined }) => (
  <Dialog
    open={props.move !== undefined}
    title={localText(props.move?.title)}
    onClose={() => props.onClose()}
  >
    <Show when={props.move} keyed>
      {(move) => (
        <StepForm
          found={props.found}
          move={move}
          onClose={() => props.onClose()}
          onTaken={(taken) => props.onTaken(taken)}
        />
      )}
    </Show>
  </Dialog>
);
