import { For, Show, createSignal, untrack } from 'solid-js';
import type { Channel, ChannelSetup, Channels, Undelivered } from '#schema/contracts/reminders.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Empty, QueryView } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { EnterContact } from './enter-contact.component.tsx';
import {
  createChannelRemoval,
  createChannelSetup,
  createChannelTest,
  createResending,
  createSettingsSave,
  useChannels,
  useRemindersChanged,
} from './reminders.queries.ts';
import { SetupFields, startSetup } from './setup-fields.component.tsx';
import './reminders.css';

const SettingsForm = (props: { settings: Channels['settings']; onDone: () => void }) => {
  const [chosen, setChosen] = createSignal<Partial<Channels['settings']>>({});
  const now = () => ({ ...props.settings, ...chosen() });
  const save = createSettingsSave(() => props.settings.version);
  const send = async () => {
    const { digestAt, quietOnRestDays } = now();
    if (!(await save.attempt({ digestAt, quietOnRestDays }))) return;
    setChosen({});
    announce(t('reminders.settings-kept'), 'done');
    props.onDone();
  };
  return (
    <section class="form stack" aria-labelledby="digest-settings">
      <h2 class="section-title" id="digest-settings">
        {t('reminders.settings')}
      </h2>
      <TextField
        name="digestAt"
        label={t('reminders.digest-at')}
        hint={t('reminders.digest-at-hint')}
        maxLength={5}
        value={now().digestAt}
        onInput={(digestAt) => setChosen({ ...chosen(), digestAt })}
      />
      <Checkbox
        name="quietOnRestDays"
        label={t('reminders.quiet')}
        checked={now().quietOnRestDays}
        onChange={(quietOnRestDays) => setChosen({ ...chosen(), quietOnRestDays })}
      />
      <Refusal problem={save.problem()} withFields />
      <div class="row">
        <Button busy={save.isBusy()} onClick={() => void send()}>
          {t('reminders.settings-save')}
        </Button>
      </div>
    </section>
  );
};

const TestForm = (props: { channel: Channel; onDone: () => void }) => {
  const [to, setTo] = createSignal('');
  const test = createChannelTest(() => props.channel.kind);
  const send = async () => {
    if (await test.attempt({ to: to() })) props.onDone();
  };
  return (
    <div class="stack-tight">
      <TextField
        name={`${props.channel.kind}-to`}
        label={t('reminders.test-to')}
        value={to()}
        onInput={setTo}
      />
      <Refusal problem={test.problem()} withFields />
      <div class="row">
        <Button busy={test.isBusy()} disabled={to().trim() === ''} onClick={() => void send()}>
          {t('reminders.test')}
        </Button>
      </div>
    </div>
  );
};

/** What came of the last test: in our words, and in those of the other side. */
const LastTest = (props: { channel: Channel }) => (
  <Show when={props.channel.lastTest}>
    {(test) => (
      <Callout
        kind={test().arrived ? 'done' : 'error'}
        title={`${formatInstant(test().at)} ${localText(test().words)}`}
      >
        <p class="small soft">{test().detail}</p>
      </Callout>
    )}
  </Show>
);

/** 移除: the setup and its secret are gone; messages wait in the program as before. */
const RemoveChannel = (props: { channel: Channel; onDone: () => void }) => {
  const [isAsking, setAsking] = createSignal(false);
  const removal = createChannelRemoval(
    () => props.channel.kind,
    () => props.channel.version,
  );
  const remove = async () => {
    const done = await removal.attempt();
    setAsking(false);
    if (!done) return;
    announce(t('reminders.channel-removed'), 'done');
    props.onDone();
  };
  return (
    <>
      <Refusal problem={removal.problem()} />
      <div class="row">
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('reminders.channel-remove')}
        </Button>
      </div>
      <Confirm
        open={isAsking()}
        danger
        title={t('reminders.channel-remove')}
        act={t('reminders.channel-remove')}
        busy={removal.isBusy()}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        <p>
          {t('reminders.channel-remove-words', {
            channel: t(`reminders.channel-${props.channel.kind}`),
          })}
        </p>
      </Confirm>
    </>
  );
};

