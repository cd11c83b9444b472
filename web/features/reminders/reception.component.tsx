import { For, Show, createSignal } from 'solid-js';
import type { ContactKind, Reception } from '#schema/contracts/reminders.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { contactOf } from './contact-kinds.ts';
import {
  createContactEntry,
  createReceptionChoice,
  useReception,
  useRemindersChanged,
} from './reminders.queries.ts';

const Contact = (props: { kind: ContactKind; masked: string | undefined; onDone: () => void }) => {
  const [value, setValue] = createSignal('');
  const entry = createContactEntry();
  const save = async () => {
    if (!(await entry.attempt({ kind: props.kind, value: value() }))) return;
    setValue('');
    announce(t('reminders.contact-kept'), 'done');
    props.onDone();
  };
  return (
    <div class="stack-tight">
      <Refusal problem={entry.problem()} />
      <TextField
        name={`contact-${props.kind}`}
        label={t(`reminders.contact-${props.kind}`)}
        hint={
          props.masked === undefined
            ? t('reminders.contact-hint')
            : t('reminders.contact-now', { masked: props.masked })
        }
        value={value()}
        onInput={setValue}
      />
      <div class="row">
        <Button busy={entry.isBusy()} disabled={value().trim() === ''} onClick={() => void save()}>
          {t('reminders.contact-save')}
        </Button>
      </div>
    </div>
  );
};

/** The addresses that the channels opened here need. */
const Contacts = (props: { reception: Reception; onDone: () => void }) => (
  <For each={[...new Set(props.reception.offered.map((kind) => contactOf[kind]))]}>
    {(kind) => (
      <Contact
        kind={kind}
        masked={props.reception.contacts.find((each) => each.kind === kind)?.masked}
        onDone={() => props.onDone()}
      />
    )}
  </For>
);

const Choice = (props: { reception: Reception; onDone: () => void }) => {
  const [chosen, setChosen] = createSignal<Partial<Reception>>({});
  const now = () => ({ ...props.reception, ...chosen() });
  const choice = createReceptionChoice();
  const save = async () => {
    const { channel, digest, urged } = now();
    if (!(await choice.attempt({ channel, digest, urged }))) return;
    setChosen({});
    announce(t('reminders.reception-kept'), 'done');
    props.onDone();
  };
  return (
    <div class="form stack">
      <Contacts reception={props.reception} onDone={() => props.onDone()} />
      <RadioGroup
        name="channel"
        label={t('reminders.also-by')}
        options={[
          { value: '', label: t('reminders.in-app-only') },
          ...props.reception.offered.map((kind) => ({
            value: kind,
            label: t(`reminders.channel-${kind}`),
          })),
        ]}
        value={now().channel ?? ''}
        onChange={(value) =>
          setChosen({
            ...chosen(),
            channel: props.reception.offered.find((kind) => kind === value) ?? null,
          })
        }
      />
      <Checkbox
        name="digest"
        label={t('reminders.want-digest', { at: props.reception.digestAt })}
        checked={now().digest}
        onChange={(digest) => setChosen({ ...chosen(), digest })}
      />
      <Checkbox
        name="urged"
        label={t('reminders.want-urged')}
        checked={now().urged}
        onChange={(urged) => setChosen({ ...chosen(), urged })}
      />
      <Refusal problem={choice.problem()} />
      <div class="row">
        <Button kind="primary" busy={choice.isBusy()} onClick={() => void save()}>
          {t('reminders.reception-save')}
        </Button>
      </div>
    </div>
  );
};

/** 接收方式: in-app always, and by one channel that the administrator has opened. */
export const ReceptionForm = () => {
  const reception = useReception();
  const changed = useRemindersChanged();
  return (
    <section aria-labelledby="reception">
      <h2 class="section-title" id="reception">
        {t('reminders.reception')}
      </h2>
      <QueryView query={reception}>
        {(data) => (
          <Show
            when={data().offered.length > 0}
            fallback={<p class="soft">{t('reminders.no-channel')}</p>}
          >
            <Choice reception={data()} onDone={() => void changed()} />
          </Show>
        )}
      </QueryView>
    </section>
  );
};
