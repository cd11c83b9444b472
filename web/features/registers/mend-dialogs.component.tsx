import { Show, createSignal, untrack } from 'solid-js';
import type { EntryDetail, EntryMoved } from '#schema/contracts/registers.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import { FormFields } from '#web/features/forms/renderer/form-fields.component.tsx';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { createLocalForm, partOf } from './local-form.ts';

type Made = EntryMoved & { made?: string };
type Props = {
  open: boolean;
  found: EntryDetail;
  onClose: () => void;
  onDone: (made: string | undefined) => void;
};

const pathOf = ({ summary }: EntryDetail) => `/api/registers/entries/${summary.id}`;
const versionOf = ({ summary }: EntryDetail) => `"${summary.version}"`;

const Refused = (props: { problem: ProblemError | undefined }) => (
  <>
    <Refusal problem={props.problem} />
    <Show when={props.problem}>{(problem) => <ErrorSummary errors={[...problem().errors]} />}</Show>
  </>
);

const EditForm = (props: Props) => {
  const edit = createCommand<{ answers: Answers }, Made>((body) => ({
    method: 'PATCH',
    path: pathOf(props.found),
    ifMatch: versionOf(props.found),
    body,
  }));
  const form = untrack(() => {
    const { register, answers, evidence, masked } = props.found;
    const shown = register.recordFields.filter((key) => !masked.includes(key));
    return createLocalForm(partOf(register.form, shown, false), answers, evidence);
  });
  const send = async () => {
    const answers = form.collect();
    if (answers === undefined) return;
    const answer = await edit.attempt({ answers: answers as Answers });
    if (answer) props.onDone(undefined);
  };
  return (
    <div class="stack">
      <Refused problem={edit.problem()} />
      <FormFields model={form.model} />
      <div class="row">
        <Button kind="primary" busy={edit.isBusy()} onClick={() => void send()}>
          {t('registers.save')}
        </Button>
      </div>
    </div>
  );
};

/** 修改登记内容: by whoever recorded it, until handling begins. */
export const EditDialog = (props: Props) => (
  <Dialog open={props.open} title={t('registers.edit')} onClose={() => props.onClose()}>
    <EditForm {...props} />
  </Dialog>
);

const SourceForm = (props: Props) => {
  const [channel, setChannel] = createSignal('');
  const [number, setNumber] = createSignal('');
  const add = createCommand<{ channel: string; number?: string }, Made>((body) => ({
    method: 'POST',
    path: `${pathOf(props.found)}/sources`,
    ifMatch: versionOf(props.found),
    body,
  }));
  const send = async () => {
    const named = number().trim();
    const answer = await add.attempt({
      channel: channel(),
      ...(named === '' ? {} : { number: named }),
    });
    if (answer) props.onDone(undefined);
  };
  return (
    <div class="stack">
      <Refused problem={add.problem()} />
      <Select
        name="channel"
        label={t('registers.record-source')}
        required
        options={props.found.register.channels.map(({ key, label }) => ({
          value: key,
          label: localText(label),
        }))}
        value={channel()}
        onChange={setChannel}
      />
      <TextField
        name="number"
        label={t('registers.record-number')}
        value={number()}
        onInput={setNumber}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={add.isBusy()}
          disabled={channel() === ''}
          onClick={() => void send()}
        >
          {t('registers.confirm')}
        </Button>
      </div>
    </div>
  );
};

/** 补记来源: the same problem from another channel, with the number it has there. */
export const SourceDialog = (props: Props) => (
  <Dialog open={props.open} title={t('registers.add-source')} onClose={() => props.onClose()}>
    <SourceForm {...props} />
  </Dialog>
);

const SplitForm = (props: Props) => {
  const split = createCommand<{ answers: Answers; reason: string }, Made>((body) => ({
    method: 'POST',
    path: `${pathOf(props.found)}/parts`,
    ifMatch: versionOf(props.found),
    body,
  }));
  const form = untrack(() => {
    const { register } = props.found;
    return createLocalForm(partOf(register.form, register.recordFields, false), {});
  });
  const send = async (reason: string) => {
    const answers = form.collect();
    if (answers === undefined) return;
    const answer = await split.attempt({ answers: answers as Answers, reason });
    if (answer) props.onDone(answer.data.made);
  };
  return (
    <div class="stack">
      <p>{t('registers.split-words')}</p>
      <Refused problem={split.problem()} />
      <FormFields model={form.model} />
      <ReasonedAct
        name="split-reason"
        label={t('registers.step-reason')}
        act={t('registers.confirm')}
        busy={split.isBusy()}
        onAct={(reason) => void send(reason)}
      />
    </div>
  );
};

/** 拆分: a part becomes an entry of its own, with the sources and the first day of the whole. */
export const SplitDialog = (props: Props) => (
  <Dialog open={props.open} title={t('registers.split')} onClose={() => props.onClose()}>
    <SplitForm {...props} />
  </Dialog>
);
