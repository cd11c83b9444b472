import { Match, Switch } from 'solid-js';
import type { Channel, ChannelKind, ChannelSetup } from '#schema/contracts/reminders.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

type Of<Kind extends ChannelKind> = Extract<ChannelSetup, { kind: Kind }>;

const empty: { readonly [Kind in ChannelKind]: Of<Kind> } = {
  email: { kind: 'email', host: '', port: 465, security: 'tls', from: '' },
  robot: { kind: 'robot', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send' },
  webhook: { kind: 'webhook', url: '' },
  sms: { kind: 'sms', url: '', templateId: '' },
};

/** What the form begins with: what is set, or an empty one of the kind. */
export const startSetup = ({ kind, setup }: Channel): ChannelSetup => setup ?? empty[kind];

type Fields<Setup> = { setup: Setup; onWrite: (setup: Setup) => void };

const EmailFields = (props: Fields<Of<'email'>>) => {
  const write = (change: Partial<Of<'email'>>) => props.onWrite({ ...props.setup, ...change });
  return (
    <>
      <TextField
        name="host"
        label={t('reminders.host')}
        value={props.setup.host}
        onInput={(host) => write({ host })}
      />
      <TextField
        name="port"
        label={t('reminders.port')}
        value={String(props.setup.port || '')}
        onInput={(port) => write({ port: Number(port.replaceAll(/\D/g, '')) })}
      />
      <Select
        name="security"
        label={t('reminders.security')}
        placeholder={null}
        options={(['tls', 'starttls', 'none'] as const).map((value) => ({
          value,
          label: t(`reminders.security-${value}`),
        }))}
        value={props.setup.security}
        onChange={(value) =>
          write({ security: value === 'tls' || value === 'starttls' ? value : 'none' })
        }
      />
      <TextField
        name="from"
        label={t('reminders.from')}
        value={props.setup.from}
        onInput={(from) => write({ from })}
      />
      <TextField
        name="username"
        label={t('reminders.username')}
        value={props.setup.username ?? ''}
        onInput={(username) => write({ username: username === '' ? undefined : username })}
      />
    </>
  );
};

const SmsFields = (props: Fields<Of<'sms'>>) => {
  const write = (change: Partial<Of<'sms'>>) => props.onWrite({ ...props.setup, ...change });
  const text = (key: 'signName' | 'successField' | 'successValue') => (
    <TextField
      name={key}
      label={t(`reminders.${key}`)}
      value={props.setup[key] ?? ''}
      onInput={(value) => write({ [key]: value === '' ? undefined : value })}
    />
  );
  return (
    <>
      <p class="small soft">{t('reminders.sms-words')}</p>
      <AddressField setup={props.setup} onWrite={(setup) => write(setup)} />
      <TextField
        name="templateId"
        label={t('reminders.template')}
        value={props.setup.templateId}
        onInput={(templateId) => write({ templateId })}
      />
      {text('signName')}
      {text('successField')}
      {text('successValue')}
    </>
  );
};

const AddressField = (props: {
  setup: { kind: ChannelKind; url: string };
  onWrite: (change: { url: string }) => void;
}) => (
  <TextField
    name={`${props.setup.kind}-url`}
    label={t('reminders.address')}
    value={props.setup.url}
    onInput={(url) => props.onWrite({ url })}
  />
);

const of = <Kind extends ChannelKind>(setup: ChannelSetup, kind: Kind): Of<Kind> | undefined =>
  setup.kind === kind ? (setup as Of<Kind>) : undefined;

/** The fields of a channel's kind; its secret is asked beside them. */
export const SetupFields = (props: Fields<ChannelSetup>) => (
  <Switch>
    <Match when={of(props.setup, 'email')}>
      {(setup) => <EmailFields setup={setup()} onWrite={props.onWrite} />}
    </Match>
    <Match when={of(props.setup, 'sms')}>
      {(setup) => <SmsFields setup={setup()} onWrite={props.onWrite} />}
    </Match>
    <Match when={of(props.setup, 'robot') ?? of(props.setup, 'webhook')}>
      {(setup) => (
        <AddressField setup={setup()} onWrite={({ url }) => props.onWrite({ ...setup(), url })} />
      )}
    </Match>
  </Switch>
);
