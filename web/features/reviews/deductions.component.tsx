import { For, Show, createSignal } from 'solid-js';
import { parsePoints } from '#plugins/sdk/points/points.ts';
import type {
  Deduction,
  DeductionList,
  RecordDeduction,
  RecordableCriterion,
} from '#schema/contracts/scoring.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Quote } from '#web/ui/page.component.tsx';
import { LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { NumberField, TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { useDeductions, useDeductionsChanged } from './reviews.queries.ts';

type Place = { campaign: string; organization: string; submissionId: string };

const keyOf = ({ scorecard, criterion }: Pick<RecordableCriterion, 'scorecard' | 'criterion'>) =>
  `${scorecard} ${criterion}`;

/** Units of 1/10,000 point; undefined while what is written is no figure above nothing. */
export const amountOf = (written: string): number | undefined => {
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(written)) return undefined;
  const units = parsePoints(written);
  return units > 0 ? units : undefined;
};

const RecordForm = (props: { place: Place; list: DeductionList }) => {
  const changed = useDeductionsChanged();
  const [chosen, setChosen] = createSignal('');
  const [amount, setAmount] = createSignal('');
  const [reason, setReason] = createSignal('');
  const criterion = () => props.list.criteria.find((each) => keyOf(each) === chosen());
  const record = createCommand<RecordDeduction, Deduction>((body) => ({
    method: 'POST',
    path: '/api/scoring/deductions',
    body,
  }));
  const left = () => {
    const item = criterion();
    const units = amountOf(amount());
    return item && units !== undefined ? item.remaining - units : undefined;
  };
  const amountError = () => {
    if (amount() !== '' && amountOf(amount()) === undefined) return t('reviews.amount-wrong');
    if ((left() ?? 0) < 0) return t('reviews.amount-too-much');
    return record.problem()?.errorOf('amount');
  };
  const isReady = () => (left() ?? -1) >= 0 && reason().trim().length >= 2;
  const send = async () => {
    const item = criterion();
    const units = amountOf(amount());
    if (!item || units === undefined) return;
    const answer = await record.attempt({
      campaignId: props.place.campaign,
      organizationId: props.place.organization,
      scorecard: item.scorecard,
      criterion: item.criterion,
      amount: units,
      reason: reason().trim(),
      submissionId: props.place.submissionId,
    });
    if (!answer) return;
    announce(t('reviews.deducted'));
    setAmount('');
    setReason('');
    await changed();
  };
  return (
    <div class="stack form">
      <ErrorSummary errors={record.errors()} />
      <Show when={record.problem()?.errors.length === 0 && record.problem()}>
        {(problem) => <Callout kind="error" live title={problem().title} />}
      </Show>
      <Select
        name="criterion"
        label={t('reviews.criterion')}
        required
        options={props.list.criteria.map((each) => ({
          value: keyOf(each),
          label: t('reviews.criterion-left', {
            title: each.title,
            left: formatPoints(each.remaining),
            points: formatPoints(each.points),
          }),
        }))}
        value={chosen()}
        onChange={setChosen}
      />
      <Show when={criterion()?.words}>{(words) => <Quote words={words()} />}</Show>
      <NumberField
        name="amount"
        label={t('reviews.amount')}
        decimal
        required
        unit={t('reviews.points')}
        hint={
          left() === undefined
            ? undefined
            : t('reviews.amount-left', { left: formatPoints(Math.max(0, left() ?? 0)) })
        }
        value={amount()}
        error={amountError()}
        onInput={setAmount}
      />
      <TextArea
        name="reason"
        label={t('reviews.deduct-reason')}
        hint={t('reviews.deduct-reason-hint')}
        required
        rows={2}
        value={reason()}
        error={record.problem()?.errorOf('reason')}
        onInput={setReason}
      />
      <Button
        kind="primary"
        busy={record.isBusy()}
        disabled={!isReady()}
        onClick={() => void send()}
      >
        {t('reviews.act-deduct')}
      </Button>
    </div>
  );
};

const WithdrawDialog = (props: { deduction: Deduction; onClose: () => void }) => {
  const changed = useDeductionsChanged();
  const [reason, setReason] = createSignal('');
  const withdraw = createCommand<string, Deduction>((text) => ({
    method: 'POST',
    path: `/api/scoring/deductions/${props.deduction.id}/withdraw`,
    ifMatch: `"${props.deduction.version}"`,
    body: { reason: text },
  }));
  const send = async () => {
    if (!(await withdraw.attempt(reason().trim()))) return;
    announce(t('reviews.deduction-withdrawn'));
    props.onClose();
    await changed();
  };
  return (
    <div class="stack">
      <Show when={withdraw.problem()}>
        {(problem) => <Callout kind="error" live title={problem().title} />}
      </Show>
      <TextArea
        name="withdraw-reason"
        label={t('reviews.withdraw-reason')}
        required
        rows={2}
        value={reason()}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind="danger"
          busy={withdraw.isBusy()}
          disabled={reason().trim().length < 2}
          onClick={() => void send()}
        >
          {t('reviews.act-withdraw-deduction')}
        </Button>
      </div>
    </div>
  );
};

const Recorded = (props: { list: DeductionList }) => {
  const [opened, setOpened] = createSignal<Deduction>();
  const titleOf = (deduction: Deduction) =>
    props.list.criteria.find((each) => keyOf(each) === keyOf(deduction))?.title ??
    deduction.criterion;
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

const isNotScored = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'scoring.not_scored';

/** 扣分登记: by exception; whatever is not listed keeps its full points. */
export const Deductions = (props: { place: Place }) => {
  const list = useDeductions(() => ({
    campaign: props.place.campaign,
    organization: props.place.organization,
  }));
  return (
    <Show when={!isNotScored(list.error)}>
      <section class="stack">
        <h2 class="section-title">{t('reviews.deductions')}</h2>
        <p class="soft">{t('reviews.deductions-words')}</p>
        <Show
          when={dataOf(list)}
          fallback={
            <Show when={list.error} fallback={<Loading />}>
              <LoadFailed error={list.error} onRetry={() => void list.refetch()} />
            </Show>
          }
        >
          {(found) => (
            <>
              <Show when={found().items.length > 0}>
                <Recorded list={found()} />
              </Show>
              <Show
                when={found().criteria.length > 0}
                fallback={<p class="soft">{t('reviews.nothing-recordable')}</p>}
              >
                <RecordForm place={props.place} list={found()} />
              </Show>
            </>
          )}
        </Show>
      </section>
    </Show>
  );
};
