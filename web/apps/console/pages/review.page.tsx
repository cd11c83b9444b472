import { useNavigate, useParams } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { For, Show, createMemo, createSignal } from 'solid-js';
import { stampChecks } from '#schema/contracts/reviews.ts';
import type { ReviewCase, ReviewDecided, StampCheck } from '#schema/contracts/reviews.ts';
import { useSession } from '#web/features/identity/session.ts';
import { CaseAnswers } from '#web/features/reviews/case-answers.component.tsx';
import { CaseHistory } from '#web/features/reviews/case-history.component.tsx';
import {
  HoldDialog,
  PassOnDialog,
  RecuseDialog,
  createDecision,
} from '#web/features/reviews/decision-dialogs.component.tsx';
import { Deductions } from '#web/features/reviews/deductions.component.tsx';
import { evidenceSheets } from '#web/features/reviews/evidence-order.presenter.ts';
import { EvidenceScroll } from '#web/features/reviews/evidence-scroll.component.tsx';
import { ReturnSheet } from '#web/features/reviews/return-sheet.component.tsx';
import { useReviewCase, useReviewChanged } from '#web/features/reviews/reviews.queries.ts';
import { StampChecks } from '#web/features/reviews/stamp-checks.component.tsx';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { dueWords, statusOf } from '#web/features/submissions/task-row.presenter.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { BottomBar, DocumentBar, PageHeader, Quote } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import '#web/features/reviews/review.css';

type Opened = 'return' | 'hold' | 'pass-on' | 'recuse';

const isWaiting = ({ submission }: ReviewCase) =>
  ['filed', 'held'].includes(submission.summary.state);

const Header = (props: { found: ReviewCase }) => {
  const summary = () => props.found.submission.summary;
  return (
    <>
      <DocumentBar
        title={props.found.submission.document.title}
        number={props.found.submission.document.number}
      />
      <PageHeader
        title={`${summary().organizationName}　${titleOf(summary())}`}
        breadcrumb={[
          { label: t('reviews.queue'), href: '/reviews' },
          { label: summary().organizationName },
        ]}
        summary={
          <span class="row">
            <Status kind={statusOf(summary()).kind}>{statusOf(summary()).words}</Status>
            <Show when={summary().filedAt}>
              {(at) => <span>{t('reviews.filed-on', { time: formatInstant(at()) })}</span>}
            </Show>
            <span>{t('reviews.filing-due', { due: dueWords(summary()) })}</span>
            <Show when={summary().late}>
              <Status kind="late">{t('reviews.late')}</Status>
            </Show>
            <Show when={summary().returns > 0}>
              <span>{t('reviews.returned-times', { count: summary().returns })}</span>
            </Show>
          </span>
        }
      />
      <Disclosure
        summary={t('reviews.basis', { number: props.found.submission.document.clauseNumber })}
      >
        <Quote
          words={props.found.submission.document.clauseWords}
          source={`${props.found.submission.document.title} ${props.found.submission.document.clauseNumber}`}
        />
      </Disclosure>
    </>
  );
};

const Undo = (props: { found: ReviewCase; onDone: () => void }) => {
  const undo = createCommand<void, ReviewDecided>(() => ({
    method: 'POST',
    path: `/api/reviews/${props.found.submission.summary.id}/decisions/undo`,
    ifMatch: `"${props.found.version}"`,
  }));
  const send = async () => {
    if (!(await undo.attempt())) return;
    announce(t('reviews.undone'));
    props.onDone();
  };
  return (
    <Show when={props.found.undoable}>
      <Button busy={undo.isBusy()} onClick={() => void send()}>
        {t('reviews.act-undo')}
      </Button>
      <Show when={undo.problem()}>{(problem) => <span role="alert">{problem().title}</span>}</Show>
    </Show>
  );
};

const Barred = (props: { found: ReviewCase }) => (
  <Show when={props.found.barred}>
    {(bar) => (
      <Callout kind="warn" title={t(`reviews.bar-${bar()}`)}>
        {t(`reviews.bar-${bar()}-words`)}
      </Callout>
    )}
  </Show>
);

