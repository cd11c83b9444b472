import { createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createGrantGiving, useAccountsChanged } from './accounts.queries.ts';
import { SeatChoice, createSeat } from './seat-choice.component.tsx';

const createGrantForm = (accountId: () => string) => {
  const seat = createSeat();
  const [until, setUntil] = createSignal('');
  const [reason, setReason] = createSignal('');
  const give = createGrantGiving();
  const changed = useAccountsChanged();
  const submit = async () => {
    const chosen = seat.chosen();
    if (chosen === undefined) return;
    const last = until() ? { to: until() } : {};
    const about = { id: accountId(), reason: reason().trim(), ...chosen, ...last };
    if (!(await give.attempt(about))) return;
    announce(t('accounts.grant-given'), 'done');
    seat.setRole('');
    seat.setUnit('');
    setReason('');
    await changed();
  };
  const isReady = () => seat.chosen() !== undefined && reason().trim().length >= 2;
  return { seat, until, setUntil, reason, setReason, submit, give, isReady };
};

/** 授予: role, unit, reach, last day and reason. */
export const GrantForm = (props: { accountId: string }) => {
  const form = createGrantForm(() => props.accountId);
  return (
    <div class="stack form">
      <h3 class="section-title">{t('accounts.grant-new')}</h3>
      <Refusal problem={form.give.problem()} />
      <SeatChoice seat={form.seat} unitError={form.give.problem()?.errorOf('organizationId')} />
      <DateField
        name="to"
        label={t('accounts.grant-to')}
        hint={t('accounts.grant-to-hint')}
        value={form.until()}
        onInput={form.setUntil}
      />
      <TextField
        name="reason"
        label={t('accounts.reason')}
        hint={t('accounts.reason-hint')}
        required
        maxLength={200}
        value={form.reason()}
        onInput={form.setReason}
        error={form.give.problem()?.errorOf('reason')}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={form.give.isBusy()}
          disabled={!form.isReady()}
          onClick={() => void form.submit()}
        >
          {t('accounts.grant-act')}
        </Button>
      </div>
    </div>
  );
};
