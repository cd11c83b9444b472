import { Show } from 'solid-js';
import type { ReviewCase, ReviewQueueRow } from '#schema/contracts/reviews.ts';
import { useSession } from '#web/features/identity/session.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { statusOf } from '#web/features/submissions/task-row.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { BottomBar } from '#web/ui/page.component.tsx';
import { canDecideOn, mayDecideTo } from './case-panes.component.tsx';
import { Undo } from './case-undo.component.tsx';
import { ariaKeys } from './shortcuts.ts';

export type Opened = 'return' | 'hold' | 'pass-on' | 'recuse' | 'deduct' | 'paper';

type BarProps = {
  found: ReviewCase;
  next: ReviewQueueRow | undefined;
  isBusy: boolean;
  onOpen: (opened: Opened) => void;
  onAccept: () => void;
  onUndone: () => void;
};

/** What stands beside the decision: 回避, 扣分登记, 登记纸质件. */
const Beside = (props: BarProps) => {
  const { permissions } = useSession();
  const mayRegisterPaper = () =>
    props.found.submission.summary.paper === 'expected' &&
    permissions.holds('submissions.register-paper');
  return (
    <>
      <Show
        when={canDecideOn(props.found)}
        fallback={statusOf(props.found.submission.summary).words}
      >
        <Button kind="quiet" onClick={() => props.onOpen('recuse')}>
          {t('reviews.act-recuse')}
        </Button>
      </Show>
      <Show when={!props.found.barred && permissions.holds('scoring.deduct')}>
        <Button
          kind="quiet"
          aria-keyshortcuts={ariaKeys('deduct')}
          onClick={() => props.onOpen('deduct')}
        >
          {t('reviews.deductions')}
        </Button>
      </Show>
      <Show when={mayRegisterPaper()}>
        <Button kind="quiet" onClick={() => props.onOpen('paper')}>
          {t('reviews.relief-paper')}
        </Button>
      </Show>
    </>
  );
};

const Decisions = (props: BarProps) => (
  <>
    <Show when={props.found.submission.summary.state !== 'held'}>
      <Button aria-keyshortcuts={ariaKeys('hold')} onClick={() => props.onOpen('hold')}>
        {t('reviews.act-hold')}
      </Button>
    </Show>
    <Button aria-keyshortcuts={ariaKeys('pass-on')} onClick={() => props.onOpen('pass-on')}>
      {t('reviews.act-pass-on')}
    </Button>
    <Show when={mayDecideTo('return', props.found)}>
      <Button
        kind="danger"
        aria-keyshortcuts={ariaKeys('return')}
        onClick={() => props.onOpen('return')}
      >
        {t('reviews.act-return')}
      </Button>
    </Show>
    <Show when={mayDecideTo('accept', props.found)}>
      <Button
        kind="primary"
        busy={props.isBusy}
        aria-keyshortcuts={ariaKeys('accept')}
        onClick={() => props.onAccept()}
      >
        {t('reviews.act-accept')}
      </Button>
    </Show>
  </>
);

/** Fixed at the foot: the four decisions; once decided, the next one in the queue. */
export const CaseBar = (props: BarProps) => (
  <BottomBar note={<Beside {...props} />}>
    <Show
      when={canDecideOn(props.found)}
      fallback={
        <>
          <Undo found={props.found} onDone={props.onUndone} />
          <LinkButton href="/reviews">{t('reviews.back-to-queue')}</LinkButton>
          <Show when={props.next}>
            {(row) => (
              <LinkButton kind="primary" href={`/reviews/${row().id}`}>
                {t('desk.next-case', { unit: row().organizationName })}
                <span class="visually-hidden">{titleOf(row())}</span>
              </LinkButton>
            )}
          </Show>
        </>
      }
    >
      <Decisions {...props} />
    </Show>
  </BottomBar>
);
