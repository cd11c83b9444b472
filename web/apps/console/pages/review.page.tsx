import { useNavigate, useParams } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { For, Show, createSignal } from 'solid-js';
import { stampChecks } from '#schema/contracts/reviews.ts';
import type { ReviewCase, StampCheck } from '#schema/contracts/reviews.ts';
import { goToPlace } from '#web/features/campaigns/outline.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { CaseHeader } from '#web/features/reviews/case-header.component.tsx';
import { CaseHistory } from '#web/features/reviews/case-history.component.tsx';
import { CasePanes, canDecideOn } from '#web/features/reviews/case-panes.component.tsx';
import { Barred, Undo } from '#web/features/reviews/case-undo.component.tsx';
import {
  HoldDialog,
  PassOnDialog,
  RecuseDialog,
  createDecision,
} from '#web/features/reviews/decision-dialogs.component.tsx';
import { Deductions } from '#web/features/reviews/deductions.component.tsx';
import { ReturnSheet } from '#web/features/reviews/return-sheet.component.tsx';
import { useReviewCase, useReviewChanged } from '#web/features/reviews/reviews.queries.ts';
import { statusOf } from '#web/features/submissions/task-row.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { fieldId } from '#web/ui/field.component.tsx';
import { BottomBar } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import '#web/features/reviews/review.css';

const deductionsPlace = 'deductions';

type Opened = 'return' | 'hold' | 'pass-on' | 'recuse';

const Refusal = (props: { problem: ProblemError | undefined; onReload: () => void }) => (
  <Show when={props.problem}>
    {(problem) => (
      <Callout
        kind="error"
        live
        title={problem().title}
        actions={<Button onClick={() => props.onReload()}>{t('shell.reload')}</Button>}
      >
        <For each={problem().errors}>{(error) => <p>{error.message}</p>}</For>
      </Callout>
    )}
  </Show>
);

const Bar = (props: {
  found: ReviewCase;
  isBusy: boolean;
  onOpen: (opened: Opened) => void;
  onAccept: () => void;
  onUndone: () => void;
}) => {
  const state = () => props.found.submission.summary.state;
  return (
    <BottomBar
      note={
        canDecideOn(props.found) ? (
          <Button kind="quiet" onClick={() => props.onOpen('recuse')}>
            {t('reviews.act-recuse')}
          </Button>
        ) : (
          statusOf(props.found.submission.summary).words
        )
      }
    >
      <Show
        when={canDecideOn(props.found)}
        fallback={
          <>
            <Show when={state() === 'accepted'}>
              <Button kind="quiet" onClick={() => goToPlace(deductionsPlace)}>
                {t('reviews.deductions')}
              </Button>
            </Show>
            <Undo found={props.found} onDone={props.onUndone} />
            <LinkButton href="/reviews">{t('reviews.back-to-queue')}</LinkButton>
          </>
        }
      >
        <Show when={state() !== 'held'}>
          <Button onClick={() => props.onOpen('hold')}>{t('reviews.act-hold')}</Button>
        </Show>
        <Button onClick={() => props.onOpen('pass-on')}>{t('reviews.act-pass-on')}</Button>
        <Button kind="danger" onClick={() => props.onOpen('return')}>
          {t('reviews.act-return')}
        </Button>
        <Button kind="primary" busy={props.isBusy} onClick={() => props.onAccept()}>
          {t('reviews.act-accept')}
        </Button>
      </Show>
    </BottomBar>
  );
};

const Dialogs = (props: {
  found: ReviewCase;
  opened: Opened | undefined;
  onClose: () => void;
  onDecided: () => void;
}) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  const changed = useReviewChanged();
  const recused = () => {
    props.onClose();
    announce(t('reviews.recused'));
    void client.invalidateQueries({ queryKey: ['me'] });
    void changed();
    navigate('/reviews');
  };
  const common = () => ({
    found: props.found,
    onClose: props.onClose,
    onDecided: props.onDecided,
  });
  return (
    <>
      <ReturnSheet {...common()} open={props.opened === 'return'} />
      <HoldDialog {...common()} open={props.opened === 'hold'} />
      <PassOnDialog {...common()} open={props.opened === 'pass-on'} />
      <RecuseDialog
        open={props.opened === 'recuse'}
        found={props.found}
        onClose={() => props.onClose()}
        onRecused={recused}
      />
    </>
  );
};

/** 通过: with a stamped scan only once all four ticks are there. */
const createAcceptance = (found: () => ReviewCase, onAccepted: () => void) => {
  const [ticked, setTicked] = createSignal<readonly StampCheck[]>([]);
  const [isTried, setTried] = createSignal(false);
  const accept = createDecision(found);
  const reset = () => {
    setTried(false);
    setTicked([]);
  };
  const send = async () => {
    setTried(true);
    if (found().needsStampChecks && ticked().length < stampChecks.length) {
      const box = document.getElementById(fieldId('stampChecks'));
      box?.scrollIntoView?.({ block: 'center' });
      box?.focus({ preventScroll: true });
      return;
    }
    const checks = found().needsStampChecks ? { stampChecks: [...ticked()] } : {};
    if (await accept.attempt({ decision: 'accept', ...checks })) onAccepted();
  };
  return {
    ticked,
    setTicked,
    isTried,
    send,
    reset,
    isBusy: accept.isBusy,
    problem: accept.problem,
  };
};

const CasePage = (props: { found: ReviewCase }) => {
  const { permissions } = useSession();
  const changed = useReviewChanged();
  const [opened, setOpened] = createSignal<Opened>();
  const refresh = () => void changed();
  const decided = () => {
    setOpened(undefined);
    acceptance.reset();
    announce(t('reviews.decided'));
    refresh();
  };
  const acceptance = createAcceptance(() => props.found, decided);
  const summary = () => props.found.submission.summary;
  const place = () => ({
    campaign: summary().campaignId,
    organization: summary().organizationId,
    submissionId: summary().id,
  });
  return (
    <>
      <CaseHeader found={props.found} />
      <div class="review-notes">
        <Barred found={props.found} />
        <Refusal problem={acceptance.problem()} onReload={refresh} />
        <CaseHistory found={props.found} />
      </div>
      <CasePanes
        found={props.found}
        ticked={acceptance.ticked()}
        isTried={acceptance.isTried()}
        onTick={acceptance.setTicked}
      />
      <Show when={summary().state === 'accepted' && permissions.holds('scoring.deduct')}>
        <div class="review-deductions no-print" id={deductionsPlace} tabindex="-1">
          <Deductions place={place()} />
        </div>
      </Show>
      <Bar
        found={props.found}
        isBusy={acceptance.isBusy()}
        onOpen={setOpened}
        onAccept={() => void acceptance.send()}
        onUndone={refresh}
      />
      <Dialogs
        found={props.found}
        opened={opened()}
        onClose={() => setOpened(undefined)}
        onDecided={decided}
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
