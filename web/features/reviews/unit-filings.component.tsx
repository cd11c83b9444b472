import { A } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { For, Show, Suspense, createSignal, lazy } from 'solid-js';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { dueWords, holderWords, statusOf } from '#web/features/submissions/task-row.presenter.ts';
import { dayOf, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { ApplicationDialog } from './application-dialog.component.tsx';
import { isFillable, isReviewable, reliefsOf } from './progress.presenter.ts';
import type { Relief } from './progress.presenter.ts';
import { ReliefDialog } from './relief-dialogs.component.tsx';
import { useUnitFilings } from './reviews.queries.ts';

const permissionOf: Record<Relief, Permission> = {
  extend: 'submissions.extend',
  exempt: 'submissions.exempt',
  paper: 'submissions.register-paper',
};

/** Whoever looks from the authority neither fills nor signs. */
const onlooker = { mayFill: false, maySign: false, mayFile: false };

type Opened = { relief: Relief; summary: SubmissionSummary };

/** What the unit asks for, and what can be filled in for it (代报). */
const UnitActs = (props: {
  summary: SubmissionSummary;
  onApplication: (summary: SubmissionSummary) => void;
}) => {
  const { permissions } = useSession();
  const may = (permission: Permission) =>
    permissions.can(permission, {
      organizationId: props.summary.organizationId,
      task: props.summary.taskKey,
    });
  return (
    <>
      <Show when={props.summary.asked !== undefined && may('submissions.review')}>
        <Button small kind="primary" onClick={() => props.onApplication(props.summary)}>
          {t('reviews.application')}
          <span class="visually-hidden">：{titleOf(props.summary)}</span>
        </Button>
      </Show>
      <Show when={isFillable(props.summary) && may('submissions.fill')}>
        <LinkButton small external href={`/submissions/${props.summary.id}`}>
          {t('reviews.act-on-behalf')}
          <span class="visually-hidden">：{titleOf(props.summary)}</span>
        </LinkButton>
      </Show>
    </>
  );
};

const Filing = (props: {
  summary: SubmissionSummary;
  today: string;
  onRelief: (opened: Opened) => void;
  onApplication: (summary: SubmissionSummary) => void;
}) => {
  const { permissions } = useSession();
  const subject = () => ({
    organizationId: props.summary.organizationId,
    task: props.summary.taskKey,
  });
  const reliefs = () =>
    reliefsOf(props.summary, props.today).filter((relief) =>
      permissions.can(permissionOf[relief], subject()),
    );
  const canReview = () =>
    isReviewable(props.summary) && permissions.can('submissions.review', subject());
  return (
    <li class="filing">
      <p class="filing-title">{titleOf(props.summary)}</p>
      <p>
        <Status kind={statusOf(props.summary).kind}>{statusOf(props.summary).words}</Status>
        <Show when={props.summary.onBehalf && props.summary.claimedAt === undefined}>
          <span class="small soft"> {t('reviews.on-behalf')}</span>
        </Show>
      </p>
      <p class="small">
        {t('reviews.filing-due', { due: dueWords(props.summary) })}
        <Show when={props.summary.filedAt}>
          {(at) => (
            <span class="soft">
              {t(props.summary.late ? 'reviews.filed-late' : 'reviews.filed-at', {
                time: formatInstant(at()),
              })}
            </span>
          )}
        </Show>
      </p>
      <p class="small soft">{holderWords(props.summary, onlooker)}</p>
      <div class="filing-acts">
        <Show when={canReview()}>
          <LinkButton small kind="primary" href={`/reviews/${props.summary.id}`}>
            {t('reviews.act-review')}
            <span class="visually-hidden">：{titleOf(props.summary)}</span>
          </LinkButton>
        </Show>
        <UnitActs summary={props.summary} onApplication={props.onApplication} />
        <For each={reliefs()}>
          {(relief) => (
            <Button small onClick={() => props.onRelief({ relief, summary: props.summary })}>
              {t(`reviews.relief-${relief}`)}
              <span class="visually-hidden">：{titleOf(props.summary)}</span>
            </Button>
          )}
        </For>
      </div>
    </li>
  );
};

const DeductionsDialog = lazy(async () => ({
  default: (await import('./deductions.component.tsx')).DeductionsDialog,
}));

/** 得分与依据 and 扣分登记 of the unit, whether it has filed anything or not. */
const ScoreActs = (props: { campaign: string; organization: string; unit: string }) => {
  const { permissions } = useSession();
  const [isDeducting, setDeducting] = createSignal(false);
  return (
    <p class="row no-print">
      <A href={`/scores/${props.organization}?campaign=${props.campaign}`}>{t('scoring.title')}</A>
      <Show when={permissions.can('scoring.deduct', { organizationId: props.organization })}>
        <Button small onClick={() => setDeducting(true)}>
          {t('reviews.deductions')}
        </Button>
      </Show>
      <Show when={isDeducting()}>
        <Suspense>
          <DeductionsDialog
            open
            unit={props.unit}
            place={{ campaign: props.campaign, organization: props.organization }}
            onClose={() => setDeducting(false)}
          />
        </Suspense>
      </Show>
    </p>
  );
};

/** What one unit owes and has filed under one campaign, with what can be done for it. */
export const UnitFilings = (props: { campaign: string; organization: string; task: string }) => {
  const client = useQueryClient();
  const filings = useUnitFilings(() => ({
    campaign: props.campaign,
    organization: props.organization,
  }));
  const [opened, setOpened] = createSignal<Opened>();
  const [asked, setAsked] = createSignal<SubmissionSummary>();
  const done = () => {
    setOpened(undefined);
    setAsked(undefined);
    void client.invalidateQueries({ queryKey: ['progress'] });
  };
  const ofTask = (items: readonly SubmissionSummary[]) =>
    props.task === '' ? items : items.filter(({ taskKey }) => taskKey === props.task);
  return (
    <QueryView query={filings}>
      {(data) => (
        <>
          <ul class="filings">
            <For each={ofTask(data().items)} fallback={<li>{t('reviews.no-filings')}</li>}>
              {(summary) => (
                <Filing
                  summary={summary}
                  today={dayOf(data().asOf)}
                  onRelief={setOpened}
                  onApplication={setAsked}
                />
              )}
            </For>
          </ul>
          <ScoreActs {...props} unit={data().items[0]?.organizationName ?? ''} />
          <Show when={asked()}>
            {(summary) => (
              <ApplicationDialog
                summary={summary()}
                onClose={() => setAsked(undefined)}
                onDone={done}
              />
            )}
          </Show>
          <Show when={opened()}>
            {(current) => (
              <ReliefDialog
                relief={current().relief}
                summary={current().summary}
                today={dayOf(data().asOf)}
                onClose={() => setOpened(undefined)}
                onDone={done}
              />
            )}
          </Show>
        </>
      )}
    </QueryView>
  );
};
