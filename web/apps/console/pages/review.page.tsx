import { useNavigate, useParams } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import { stampChecks } from '#schema/contracts/reviews.ts';
import type { ReviewCase, StampCheck } from '#schema/contracts/reviews.ts';
import { useSession } from '#web/features/identity/session.ts';
import { CaseBar } from '#web/features/reviews/case-bar.component.tsx';
import type { Opened } from '#web/features/reviews/case-bar.component.tsx';
import { CaseDialogs } from '#web/features/reviews/case-dialogs.component.tsx';
import { CaseHeader } from '#web/features/reviews/case-header.component.tsx';
import { CaseHistory } from '#web/features/reviews/case-history.component.tsx';
import {
  CasePanes,
  canDecideOn,
  mayDecideTo,
} from '#web/features/reviews/case-panes.component.tsx';
import { Barred } from '#web/features/reviews/case-undo.component.tsx';
import { createDecision } from '#web/features/reviews/decision.ts';
import {
  DoubleReviewPanel,
  asksForReason,
  opinionsBeside,
} from '#web/features/reviews/double-review.component.tsx';
import { Opinions } from '#web/features/reviews/opinions.component.tsx';
import {
  useReviewCase,
  useReviewChanged,
  useReviewQueue,
} from '#web/features/reviews/reviews.queries.ts';
import {
  createShortcuts,
  shortcutList,
  stepThroughSheets,
} from '#web/features/reviews/shortcuts.ts';
import type { Shortcut } from '#web/features/reviews/shortcuts.ts';
import { t } from '#web/shared/i18n.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { fieldId } from '#web/ui/field.component.tsx';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import '#web/features/reviews/review-beside.css';
import '#web/features/reviews/review.css';

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

const Keys = () => (
  <div class="review-keys">
    <Disclosure summary={t('desk.keys')}>
      <dl class="key-list">
        <For each={shortcutList()}>
          {({ keys, act }) => (
            <div>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{act}</dd>
            </div>
          )}
        </For>
      </dl>
    </Disclosure>
  </div>
);

const goTo = (name: string) => {
  const box = document.getElementById(fieldId(name));
  box?.scrollIntoView?.({ block: 'center' });
  box?.focus({ preventScroll: true });
};

/** 通过: with a stamped scan only once all four ticks are there. */
const createAcceptance = (found: () => ReviewCase, onAccepted: () => void) => {
  const [ticked, setTicked] = createSignal<readonly StampCheck[]>([]);
  const [isTried, setTried] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const accept = createDecision(found);
  const reset = () => {
    setTried(false);
    setTicked([]);
    setReason('');
  };
  const isReasonMissing = () => asksForReason(found()) && reason().trim().length < 2;
  const send = async () => {
    setTried(true);
    if (isReasonMissing()) return goTo('rulingReason');
    if (found().needsStampChecks && ticked().length < stampChecks.length) {
      return goTo('stampChecks');
    }
    const checks = found().needsStampChecks ? { stampChecks: [...ticked()] } : {};
    const why = asksForReason(found()) ? { comment: reason().trim() } : {};
    if (await accept.attempt({ decision: 'accept', ...checks, ...why })) onAccepted();
  };
  const { isBusy, problem } = accept;
  const isMissing = () => isTried() && isReasonMissing();
  const given = { words: reason, isMissing, onInput: setReason };
  return { ticked, setTicked, isTried, send, reset, isBusy, problem, given };
};

/** The most urgent of the others that this person may decide on. */
const createNext = (found: () => ReviewCase) => {
  const queue = useReviewQueue();
  return () =>
    dataOf(queue)
      ?.pages.flatMap(({ rows }) => rows)
      .find(({ id, barred }) => !barred && id !== found().submission.summary.id);
};

type KeyActs = {
  accept: () => void;
  open: (opened: Opened) => void;
  next: () => { readonly id: string } | undefined;
  mayDeduct: () => boolean;
};

/** The keys do what the buttons of the bar do, and only where the bar has them. */
const createKeys = (found: () => ReviewCase, acts: KeyActs) => {
  const navigate = useNavigate();
  const decide = (shortcut: 'accept' | 'return' | 'pass-on' | 'hold') => {
    if (!canDecideOn(found())) return;
    const isClosing = shortcut === 'accept' || shortcut === 'return';
    if (isClosing && !mayDecideTo(shortcut, found())) return;
    if (shortcut === 'accept') acts.accept();
    else acts.open(shortcut);
  };
  const goOn = () => {
    const row = acts.next();
    if (row) navigate(`/reviews/${row.id}`);
  };
  createShortcuts((shortcut: Shortcut) => {
    switch (shortcut) {
      case 'sheet-before':
        return stepThroughSheets(-1);
      case 'sheet-after':
        return stepThroughSheets(1);
      case 'next':
        return goOn();
      case 'deduct':
        if (!found().barred && acts.mayDeduct()) acts.open('deduct');
        return;
      case 'accept':
      case 'return':
      case 'pass-on':
      case 'hold':
        return decide(shortcut);
    }
  });
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
  const next = createNext(() => props.found);
  createKeys(() => props.found, {
    accept: () => void acceptance.send(),
    open: setOpened,
    next,
    mayDeduct: () => permissions.holds('scoring.deduct'),
  });
  return (
    <>
      <CaseHeader found={props.found} />
      <div class="review-notes">
        <Barred found={props.found} />
        <Refusal problem={acceptance.problem()} onReload={refresh} />
        <CaseHistory found={props.found} />
        <Keys />
      </div>
      <DoubleReviewPanel found={props.found} reason={acceptance.given} onChanged={refresh} />
      <Opinions opinions={opinionsBeside(props.found)} onChanged={refresh} />
      <CasePanes
        found={props.found}
        ticked={acceptance.ticked()}
        isTried={acceptance.isTried()}
        onTick={acceptance.setTicked}
      />
      <CaseBar
        found={props.found}
        next={next()}
        isBusy={acceptance.isBusy()}
        onOpen={setOpened}
        onAccept={() => void acceptance.send()}
        onUndone={refresh}
      />
      <CaseDialogs
        found={props.found}
        asOf={props.found.asOf}
        opened={opened()}
        onClose={() => setOpened(undefined)}
        onDecided={decided}
        onChanged={refresh}
      />
    </>
  );
};

/** What is typed and ticked here belongs to this filing and to no other. */
const Case = (props: { id: string }) => {
  const found = useReviewCase(() => props.id);
  return <QueryView query={found}>{(data) => <CasePage found={data()} />}</QueryView>;
};

/** 审核 of one filing: answers left, all evidence right, the decision at the foot. */
export const ReviewPage = () => {
  const params = useParams<{ submissionId: string }>();
  return (
    <Show when={params.submissionId} keyed>
      {(id) => <Case id={id} />}
    </Show>
  );
};
