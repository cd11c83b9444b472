import { For, Show, createResource, createSignal } from 'solid-js';
import type { Urge, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Loading } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { createUrging, readPreview } from './reminders.queries.ts';

const Preview = (props: { preview: UrgePreview }) => (
  <div class="stack">
    <Show when={props.preview.restDay}>
      {(words) => <Callout kind="warn" title={localText(words())} />}
    </Show>
    <Show
      when={props.preview.units.length > 0}
      fallback={<Callout title={t('reminders.nothing-to-urge')} />}
    >
      <p>{t('reminders.urge-text')}</p>
      <blockquote class="document-words">{localText(props.preview.words)}</blockquote>
      <ul>
        <For each={props.preview.units}>
          {({ organizationName, items, contacts, already }) => (
            <li>
              {t(contacts === 0 ? 'reminders.urge-nobody' : 'reminders.urge-unit', {
                unit: organizationName,
                items: formatCount(items),
                contacts: formatCount(contacts),
              })}
              <Show when={already}>
                {(words) => <span class="soft"> {localText(words())}</span>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </div>
);

const Results = (props: { urged: Urged }) => (
  <ul>
    <For each={props.urged.results}>
      {({ organizationName, words }) => (
        <li>
          {organizationName} {localText(words)}
        </li>
      )}
    </For>
  </ul>
);

const canSend = ({ restDay, units }: UrgePreview): boolean =>
  restDay === undefined && units.some(({ already }) => already === undefined);

/** 催办: first what would be sent to whom, then what came of it, unit by unit. */
export const UrgeDialog = (props: { urge: Urge; onClose: () => void; onDone: () => void }) => {
  const [preview] = createResource(
    () => props.urge,
    (urge) => readPreview(urge).catch(() => undefined),
  );
  const [urged, setUrged] = createSignal<Urged>();
  const urging = createUrging();
  const ready = () => (preview.loading ? undefined : preview.latest);
  const send = async () => {
    const answer = await urging.attempt(props.urge);
    if (answer === undefined) return;
    setUrged(answer.data);
    props.onDone();
  };
  const sendable = () => {
    const data = ready();
    return urged() === undefined && data !== undefined && canSend(data);
  };
  return (
    <Dialog
      open
      title={t('reminders.urge')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('reminders.close')}</Button>
          <Show when={sendable()}>
            <Button kind="primary" busy={urging.isBusy()} onClick={() => void send()}>
              {t('reminders.urge-now')}
            </Button>
          </Show>
        </>
      }
    >
      <Refusal problem={urging.problem()} />
      <Show
        when={urged()}
        fallback={
          <Show when={ready()} fallback={<Loading />}>
            {(data) => <Preview preview={data()} />}
          </Show>
        }
      >
        {(data) => <Results urged={data()} />}
      </Show>
    </Dialog>
  );
};