const CasePage = (props: { found: ReviewCase }) => {
  const { permissions } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const changed = useReviewChanged();
  const [opened, setOpened] = createSignal<Opened>();
  const [ticked, setTicked] = createSignal<readonly StampCheck[]>([]);
  const [isTried, setTried] = createSignal(false);
  const accept = createDecision(() => props.found);
  const sheets = createMemo(() => evidenceSheets(props.found));
  const summary = () => props.found.submission.summary;
  const missing = () => stampChecks.filter((check) => !ticked().includes(check));
  const canDecide = () => isWaiting(props.found) && !props.found.barred;
  const place = () => ({
    campaign: summary().campaignId,
    organization: summary().organizationId,
    submissionId: summary().id,
  });
  const close = () => setOpened(undefined);
  const decided = () => {
    close();
    setTried(false);
    setTicked([]);
    announce(t('reviews.decided'));
    void changed();
  };
  const acceptNow = async () => {
    setTried(true);
    if (props.found.needsStampChecks && missing().length > 0) {
      const box = document.getElementById('field-stampChecks');
      box?.scrollIntoView?.({ block: 'center' });
      box?.focus({ preventScroll: true });
      return;
    }
    const answer = await accept.attempt({
      decision: 'accept',
      ...(props.found.needsStampChecks ? { stampChecks: [...ticked()] } : {}),
    });
    if (answer) decided();
  };
  const recused = () => {
    close();
    announce(t('reviews.recused'));
    void client.invalidateQueries({ queryKey: ['me'] });
    void changed();
    navigate('/reviews');
  };
  return (
    <>
      <Header found={props.found} />
      <div class="stack review-notes">
        <Barred found={props.found} />
        <Show when={accept.problem()}>
          {(problem) => (
            <Callout
              kind="error"
              live
              title={problem().title}
              actions={<Button onClick={() => void changed()}>{t('shell.reload')}</Button>}
            >
              <For each={problem().errors}>{(error) => <p>{error.message}</p>}</For>
            </Callout>
          )}
        </Show>
        <CaseHistory found={props.found} />
      </div>
      <div class="review">
        <section class="review-answers" aria-labelledby="review-answers-title">
          <h2 class="section-title" id="review-answers-title">
            {t('reviews.answers')}
          </h2>
          <CaseAnswers found={props.found} />
        </section>
        <section class="review-evidence" aria-labelledby="review-evidence-title" tabindex="0">
          <h2 class="section-title" id="review-evidence-title">
            {t('reviews.evidence-count', { count: sheets().length })}
          </h2>
          <EvidenceScroll
            sheets={sheets()}
            stampChecks={
              <Show when={props.found.needsStampChecks && canDecide()}>
                <StampChecks
                  ticked={ticked()}
                  isTried={isTried()}
                  onTick={(checks) => setTicked(checks)}
                />
              </Show>
            }
          />
        </section>
      </div>
      <Show when={summary().state === 'accepted' && permissions.holds('scoring.deduct')}>
        <div class="review-deductions no-print">
          <Deductions place={place()} />
        </div>
      </Show>
      <BottomBar
        note={
          canDecide() ? (
            <Button kind="quiet" onClick={() => setOpened('recuse')}>
              {t('reviews.act-recuse')}
            </Button>
          ) : (
            statusOf(summary()).words
          )
        }
      >
        <Show
          when={canDecide()}
          fallback={
            <>
              <Undo found={props.found} onDone={() => void changed()} />
              <LinkButton href="/reviews">{t('reviews.back-to-queue')}</LinkButton>
            </>
          }
        >
          <Show when={summary().state !== 'held'}>
            <Button onClick={() => setOpened('hold')}>{t('reviews.act-hold')}</Button>
          </Show>
          <Button onClick={() => setOpened('pass-on')}>{t('reviews.act-pass-on')}</Button>
          <Button kind="danger" onClick={() => setOpened('return')}>
            {t('reviews.act-return')}
          </Button>
          <Button kind="primary" busy={accept.isBusy()} onClick={() => void acceptNow()}>
            {t('reviews.act-accept')}
          </Button>
        </Show>
      </BottomBar>
      <ReturnSheet
        open={opened() === 'return'}
        found={props.found}
        onClose={close}
        onDecided={decided}
      />
      <HoldDialog
        open={opened() === 'hold'}
        found={props.found}
        onClose={close}
        onDecided={decided}
      />
      <PassOnDialog
        open={opened() === 'pass-on'}
        found={props.found}
        onClose={close}
        onDecided={decided}
      />
      <RecuseDialog
        open={opened() === 'recuse'}
        found={props.found}
        onClose={close}
        onRecused={recused}
      />
    </>
  );
};

/** 审核 of one filing: answers left, all evidence right, the decision at the foot. */
export const ReviewPage = () => {
  const params = useParams<{ submissionId: string }>();
  const found = useReviewCase(() => params.submissionId);
  return <QueryView query={found}>{(data) => <CasePage found={data()} />}</QueryView>;
};
