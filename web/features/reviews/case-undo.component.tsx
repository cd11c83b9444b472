import { Show } from 'solid-js';
import type { ReviewCase, ReviewDecided } from '#schema/contracts/reviews.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';

/** 撤销, the same day, as long as nothing has followed. */
export const Undo = (props: { found: ReviewCase; onDone: () => void }) => {
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

/** Why this person may look and not decide. */
export const Barred = (props: { found: ReviewCase }) => (
  <Show when={props.found.barred}>
    {(bar) => (
      <Callout kind="warn" title={t(`reviews.bar-${bar()}`)}>
        {t(`reviews.bar-${bar()}-words`)}
        <Show when={props.found.takenOverBy}>
          {(post) => <> {t('desk.taken-over', { post: post() })}</>}
        </Show>
      </Callout>
    )}
  </Show>
);
