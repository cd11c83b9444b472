import { For, Show, createResource } from 'solid-js';
import { urgeBars } from '#schema/contracts/reminders.ts';
import type { Urge, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Loading } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { StepProgress } from '#web/ui/step-progress.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { readPreview } from './reminders.queries.ts';
import { createUrgingSteps } from './urging-steps.ts';

type Named = { organizationName: string };
type Left = Named & { why: string; words: { zh: string; en: string } };

/** Beyond this many names they unfold. */
const NAMED = 12;

const Names = (props: { lines: readonly string[] }) => {
  const list = () => (
    <ul>
      <For each={props.lines}>{(line) => <li>{line}</li>}</For>
    </ul>
  );
  return (
    <Show when={props.lines.length > NAMED} fallback={list()}>
      <Disclosure summary={t('reminders.urge-names', { count: formatCount(props.lines.length) })}>
        {list()}
      </Disclosure>
    </Show>
  );
};

/** Who is left out: by reason, with the names. */
const LeftOut = (props: { left: readonly Left[] }) => (
  <For each={urgeBars}>
    {(bar) => {
      const units = () => props.left.filter(({ why }) => why === bar);
      const line = ({ organizationName, words }: Left) =>
        bar === 'already' ? `${organizationName} ${localText(words)}` : organizationName;
      return (
        <Show when={units().length > 0}>
          <section class="stack-tight">
            <p>
              <strong>{t('reminders.urge-left', { count: formatCount(units().length) })}</strong>
              {t(`reminders.urge-left-${bar}`)}
            </p>
            <Names lines={units().map(line)} />
          </section>
        </Show>
      );
    }}
  </For>
);

const sendTo = ({ units }: UrgePreview) => units.filter(({ left }) => left === undefined);

const Sending = (props: { preview: UrgePreview }) => {
  const units = () => sendTo(props.preview);
  return (
    <>
      <p>
        {t('reminders.urge-count', {
          units: formatCount(units().length),
          items: formatCount(units().reduce((sum, { items }) => sum + items, 0)),
        })}
      </p>
      <blockquote class="document-words">{localText(props.preview.words)}</blockquote>
      <p>{t('reminders.urge-text')}</p>
      <Names
        lines={units().map(({ organizationName, items, contacts }) =>
          t('reminders.urge-unit', {
            unit: organizationName,
            items: formatCount(items),
            contacts: formatCount(contacts),
          }),
        )}
      />
    </>
  );
};

const Preview = (props: { preview: UrgePreview }) => (
  <div class="stack">
    <Show when={props.preview.restDay}>
      {(words) => <Callout kind="warn" title={localText(words())} />}
    </Show>
    <Show
      when={sendTo(props.preview).length > 0}
      fallback={<Callout title={t('reminders.nothing-to-urge')} />}
    >
      <Sending preview={props.preview} />
    </Show>
    <LeftOut
      left={props.preview.units.flatMap(({ organizationName, left }) =>
        left === undefined ? [] : [{ organizationName, ...left }],
      )}
    />
  </div>
);

const isTold = ({ outcome }: Urged['results'][number]) => outcome === 'urged';

const Results = (props: { results: Urged['results'] }) => {
  const told = () => props.results.filter(isTold);
  const left = () =>
    props.results.flatMap(({ outcome: why, ...named }) =>
      why === 'urged' ? [] : [{ ...named, why }],
    );
  const others = () => left().filter(({ why }) => !urgeBars.some((bar) => bar === why));
  return (
    <div class="stack">
      <Callout
        kind={told().length > 0 ? 'done' : 'note'}
        live
        title={t('reminders.urge-sent', { count: formatCount(told().length) })}
      />
      <Names lines={told().map(({ organizationName }) => organizationName)} />
      <LeftOut left={left()} />
      <Names
        lines={others().map(({ organizationName, words }) =>
          `${organizationName} ${localText(words)}`.trim(),
        )}
      />
    </div>
  );
};

const canSend = (preview: UrgePreview): boolean =>
  preview.restDay === undefined && sendTo(preview).length > 0;

/** Steps go by ids; what came of them is shown as the list is, in official order. */
function inOrderOf(units: UrgePreview['units'], results: Urged['results']): Urged['results'] {
  const places = new Map(units.map(({ organizationId }, at) => [organizationId, at]));
  const placeOf = (id: string) => places.get(id) ?? places.size;
  return [...results].toSorted(
    (one, two) => placeOf(one.organizationId) - placeOf(two.organizationId),
  );
}

type ProgressProps = { steps: ReturnType<typeof createUrgingSteps>; preview: UrgePreview };

const Progress = (props: ProgressProps) => (
  <StepProgress
    label={t('reminders.urge-progress-label')}
    words={t(
      props.steps.state() === 'stopped' ? 'reminders.urge-stopped' : 'reminders.urge-progress',
      {
        done: formatCount(props.steps.results().filter(isTold).length),
        all: formatCount(sendTo(props.preview).length),
      },
    )}
    done={props.steps.results().length}
    total={props.preview.units.length}
    state={props.steps.state()}
    stop={t('reminders.urge-stop')}
    goOn={t('reminders.urge-on')}
    onStop={props.steps.stop}
    onGoOn={props.steps.goOn}
  />
);

/** 催办: first what would be sent to whom, then what came of it, unit by unit. */
export const UrgeDialog = (props: { urge: Urge; onClose: () => void; onDone: () => void }) => {
  const [preview] = createResource(
    () => props.urge,
    (urge) => readPreview(urge).catch(() => undefined),
  );
  const steps = createUrgingSteps({ urge: () => props.urge, onHalt: () => props.onDone() });
  const ready = () => (preview.loading ? undefined : preview.latest);
  const hasBegun = () => steps.state() !== 'idle';
  const isHalfway = () => hasBegun() && steps.state() !== 'done';
  const sendable = () => {
    const data = ready();
    return !hasBegun() && data !== undefined && canSend(data);
  };
  const results = () => inOrderOf(ready()?.units ?? [], steps.results());
  return (
    <Dialog
      open
      title={t('reminders.urge')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('reminders.close')}</Button>
          <Show when={sendable()}>
            <Button kind="primary" onClick={() => void steps.start()}>
              {t('reminders.urge-now')}
            </Button>
          </Show>
        </>
      }
    >
      <Refusal problem={steps.problem()} />
      <Show when={ready()} fallback={<Loading />}>
        {(data) => (
          <>
            <Show when={!hasBegun()}>
              <Preview preview={data()} />
            </Show>
            <Show when={isHalfway()}>
              <Progress steps={steps} preview={data()} />
            </Show>
          </>
        )}
      </Show>
      <Show when={hasBegun() && steps.state() !== 'running' && results().length > 0}>
        <Results results={results()} />
      </Show>
    </Dialog>
  );
};
