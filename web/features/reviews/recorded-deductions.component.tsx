import { For, Show, createSignal } from 'solid-js';
import type { Deduction, DeductionList } from '#schema/contracts/scoring.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { useDeductionsChanged } from './reviews.queries.ts';

const WithdrawDialog = (props: { deduction: Deduction; onClose: () => void }) => {
  const changed = useDeductionsChanged();
  const withdraw = createCommand<string, Deduction>((text) => ({
    method: 'POST',
    path: `/api/scoring/deductions/${props.deduction.id}/withdraw`,
    ifMatch: `"${props.deduction.version}"`,
    body: { reason: text },
  }));
  const send = async (reason: string) => {
    if (!(await withdraw.attempt(reason))) return;
    announce(t('reviews.deduction-withdrawn'));
    props.onClose();
    await changed();
  };
  return (
    <div class="stack">
      <Refusal problem={withdraw.problem()} />
      <ReasonedAct
        name="withdraw-reason"
        label={t('reviews.withdraw-reason')}
        act={t('reviews.act-withdraw-deduction')}
        kind="danger"
        busy={withdraw.isBusy()}
        onAct={(reason) => void send(reason)}
      />
    </div>
  );
};

/** What was recorded against the unit; whoever may deduct takes it back with a reason. */
export const RecordedDeductions = (props: { list: DeductionList }) => {
  const [opened, setOpened] = createSignal<Deduction>();
  const titleOf = (deduction: Deduction) =>
    props.list.criteria.find(
      (each) => each.scorecard === deduction.scorecard && each.criterion === deduction.criterion,
    )?.title ?? deduction.criterion;
  return (
    <>
      <ul class="deductions">
        <For each={props.list.items}>
          {(deduction) => (
            <li>
              <p>
                <strong>{titleOf(deduction)}</strong>{' '}
                {t('reviews.deducted-points', { points: formatPoints(deduction.amount) })}
                {'：'}
                {deduction.reason}
                <Show when={deduction.remedy}>
                  {(remedy) => (
                    <span class="soft">{t('desk.remedy-of', { remedy: remedy() })}</span>
                  )}
                </Show>
              </p>
              <p class="small soft row">
                {deduction.recordedByPost} · {formatInstant(deduction.recordedAt)}
                <Show
                  when={deduction.state === 'standing'}
                  fallback={
                    <Status kind="stopped">
                      {t('reviews.withdrawn', { reason: deduction.withdrawnReason ?? '' })}
                    </Status>
                  }
                >
                  <Button small kind="quiet" onClick={() => setOpened(() => deduction)}>
                    {t('reviews.act-withdraw-deduction')}
                    <span class="visually-hidden">：{titleOf(deduction)}</span>
                  </Button>
                </Show>
              </p>
            </li>
          )}
        </For>
      </ul>
      <Dialog
        open={opened() !== undefined}
        title={t('reviews.act-withdraw-deduction')}
        onClose={() => setOpened(undefined)}
      >
        <Show when={opened()}>
          {(deduction) => (
            <WithdrawDialog deduction={deduction()} onClose={() => setOpened(undefined)} />
          )}
        </Show>
      </Dialog>
    </>
  );
};
