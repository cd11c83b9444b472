import { Show, createSignal } from 'solid-js';
import type { DecideReview, ReviewCase, ReviewDecided } from '#schema/contracts/reviews.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';

type Props = {
  open: boolean;
  found: ReviewCase;
  onClose: () => void;
  onDecided: (decided: ReviewDecided) => void;
};

/** One decision on the version of the filing that is on the screen. */
export const createDecision = (found: () => ReviewCase) =>
  createCommand<DecideReview, ReviewDecided>((body) => ({
    method: 'POST',
    path: `/api/reviews/${found().submission.summary.id}/decisions`,
    ifMatch: `"${found().version}"`,
    body,
  }));

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

const PassOnForm = (props: Props) => {
  const [office, setOffice] = createSignal('');
  const [reason, setReason] = createSignal('');
  const passOn = createDecision(() => props.found);
  const offices = () =>
    props.found.offices.filter(({ title }) => title !== props.found.submission.summary.office);
  const send = async () => {
    const answer = await passOn.attempt({
      decision: 'pass-on',
      office: office(),
      reason: reason().trim(),
    });
    if (answer) props.onDecided(answer.data);
  };
  return (
    <div class="stack">
      <Refusal problem={passOn.problem()} />
      <Show
        when={offices().length > 0}
        fallback={<p class="soft">{t('reviews.no-other-office')}</p>}
      >
        <Select
          name="office"
          label={t('reviews.pass-on-office')}
          required
          options={offices().map(({ key, title }) => ({ value: key, label: title }))}
          value={office()}
          error={passOn.problem()?.errorOf('office')}
          onChange={setOffice}
        />
        <TextArea
          name="reason"
          label={t('reviews.pass-on-reason')}
          required
          rows={2}
          value={reason()}
          error={passOn.problem()?.errorOf('reason')}
          onInput={setReason}
        />
        <div class="row">
          <Button
            kind="primary"
            busy={passOn.isBusy()}
            disabled={office() === '' || reason().trim().length < 2}
            onClick={() => void send()}
          >
            {t('reviews.act-pass-on')}
          </Button>
        </div>
      </Show>
    </div>
  );
};

export const PassOnDialog = (props: Props) => (
  <Dialog open={props.open} title={t('reviews.act-pass-on')} onClose={() => props.onClose()}>
    <PassOnForm {...props} />
  </Dialog>
);

const RecuseForm = (props: Omit<Props, 'onDecided'> & { onRecused: () => void }) => {
  const [reason, setReason] = createSignal('');
  const recuse = createCommand<string, { organizationId: string }>((text) => ({
    method: 'POST',
    path: '/api/reviews/recusals',
    body: { organizationId: props.found.submission.summary.organizationId, reason: text },
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
      <div class="row">
        <Button
          kind="danger"
          busy={recuse.isBusy()}
          disabled={reason().trim().length < 2}
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
