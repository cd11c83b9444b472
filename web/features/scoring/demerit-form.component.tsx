import { Show, createSignal, untrack } from 'solid-js';
import type { DemeritRecord, RecordDemerit } from '#schema/contracts/evaluation-records.ts';
import type { LedgerView } from '#schema/contracts/evaluation.ts';
import { createCommand } from '#web/shared/command.ts';
import { parseDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Quote } from '#web/ui/page.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { Refused } from './refused.component.tsx';
import type { UnitPlace } from './scoring.queries.ts';

type Props = { ledger: LedgerView; place: UnitPlace; today: string; onDone: () => void };

const createDemerit = (props: Props) => {
  const [tier, setTier] = createSignal('');
  const [on, setOn] = createSignal(untrack(() => props.today));
  const [reason, setReason] = createSignal('');
  const [penalty, setPenalty] = createSignal('');
  const chosen = () => props.ledger.tiers.find(({ key }) => key === tier());
  const command = createCommand<RecordDemerit, DemeritRecord>((body) => ({
    method: 'POST',
    path: '/api/scoring/demerits',
    body,
  }));
  const isReady = () =>
    chosen() !== undefined && parseDay(on()) !== undefined && reason().trim().length >= 2;
  const send = async () => {
    const day = parseDay(on());
    if (day === undefined) return;
    const answer = await command.attempt({
      campaignId: props.place.campaign,
      organizationId: props.place.organization,
      ledger: props.ledger.ledger,
      on: day,
      tier: tier(),
      reason: reason().trim(),
      ...(penalty().trim() === '' ? {} : { penalty: penalty().trim() }),
    });
    if (answer) props.onDone();
  };
  const fields = { tier, setTier, on, setOn, reason, setReason, penalty, setPenalty };
  return { ...fields, chosen, command, isReady, send };
};

type Demerit = ReturnType<typeof createDemerit>;

const Tier = (props: { demerit: Demerit; ledger: LedgerView }) => (
  <>
    <Select
      name="tier"
      label={t('scoring.tier')}
      required
      options={props.ledger.tiers.map(({ key, title, points }) => ({
        value: key,
        label: t('scoring.tier-points', { title: localText(title), points }),
      }))}
      value={props.demerit.tier()}
      onChange={props.demerit.setTier}
    />
    <Show when={props.demerit.chosen()?.words}>{(words) => <Quote words={words()} />}</Show>
    <Show when={props.demerit.chosen()?.penalty}>
      <TextField
        name="penalty"
        label={t('scoring.penalty')}
        hint={t('scoring.penalty-hint')}
        maxLength={200}
        value={props.demerit.penalty()}
        onInput={props.demerit.setPenalty}
      />
    </Show>
  </>
);

/** 登记记分: the tier of the standard, the day, and why; never a person's name. */
export const DemeritForm = (props: Props) => {
  const demerit = createDemerit(props);
  return (
    <div class="stack form">
      <p>{t('scoring.demerit-words')}</p>
      <Refused problem={demerit.command.problem()} />
      <Tier demerit={demerit} ledger={props.ledger} />
      <DateField
        name="on"
        label={t('scoring.on')}
        required
        value={demerit.on()}
        error={demerit.command.problem()?.errorOf('on')}
        onInput={demerit.setOn}
      />
      <TextArea
        name="reason"
        label={t('scoring.fact-reason')}
        hint={t('scoring.fact-reason-hint')}
        required
        rows={2}
        value={demerit.reason()}
        error={demerit.command.problem()?.errorOf('reason')}
        onInput={demerit.setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={demerit.command.isBusy()}
          disabled={!demerit.isReady()}
          onClick={() => void demerit.send()}
        >
          {t('scoring.act-demerit')}
        </Button>
      </div>
    </div>
  );
};
