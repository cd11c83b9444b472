import { Show, createSignal } from 'solid-js';
import { parsePoints } from '#plugins/sdk/points/points.ts';
import type {
  Deduction,
  DeductionList,
  RecordDeduction,
  RecordableCriterion,
} from '#schema/contracts/scoring.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Quote } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { RecordedDeductions } from './recorded-deductions.component.tsx';
import { useDeductions, useDeductionsChanged } from './reviews.queries.ts';

type Place = { campaign: string; organization: string; submissionId?: string | undefined };

const keyOf = ({ scorecard, criterion }: Pick<RecordableCriterion, 'scorecard' | 'criterion'>) =>
  `${scorecard} ${criterion}`;

/** Units of 1/10,000 point; undefined while what is written is no figure above nothing. */
export const amountOf = (written: string): number | undefined => {
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(written)) return undefined;
  const units = parsePoints(written);
  return units > 0 ? units : undefined;
};

type Written = { chosen: string; amount: string; reason: string; remedy: string };

const nothingWritten: Written = { chosen: '', amount: '', reason: '', remedy: '' };

/** What is left of the item after the deduction as it is written; below nothing is too much. */
export const leftAfter = (
  criterion: Pick<RecordableCriterion, 'remaining'> | undefined,
  amount: string,
): number | undefined => {
  const units = amountOf(amount);
  return criterion && units !== undefined ? criterion.remaining - units : undefined;
};

const amountFault = (amount: string, left: number | undefined): string | undefined => {
  if (amount !== '' && amountOf(amount) === undefined) return t('reviews.amount-wrong');
  return (left ?? 0) < 0 ? t('reviews.amount-too-much') : undefined;
};

const Remedy = (props: {
  written: Written;
  error: string | undefined;
  onWrite: (change: Partial<Written>) => void;
}) => (
  <TextField
    name="remedy"
    label={t('desk.remedy')}
    hint={t('desk.remedy-hint')}
    value={props.written.remedy}
    error={props.error}
    onInput={(remedy) => props.onWrite({ remedy })}
  />
);

const RecordFields = (props: {
  written: Written;
  criteria: readonly RecordableCriterion[];
  onWrite: (change: Partial<Written>) => void;
  errorOf: (path: string) => string | undefined;
}) => {
  const criterion = () => props.criteria.find((each) => keyOf(each) === props.written.chosen);
  const left = () => leftAfter(criterion(), props.written.amount);
  return (
    <>
      <Select
        name="criterion"
        label={t('reviews.criterion')}
        required
        options={props.criteria.map((each) => ({
          value: keyOf(each),
          label: t('reviews.criterion-left', {
            title: each.title,
            left: formatPoints(each.remaining),
            points: formatPoints(each.points),
          }),
        }))}
        value={props.written.chosen}
        onChange={(chosen) => props.onWrite({ chosen })}
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
        value={props.written.amount}
        error={amountFault(props.written.amount, left()) ?? props.errorOf('amount')}
        onInput={(amount) => props.onWrite({ amount })}
      />
      <TextArea
        name="reason"
        label={t('reviews.deduct-reason')}
        hint={t('reviews.deduct-reason-hint')}
        required
        rows={2}
        value={props.written.reason}
        error={props.errorOf('reason')}
        onInput={(reason) => props.onWrite({ reason })}
      />
      <Remedy written={props.written} onWrite={props.onWrite} error={props.errorOf('remedy')} />
    </>
  );
};

const RecordForm = (props: { place: Place; list: DeductionList }) => {
  const changed = useDeductionsChanged();
  const [written, setWritten] = createSignal(nothingWritten);
  const write = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }));
  const criterion = () => props.list.criteria.find((each) => keyOf(each) === written().chosen);
  const record = createCommand<RecordDeduction, Deduction>((body) => ({
    method: 'POST',
    path: '/api/scoring/deductions',
    body,
  }));
  const isReady = () =>
    (leftAfter(criterion(), written().amount) ?? -1) >= 0 && written().reason.trim().length >= 2;
  const send = async () => {
    const item = criterion();
    const amount = amountOf(written().amount);
    if (!item || amount === undefined) return;
    const answer = await record.attempt({
      campaignId: props.place.campaign,
      organizationId: props.place.organization,
      scorecard: item.scorecard,
      criterion: item.criterion,
      amount,
      reason: written().reason.trim(),
      ...(written().remedy.trim().length < 2 ? {} : { remedy: written().remedy.trim() }),
      ...(props.place.submissionId === undefined ? {} : { submissionId: props.place.submissionId }),
    });
    if (!answer) return;
    announce(t('reviews.deducted'));
    setWritten(nothingWritten);
    await changed();
  };
  return (
    <div class="stack form">
      <ErrorSummary errors={record.errors()} />
      <Refusal problem={record.problem()?.errors.length === 0 && record.problem()} />
      <RecordFields
        written={written()}
        criteria={props.list.criteria}
        onWrite={write}
        errorOf={(path) => record.problem()?.errorOf(path)}
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

const isNotScored = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'scoring.not_scored';

/** 扣分登记: by exception; whatever is not listed keeps its full points. */
export const Deductions = (props: { place: Place }) => {
  const list = useDeductions(() => ({
    campaign: props.place.campaign,
    organization: props.place.organization,
  }));
  return (
    <Show when={!isNotScored(list.error)} fallback={<p class="soft">{t('desk.not-scored')}</p>}>
      <section class="stack" aria-label={t('reviews.deductions')}>
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
                <RecordedDeductions list={found()} />
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

/** 扣分登记 in one step, from wherever a unit is in sight. */
export const DeductionsDialog = (props: {
  open: boolean;
  unit: string;
  place: Place;
  onClose: () => void;
}) => (
  <Dialog
    open={props.open}
    wide
    title={t('desk.deduct-unit', { unit: props.unit })}
    onClose={() => props.onClose()}
  >
    <Deductions place={props.place} />
  </Dialog>
);
