import { Show, createSignal } from 'solid-js';
import type { Application } from '#schema/contracts/filing-applications.ts';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import {
  createApplicationDecision,
  useFiledRevisions,
} from '#web/features/submissions/applications.queries.ts';
import { ApplicationLine } from '#web/features/submissions/filed-history.component.tsx';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { LoadFailed, QueryView } from '#web/ui/state.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';

const Deciding = (props: { id: string; application: Application; onDone: () => void }) => {
  const [answer, setAnswer] = createSignal('');
  const decide = createApplicationDecision(() => ({
    id: props.id,
    applicationId: props.application.id,
  }));
  const say = async (agree: boolean) => {
    const body = agree ? { agree } : { agree, answer: answer().trim() };
    if (!(await decide.attempt(body as Parameters<typeof decide.attempt>[0]))) return;
    announce(t('reviews.application-answered'));
    props.onDone();
  };
  return (
    <>
      <ApplicationLine application={props.application} />
      <TextArea
        name="answer"
        label={t('reviews.application-answer')}
        rows={2}
        value={answer()}
        onInput={setAnswer}
      />
      <Show when={decide.error()}>
        <LoadFailed error={decide.error()} />
      </Show>
      <div class="row">
        <Button kind="primary" busy={decide.isBusy()} onClick={() => void say(true)}>
          {t('reviews.application-agree')}
        </Button>
        <Button
          busy={decide.isBusy()}
          disabled={answer().trim().length < 2}
          onClick={() => void say(false)}
        >
          {t('reviews.application-decline')}
        </Button>
      </div>
    </>
  );
};

/** 更正 or 延期 that a unit asks for: agreed to, or declined with words. */
export const ApplicationDialog = (props: {
  summary: SubmissionSummary;
  onClose: () => void;
  onDone: () => void;
}) => {
  const revisions = useFiledRevisions(() => props.summary.id);
  return (
    <Dialog open title={t('reviews.application')} onClose={() => props.onClose()}>
      <div class="stack">
        <p>
          <strong>{props.summary.organizationName}</strong> {titleOf(props.summary)}
        </p>
        <QueryView query={revisions}>
          {(data) => (
            <Show when={data().applications.find(({ state }) => state === 'asked')}>
              {(asked) => (
                <Deciding id={props.summary.id} application={asked()} onDone={props.onDone} />
              )}
            </Show>
          )}
        </QueryView>
      </div>
    </Dialog>
  );
};
