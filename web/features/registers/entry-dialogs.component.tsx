import { Show, createSignal } from 'solid-js';
import type { EntryDetail } from '#schema/contracts/registers.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import { readableValue } from '#web/features/forms/renderer/readable-value.presenter.ts';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { DefinitionList } from '#web/ui/page.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';

type Props = { open: boolean; found: EntryDetail; onClose: () => void };
type Result = 'held' | 'relapsed' | 'untrue';

const RecheckForm = (props: Props & { onDone: (made: string | undefined) => void }) => {
  const [result, setResult] = createSignal<Result | ''>('');
  const [reason, setReason] = createSignal('');
  const recheck = createCommand<{ result: string; reason: string }, { made?: string }>((body) => ({
    method: 'POST',
    path: `/api/registers/entries/${props.found.summary.id}/rechecks`,
    ifMatch: `"${props.found.summary.version}"`,
    body,
  }));
  const results = ['held', 'relapsed', 'untrue'] as const;
  const send = async () => {
    const answer = await recheck.attempt({ result: result(), reason: reason().trim() });
    if (answer) props.onDone(answer.data.made);
  };
  return (
    <div class="stack">
      <p>{t('registers.recheck-words')}</p>
      <Refusal problem={recheck.problem()} />
      <RadioGroup
        name="result"
        label={t('registers.recheck-result')}
        required
        options={results.map((value) => ({ value, label: t(`registers.recheck-${value}`) }))}
        value={result()}
        onChange={(value) => setResult(value as Result)}
      />
      <TextArea
        name="reason"
        label={t('registers.step-reason')}
        required
        rows={3}
        value={reason()}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={recheck.isBusy()}
          disabled={result() === '' || reason().trim().length < 2}
          onClick={() => void send()}
        >
          {t('registers.confirm')}
        </Button>
      </div>
    </div>
  );
};

/** 回头看: held, came back, or was not true; the old number stays closed whatever is found. */
export const RecheckDialog = (props: Props & { onDone: (made: string | undefined) => void }) => (
  <Dialog open={props.open} title={t('registers.recheck')} onClose={() => props.onClose()}>
    <RecheckForm {...props} />
  </Dialog>
);

const UnmaskForm = (props: Props) => {
  const [shown, setShown] = createSignal<Answers>();
  const unmask = createCommand<{ reason: string }, { answers: Answers }>((body) => ({
    method: 'POST',
    path: `/api/registers/entries/${props.found.summary.id}/unmask`,
    body,
  }));
  const send = async (reason: string) => {
    const answer = await unmask.attempt({ reason });
    if (answer) setShown(answer.data.answers);
  };
  const items = (answers: Answers) =>
    props.found.register.form.fields
      .filter(({ key }) => key in answers)
      .map((field) => ({
        term: localText(field.label),
        value: readableValue(field, answers[field.key]),
      }));
  return (
    <div class="stack">
      <p>{t('registers.unmask-words')}</p>
      <Refusal problem={unmask.problem()} />
      <Show
        when={shown()}
        fallback={
          <>
            <ReasonedAct
              name="reason"
              label={t('registers.step-reason')}
              act={t('registers.unmask')}
              busy={unmask.isBusy()}
              onAct={(reason) => void send(reason)}
            />
          </>
        }
      >
        {(answers) => (
          <section aria-label={t('registers.unmask-shown')} role="status">
            <DefinitionList items={items(answers())} />
          </section>
        )}
      </Show>
    </div>
  );
};

/** Shows what is masked to who is entitled, and says before that it is kept on record. */
export const UnmaskDialog = (props: Props) => (
  <Dialog open={props.open} title={t('registers.unmask')} onClose={() => props.onClose()}>
    <UnmaskForm {...props} />
  </Dialog>
);
