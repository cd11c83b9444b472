import { For, Show, Suspense, createSignal, lazy } from 'solid-js';
import type { Application, ApplicationKind } from '#schema/contracts/filing-applications.ts';
import { FormAnswers } from '#web/features/forms/renderer/form-answers.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { LoadFailed, QueryView } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createClaim, useFiledRevisions } from './applications.queries.ts';
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

const AskDialog = lazy(async () => ({
  default: (await import('./ask-dialog.component.tsx')).AskDialog,
}));

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
            <Button
              small
              kind="quiet"
              onPointerEnter={() => void AskDialog.preload()}
              onFocus={() => void AskDialog.preload()}
              onClick={() => setKind(possible())}
            >
              {t(`submissions.ask-${possible()}`)}
            </Button>
          </div>
        )}
      </Show>
      <Show when={kind()}>
        {(asking) => (
          <Suspense>
            <AskDialog filing={props.filing} kind={asking()} onClose={() => setKind(undefined)} />
          </Suspense>
        )}
      </Show>
    </div>
  );
};
