import { useNavigate } from '@solidjs/router';
import { Show, createSignal, untrack } from 'solid-js';
import { rewordDay } from '#plugins/sdk/drafting/moved-date.ts';
import type { Draft, MoveDate } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatDay, parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { isWeekend } from './date-rule.presenter.ts';

/** A date of the published document that can be moved. */
export type Movable = {
  readonly name: MoveDate['date'];
  readonly wording: string;
  readonly on: string;
};
export type Moving = {
  readonly kind: MoveDate['kind'];
  readonly key: string;
  readonly title: string;
  readonly dates: readonly Movable[];
};

const names = {
  due: 'campaigns.task-due',
  from: 'campaigns.phase-from',
  to: 'campaigns.phase-to',
} as const;

type DialogProps = { campaignId: string; moving: Moving; onClose: () => void };

const createMoving = (campaignId: string, { kind, key, dates }: Moving) => {
  const path = `/api/campaigns/${campaignId}/move-date`;
  const [name, setName] = createSignal(dates[dates.length - 1]?.name ?? 'due');
  const [on, setOn] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [isReworded, setReworded] = createSignal(true);
  const move = createCommand<MoveDate, Draft>((body) => ({ method: 'POST', path, body }));
  const date = () => dates.find((each) => each.name === name());
  const day = () => parseDay(on());
  const wording = () => {
    const [held, next] = [date(), day()];
    return held && next ? rewordDay(held.wording, next) : undefined;
  };
  const send = async (): Promise<Draft | undefined> => {
    const next = day();
    if (next === undefined) return undefined;
    const words = isReworded() ? wording() : undefined;
    const answer = await move.attempt({
      kind,
      key,
      date: name(),
      on: next,
      reason: reason().trim(),
      ...(words === undefined ? {} : { wording: words }),
    });
    return answer?.data;
  };
  const choose = (value: string) =>
    setName(dates.find((each) => each.name === value)?.name ?? 'due');
  const fields = { name, choose, on, setOn, reason, setReason, isReworded, setReworded };
  return { ...fields, dates, move, date, day, wording, send };
};

type Held = ReturnType<typeof createMoving>;

const NewDay = (props: { held: Held }) => (
  <>
    <p class="small">
      {t('campaigns.move-now', { day: formatDay(props.held.date()?.on ?? '', { year: true }) })}{' '}
      <span class="document-words">“{props.held.date()?.wording}”</span>
    </p>
    <DateField
      name="on"
      label={t('campaigns.move-to')}
      required
      value={props.held.on()}
      error={props.held.move.problem()?.errorOf('on')}
      onInput={props.held.setOn}
    />
    <Show when={isWeekend(props.held.day() ?? '')}>
      <Callout
        kind="warn"
        live
        title={t('campaigns.date-weekend', { day: formatDay(props.held.day() ?? '') })}
      >
        {t('campaigns.date-weekend-mend')}
      </Callout>
    </Show>
    <Show when={props.held.wording()}>
      {(words) => (
        <Checkbox
          name="wording"
          label={t('campaigns.move-reword', { wording: words() })}
          checked={props.held.isReworded()}
          onChange={props.held.setReworded}
        />
      )}
    </Show>
  </>
);

const Fields = (props: DialogProps) => {
  const navigate = useNavigate();
  const held = untrack(() => createMoving(props.campaignId, props.moving));
  const send = async () => {
    const draft = await held.send();
    if (!draft) return;
    props.onClose();
    navigate(`/campaigns/drafts/${draft.id}`);
  };
  return (
    <div class="stack">
      <Refusal problem={held.move.problem()} />
      <p lang="zh-CN">{props.moving.title}</p>
      <Show when={held.dates.length > 1}>
        <RadioGroup
          name="date"
          label={t('campaigns.move-which')}
          inline
          options={held.dates.map((each) => ({ value: each.name, label: t(names[each.name]) }))}
          value={held.name()}
          onChange={held.choose}
        />
      </Show>
      <NewDay held={held} />
      <TextArea
        name="reason"
        label={t('campaigns.move-reason')}
        hint={t('campaigns.move-reason-hint')}
        required
        rows={2}
        value={held.reason()}
        error={held.move.problem()?.errorOf('reason')}
        onInput={held.setReason}
      />
      <p class="small soft">{t('campaigns.move-chain')}</p>
      <div class="row">
        <Button
          kind="primary"
          busy={held.move.isBusy()}
          disabled={held.day() === undefined || held.reason().trim().length < 2}
          onClick={() => void send()}
        >
          {t('campaigns.act-move-date')}
        </Button>
      </div>
    </div>
  );
};

/** 调整日期: one date, its reason, and an amendment of one line. */
export const MoveDateDialog = (props: DialogProps) => (
  <Dialog open title={t('campaigns.move-date')} onClose={() => props.onClose()}>
    <Fields {...props} />
  </Dialog>
);
