import { For, Show, createSignal } from 'solid-js';
import type { Application, ApplicationKind, Ask } from '#schema/contracts/filing-applications.ts';
import { FormAnswers } from '#web/features/forms/renderer/form-answers.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { LoadFailed, QueryView } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createAsk, createClaim, useFiledRevisions } from './applications.queries.ts';
import type { Filing } from './filing.ts';

const beforeArrival = new Set(['due', 'draft', 'signing', 'signed']);

/** What the unit may ask for as the filing stands. */
const askable = (filing: Filing): ApplicationKind | undefined => {
  const summary = filing.summary();
  if (!filing.viewer().mayFile || summary.asked !== undefined) return undefined;
  if (summary.state === 'accepted') return 'correction';
  const isOpen = beforeArrival.has(summary.state) && summary.filedAt === undefined;
  const isInTime = summary.dueOn !== undefined && summary.daysLeft?.overdue === false;
  return isOpen && isInTime ? 'extension' : undefined;
};

const AskDialog = (props: { filing: Filing; kind: ApplicationKind; onClose: () => void }) => {
  const [reason, setReason] = createSignal('');
  const [dueOn, setDueOn] = createSignal('');
  const ask = createAsk(() => props.filing.draft.id());
  const isReady = () =>
    reason().trim().length >= 2 && (props.kind === 'correction' || dueOn() !== '');
  const send = async () => {
    const words = reason().trim();
    const body: Ask =
      props.kind === 'correction'
        ? { kind: 'correction', reason: words }
        : { kind: 'extension', reason: words, dueOn: dueOn() };
    if (!(await ask.attempt(body))) return;
    announce(t('submissions.asked'));
    props.onClose();
    await props.filing.refresh();
  };
  return (
    <Dialog open title={t(`submissions.ask-${props.kind}`)} onClose={() => props.onClose()}>
      <div class="stack">
        <p>{t(`submissions.ask-${props.kind}-words`)}</p>
        <Show when={props.kind === 'extension'}>
          <DateField
            name="dueOn"
            label={t('submissions.ask-until')}
            required
            value={dueOn()}
            onInput={setDueOn}
          />
        </Show>
        <TextArea
          name="reason"
          label={t('submissions.ask-reason')}
          required
          rows={3}
          value={reason()}
          onInput={setReason}
        />
        <Show when={ask.error()}>
          <LoadFailed error={ask.error()} />
        </Show>
        <div class="row">
          <Button
            kind="primary"
            busy={ask.isBusy()}
            disabled={!isReady()}
            onClick={() => void send()}
          >
            {t('submissions.ask-send')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

/** 认领: the unit takes over what was filed on its behalf. */
const Claim = (props: { filing: Filing }) => {
  const { me } = useSession();
  const claim = createClaim(() => props.filing.draft.id());
  const summary = () => props.filing.summary();
  const isOwn = () =>
    me().posts.some(({ organization }) => organization?.id === summary().organizationId);
  const isOpen = () =>
    summary().onBehalf &&
    summary().claimedAt === undefined &&
    isOwn() &&
    props.filing.viewer().mayFile;
  const send = async () => {
    if (!(await claim.attempt())) return;
    announce(t('submissions.claimed'));
    await props.filing.refresh();
  };
  return (
    <Show when={isOpen()}>
      <Callout
        title={t('submissions.on-behalf')}
        actions={
          <Button small busy={claim.isBusy()} onClick={() => void send()}>
            {t('submissions.claim')}
          </Button>
        }
      >
        {t('submissions.claim-words')}
        <Show when={claim.error()}>
          <LoadFailed error={claim.error()} />
        </Show>
      </Callout>
    </Show>
  );
};

export const ApplicationLine = (props: { application: Application }) => (
  <div>
    <p>
      {t(`submissions.ask-${props.application.kind}`)}：{props.application.reason}
      <Show when={props.application.wantedDueOn}>
        {(day) => <>{`（${t('submissions.ask-until')} ${formatDay(day(), { year: true })}）`}</>}
      </Show>
    </p>
    <p class="small soft">
      {props.application.askedByPost} · {formatInstant(props.application.askedAt)} ·{' '}
      {t(`submissions.application-${props.application.state}`)}
      <Show when={props.application.answer}>{(answer) => <>{`：${answer()}`}</>}</Show>
    </p>
  </div>
);

const Revisions = (props: { filing: Filing }) => {
  const revisions = useFiledRevisions(() => props.filing.draft.id());
  return (
    <QueryView query={revisions}>
      {(data) => (
        <Show when={data().items.length > 1 || data().applications.length > 0}>
          <Disclosure summary={t('submissions.filed-history', { count: data().items.length })}>
            <div class="stack">
              <For each={data().applications}>
                {(application) => <ApplicationLine application={application} />}
              </For>
              <For each={data().items}>
                {(item) => (
                  <Disclosure
                    summary={t('submissions.filed-round', {
                      round: item.revision,
                      time: formatInstant(item.filedAt),
                      post: item.filedByPost,
                      number: item.receiptNumber,
                    })}
                  >
                    <FormAnswers
                      form={props.filing.detail().form}
                      answers={item.answers}
                      evidence={props.filing.detail().evidence}
                    />
                  </Disclosure>
                )}
              </For>
            </div>
          </Disclosure>
        </Show>
      )}
    </QueryView>
  );
};

/** 申请更正、申请延期、认领, and everything that was filed before. */
export const FiledHistory = (props: { filing: Filing }) => {
  const [kind, setKind] = createSignal<ApplicationKind>();
  return (
    <div class="stack no-print">
      <Claim filing={props.filing} />
      <Show when={props.filing.summary().asked}>
        {(asked) => (
          <Callout title={t(`submissions.ask-${asked()}`)}>
            {t('submissions.application-asked')}
          </Callout>
        )}
      </Show>
      <Revisions filing={props.filing} />
      <Show when={askable(props.filing)}>
        {(possible) => (
          <div class="row">
            <Button small kind="quiet" onClick={() => setKind(possible())}>
              {t(`submissions.ask-${possible()}`)}
            </Button>
          </div>
        )}
      </Show>
      <Show when={kind()}>
        {(asking) => (
          <AskDialog filing={props.filing} kind={asking()} onClose={() => setKind(undefined)} />
        )}
      </Show>
    </div>
  );
};
