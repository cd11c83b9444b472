import { Show, Suspense, createSignal, lazy } from 'solid-js';
import type { DoubleReview, Ruling } from '#schema/contracts/review-opinions.ts';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createRulingWithdrawal } from './opinions.queries.ts';

const RulingDialog = lazy(async () => ({
  default: (await import('./ruling-dialog.component.tsx')).RulingDialog,
}));

type Props = { found: ReviewCase; double: DoubleReview; onChanged: () => void };

/** What a third who accepts over one of two colleagues has to say. */
export const RulingReason = (props: {
  value: string;
  isMissing: boolean;
  onInput: (words: string) => void;
}) => (
  <TextArea
    name="rulingReason"
    label={t('desk.ruling-reason')}
    hint={t('desk.ruling-reason-hint')}
    required
    rows={2}
    value={props.value}
    error={props.isMissing ? t('desk.ruling-reason-missing') : undefined}
    onInput={(words) => props.onInput(words)}
  />
);

const Withdrawal = (props: Props) => {
  const withdrawal = createRulingWithdrawal(() => props.found.submission.summary.id);
  const [isAsking, setAsking] = createSignal(false);
  const send = async () => {
    if (!(await withdrawal.attempt())) return;
    setAsking(false);
    announce(t('desk.ruling-withdrawn'));
    props.onChanged();
  };
  return (
    <>
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {t('desk.ruling-withdraw')}
      </Button>
      <Confirm
        open={isAsking()}
        title={t('desk.ruling-withdraw-title')}
        act={t('desk.ruling-withdraw')}
        danger
        busy={withdrawal.isBusy()}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <div class="stack">
          <Refusal problem={withdrawal.problem()} />
          <p>{t('desk.ruling-withdraw-words')}</p>
        </div>
      </Confirm>
    </>
  );
};

const Ruled = (props: Props & { ruling: Ruling }) => (
  <section class="double-ruling" aria-label={t('desk.ruling')}>
    <p class="row">
      <strong>{t('desk.ruling')}</strong>
      <Status kind={props.ruling.view === 'pass' ? 'done' : 'returned'}>
        {t(`desk.view-${props.ruling.view}`)}
      </Status>
      <Show when={props.double.mayWithdrawRuling}>
        <Withdrawal {...props} />
      </Show>
    </p>
    <p>{props.ruling.words}</p>
    <p class="small soft">
      {t('desk.ruling-under', {
        post: props.ruling.paper.signerPost,
        day: formatDay(props.ruling.paper.signedOn),
        by: props.ruling.registeredByPost,
        time: formatInstant(props.ruling.registeredAt),
      })}
      <span class="no-print">
        {'　'}
        <a
          href={`/api/evidence/${props.ruling.paper.evidenceId}/content`}
          target="_blank"
          rel="external noreferrer"
        >
          {t('desk.ruling-scan')}
        </a>
      </span>
    </p>
  </section>
);

const Register = (props: Props) => {
  const [isOpen, setOpen] = createSignal(false);
  const registered = () => {
    setOpen(false);
    announce(t('desk.ruling-registered'));
    props.onChanged();
  };
  return (
    <div class="row no-print">
      <Button onClick={() => setOpen(true)}>{t('desk.ruling-register')}</Button>
      <Show when={isOpen()}>
        <Suspense>
          <RulingDialog
            caseId={props.found.submission.summary.id}
            onClose={() => setOpen(false)}
            onRegistered={registered}
          />
        </Suspense>
      </Show>
    </div>
  );
};

/** 领导裁定: what a leader ruled between the two, or the way to register it. */
export const LeaderRuling = (props: Props) => (
  <>
    <Show when={props.double.ruling}>{(ruling) => <Ruled {...props} ruling={ruling()} />}</Show>
    <Show when={props.double.mayRegisterRuling}>
      <Register {...props} />
    </Show>
  </>
);
