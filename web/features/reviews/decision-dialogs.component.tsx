import { createSignal, untrack } from 'solid-js';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { ColleagueChoice } from './colleague-choice.component.tsx';
import { createDecision } from './decision.ts';
import type { DecisionProps } from './decision.ts';

type Props = DecisionProps;

const HoldForm = (props: Props) => {
  const [reason, setReason] = createSignal('');
  const hold = createDecision(() => props.found);
  const send = async () => {
    const answer = await hold.attempt({ decision: 'hold', reason: reason().trim() });
    if (answer) props.onDecided(answer.data);
  };
  return (
    <div class="stack">
      <Refusal problem={hold.problem()} />
      <p>{t('reviews.hold-words')}</p>
      <TextArea
        name="reason"
        label={t('reviews.hold-reason')}
        required
        rows={2}
        value={reason()}
        error={hold.problem()?.errorOf('reason')}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={hold.isBusy()}
          disabled={reason().trim().length < 2}
          onClick={() => void send()}
        >
          {t('reviews.act-hold')}
        </Button>
      </div>
    </div>
  );
};

export const HoldDialog = (props: Props) => (
  <Dialog open={props.open} title={t('reviews.act-hold')} onClose={() => props.onClose()}>
    <HoldForm {...props} />
  </Dialog>
);

const RecuseForm = (props: Omit<Props, 'onDecided'> & { onRecused: () => void }) => {
  const [reason, setReason] = createSignal('');
  const [successor, setSuccessor] = createSignal(
    untrack(() =>
      props.found.colleagues.length === 1 ? props.found.colleagues[0]?.personId : '',
    ) ?? '',
  );
  const recuse = createCommand<string, { organizationId: string }>((text) => ({
    method: 'POST',
    path: '/api/reviews/recusals',
    body: {
      organizationId: props.found.submission.summary.organizationId,
      reason: text,
      ...(successor() === '' ? {} : { successorId: successor() }),
    },
  }));
  const send = async () => {
    if (await recuse.attempt(reason().trim())) props.onRecused();
  };
  return (
    <div class="stack">
      <Refusal problem={recuse.problem()} />
      <p>{t('reviews.recuse-words', { unit: props.found.submission.summary.organizationName })}</p>
      <TextArea
        name="reason"
        label={t('reviews.recuse-reason')}
        hint={t('reviews.recuse-reason-hint')}
        required
        rows={2}
        value={reason()}
        error={recuse.problem()?.errorOf('reason')}
        onInput={setReason}
      />
      <ColleagueChoice
        name="successor"
        label={t('desk.takes-over')}
        nobody={t('desk.nobody-takes-over')}
        colleagues={props.found.colleagues}
        value={successor()}
        onChoose={setSuccessor}
      />
      <div class="row">
        <Button
          kind="danger"
          busy={recuse.isBusy()}
          disabled={
            reason().trim().length < 2 || (successor() === '' && props.found.colleagues.length > 0)
          }
          onClick={() => void send()}
        >
          {t('reviews.act-recuse')}
        </Button>
      </div>
    </div>
  );
};

export const RecuseDialog = (props: Omit<Props, 'onDecided'> & { onRecused: () => void }) => (
  <Dialog open={props.open} title={t('reviews.act-recuse')} onClose={() => props.onClose()}>
    <RecuseForm {...props} />
  </Dialog>
);