const ChannelForm = (props: { channel: Channel; onDone: () => void }) => {
  const [setup, setSetup] = createSignal<ChannelSetup>(untrack(() => startSetup(props.channel)));
  const [secret, setSecret] = createSignal('');
  const [enabled, setEnabled] = createSignal(untrack(() => props.channel.enabled));
  const save = createChannelSetup(
    () => props.channel.kind,
    () => props.channel.version,
  );
  const send = async () => {
    const given = secret() === '' ? {} : { secret: secret() };
    if (!(await save.attempt({ setup: setup(), enabled: enabled(), ...given }))) return;
    setSecret('');
    announce(t('reminders.channel-kept'), 'done');
    props.onDone();
  };
  return (
    <div class="form stack">
      <SetupFields setup={setup()} onWrite={setSetup} />
      <TextField
        name={`${props.channel.kind}-secret`}
        type="password"
        autocomplete="new-password"
        label={t(`reminders.secret-${props.channel.kind}`)}
        hint={props.channel.hasSecret ? t('reminders.secret-kept') : t('reminders.secret-hint')}
        value={secret()}
        onInput={setSecret}
      />
      <Checkbox
        name={`${props.channel.kind}-enabled`}
        label={t('reminders.enabled')}
        checked={enabled()}
        onChange={setEnabled}
      />
      <Refusal problem={save.problem()} withFields />
      <div class="row">
        <Button kind="primary" busy={save.isBusy()} onClick={() => void send()}>
          {t('reminders.channel-save')}
        </Button>
      </div>
      <Show when={props.channel.setup}>
        <TestForm channel={props.channel} onDone={() => props.onDone()} />
        <RemoveChannel channel={props.channel} onDone={() => props.onDone()} />
      </Show>
    </div>
  );
};

const ChannelSection = (props: { channel: Channel; onDone: () => void }) => (
  <section class="channel stack">
    <div class="row-apart">
      <h2 class="section-title">{t(`reminders.channel-${props.channel.kind}`)}</h2>
      <Status kind={props.channel.enabled ? 'done' : 'draft'}>
        {props.channel.enabled ? t('reminders.is-open') : t('reminders.is-closed')}
      </Status>
    </div>
    <Show when={props.channel.setup !== undefined && !props.channel.allowed}>
      <Callout kind="warn" title={t('reminders.not-allowed')} />
    </Show>
    <LastTest channel={props.channel} />
    <details>
      <summary>{t('reminders.set-up')}</summary>
      <ChannelForm channel={props.channel} onDone={() => props.onDone()} />
    </details>
  </section>
);

const UndeliveredRow = (props: { lost: Undelivered; onDone: () => void }) => {
  const resend = createResending();
  const send = async () => {
    if (await resend.attempt(props.lost.eventId)) props.onDone();
  };
  return (
    <li class="row-apart">
      <span>
        {formatInstant(props.lost.at)} {props.lost.organizationName ?? t('reminders.commission')}{' '}
        <Show when={props.lost.channel}>{(kind) => <>{t(`reminders.channel-${kind()}`)}</>}</Show>{' '}
        {t('reminders.attempts', { count: formatCount(props.lost.attempts) })}
        <span class="small soft"> {props.lost.reason}</span>
      </span>
      <Button small busy={resend.isBusy()} onClick={() => void send()}>
        {t('reminders.resend')}
      </Button>
    </li>
  );
};

const UndeliveredList = (props: { rows: readonly Undelivered[]; onDone: () => void }) => (
  <section class="stack" aria-labelledby="undelivered">
    <h2 class="section-title" id="undelivered">
      {t('reminders.undelivered')}
    </h2>
    <Show
      when={props.rows.length > 0}
      fallback={<Empty title={t('reminders.all-arrived')} next={t('reminders.all-arrived-next')} />}
    >
      <ul class="message-list">
        <For each={props.rows}>
          {(lost) => <UndeliveredRow lost={lost} onDone={() => props.onDone()} />}
        </For>
      </ul>
    </Show>
  </section>
);

/** 消息通道, for the system administrator. */
export const ChannelsView = () => {
  const channels = useChannels();
  const changed = useRemindersChanged();
  const again = () => void changed();
  return (
    <>
      <PageHeader title={t('reminders.channels')} summary={t('reminders.channels-summary')} />
      <QueryView query={channels}>
        {(data) => (
          <div class="stack-wide">
            <SettingsForm settings={data().settings} onDone={again} />
            <div>
              <For each={data().channels.map(({ kind }) => kind)}>
                {(kind) => (
                  <Show when={data().channels.find((each) => each.kind === kind)}>
                    {(channel) => <ChannelSection channel={channel()} onDone={again} />}
                  </Show>
                )}
              </For>
            </div>
            <EnterContact
              opened={data()
                .channels.filter(({ enabled }) => enabled)
                .map(({ kind }) => kind)}
            />
            <UndeliveredList rows={data().undelivered} onDone={again} />
          </div>
        )}
      </QueryView>
    </>
  );
};
