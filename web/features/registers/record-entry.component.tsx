import { useNavigate } from '@solidjs/router';
import { Show, createSignal, untrack } from 'solid-js';
import type { EntryMoved, RecordEntry, RegisterView } from '#schema/contracts/registers.ts';
import { FormFields } from '#web/features/forms/renderer/form-fields.component.tsx';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { BottomBar, DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { SecrecyNotice } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createLocalForm, partOf } from './local-form.ts';
import { useEntries, useRegistersChanged } from './registers.queries.ts';

export type UnitChoice = { readonly id: string; readonly name: string };

/** What is put on record beside the form: the unit, where it came from. */
const createRecord = (register: RegisterView, units: readonly UnitChoice[]) => {
  const [unit, setUnit] = createSignal(units.length === 1 ? (units[0]?.id ?? '') : '');
  const [channel, setChannel] = createSignal('');
  const [number, setNumber] = createSignal('');
  const form = createLocalForm(partOf(register.form, register.recordFields, false), {});
  const command = createCommand<RecordEntry, EntryMoved>((body) => ({
    method: 'POST',
    path: '/api/registers/entries',
    body,
  }));
  const sources = () => {
    const source = { channel: channel(), ...(number().trim() ? { number: number().trim() } : {}) };
    return channel() === '' ? [] : [source];
  };
  const send = async (): Promise<EntryMoved | undefined> => {
    const answers = form.collect();
    if (answers === undefined || unit() === '') return undefined;
    const body = {
      register: register.key,
      organizationId: unit(),
      answers: answers as RecordEntry['answers'],
      sources: sources(),
    };
    return (await command.attempt(body))?.data;
  };
  return { unit, setUnit, channel, setChannel, number, setNumber, form, command, send };
};

type Recording = ReturnType<typeof createRecord>;

const Head = (props: {
  register: RegisterView;
  units: readonly UnitChoice[];
  recording: Recording;
}) => (
  <>
    <Show when={props.units.length !== 1}>
      <Select
        name="unit"
        label={t('registers.record-unit')}
        required
        options={props.units.map(({ id, name }) => ({ value: id, label: name }))}
        value={props.recording.unit()}
        onChange={props.recording.setUnit}
      />
    </Show>
    <Show when={props.register.channels.length > 0}>
      <Select
        name="channel"
        label={t('registers.record-source')}
        options={props.register.channels.map(({ key, label }) => ({
          value: key,
          label: localText(label),
        }))}
        value={props.recording.channel()}
        onChange={props.recording.setChannel}
      />
      <TextField
        name="number"
        label={t('registers.record-number')}
        value={props.recording.number()}
        onInput={props.recording.setNumber}
      />
    </Show>
  </>
);

const RecordForm = (props: { register: RegisterView; units: readonly UnitChoice[] }) => {
  const navigate = useNavigate();
  const changed = useRegistersChanged();
  const recording = untrack(() => createRecord(props.register, props.units));
  const noun = () => localText(props.register.noun);
  const send = async () => {
    const made = await recording.send();
    if (made === undefined) return;
    announce(t('registers.record-done'), 'done');
    await changed();
    navigate(`/entries/${made.id}`);
  };
  return (
    <>
      <DocumentBar title={props.register.campaignTitle} />
      <PageHeader
        title={t('registers.record', { noun: noun() })}
        breadcrumb={[
          { label: t('registers.title'), href: '/registers' },
          { label: localText(props.register.title), href: `/registers/${props.register.key}` },
          { label: t('registers.record', { noun: noun() }) },
        ]}
      />
      <SecrecyNotice />
      <Refusal problem={recording.command.problem()} />
      <ErrorSummary errors={[...recording.command.errors()]} />
      <form class="form" onSubmit={(event) => event.preventDefault()}>
        <Head register={props.register} units={props.units} recording={recording} />
        <FormFields model={recording.form.model} />
      </form>
      <BottomBar>
        <Button
          kind="primary"
          busy={recording.command.isBusy()}
          disabled={recording.unit() === ''}
          onClick={() => void send()}
        >
          {t('registers.record', { noun: noun() })}
        </Button>
      </BottomBar>
    </>
  );
};

/** 登记: a unit its own, or the office one of a unit in its range. */
export const EntryRecord = (props: { register: string; units: readonly UnitChoice[] }) => {
  const entries = useEntries(
    () => props.register,
    () => ({}),
  );
  return (
    <QueryView query={entries}>
      {(found) => (
        <Show when={found().pages[0]}>
          {(first) => <RecordForm register={first().register} units={props.units} />}
        </Show>
      )}
    </QueryView>
  );
};
