import { Show, createSignal } from 'solid-js';
import { grantableRoles } from '#schema/contracts/accounts.ts';
import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createGrantGiving, useAccountsChanged } from './accounts.queries.ts';
import type { GrantGiving } from './accounts.queries.ts';
import { UnitChoice } from './unit-choice.component.tsx';

type Role = (typeof grantableRoles)[number];

/** Which roles stand at one unit, and which may also reach the units under it. */
const needsUnit = (role: string) => role.startsWith('hospital-');
const mayHaveUnit = (role: string) => needsUnit(role) || role === 'bureau-reviewer';

const createGrantForm = (accountId: () => string) => {
  const [role, setRole] = createSignal('');
  const [unit, setUnit] = createSignal('');
  const [relation, setRelation] = createSignal('');
  const [until, setUntil] = createSignal('');
  const [reason, setReason] = createSignal('');
  const give = createGrantGiving();
  const changed = useAccountsChanged();
  const chosenRole = () => grantableRoles.find((each) => each === role());
  const submit = async () => {
    const chosen: Role | undefined = chosenRole();
    if (chosen === undefined) return;
    const kind = relationKinds.find((each) => each === relation());
    const place: Partial<GrantGiving> = {
      ...(mayHaveUnit(chosen) && unit() ? { organizationId: unit() } : {}),
      ...(chosen === 'bureau-reviewer' && unit() && kind ? { relation: kind } : {}),
      ...(until() ? { to: until() } : {}),
    };
    const answer = await give.attempt({
      id: accountId(),
      role: chosen,
      reason: reason().trim(),
      ...place,
    });
    if (!answer) return;
    announce(t('accounts.grant-given'), 'done');
    setRole('');
    setUnit('');
    setReason('');
    await changed();
  };
  return {
    role,
    setRole,
    unit,
    setUnit,
    relation,
    setRelation,
    until,
    setUntil,
    reason,
    setReason,
    submit,
    give,
  };
};

/** Which post, of which unit, and how far it reaches. */
const PostChoice = (props: { form: ReturnType<typeof createGrantForm> }) => {
  const roles = () =>
    grantableRoles.map((role) => ({ value: role, label: t(`accounts.role-${role}`) }));
  const relations = () =>
    relationKinds.map((kind) => ({
      value: kind,
      label: t('accounts.reach-kind', { relation: t(`organizations.relation-${kind}`) }),
    }));
  return (
    <>
      <Select
        name="role"
        label={t('accounts.role')}
        required
        options={roles()}
        value={props.form.role()}
        onChange={props.form.setRole}
      />
      <Show when={mayHaveUnit(props.form.role())}>
        <UnitChoice
          value={props.form.unit()}
          required={needsUnit(props.form.role())}
          error={props.form.give.problem()?.errorOf('organizationId')}
          onChange={props.form.setUnit}
        />
      </Show>
      <Show when={props.form.role() === 'bureau-reviewer' && props.form.unit() !== ''}>
        <Select
          name="relation"
          label={t('accounts.reach')}
          placeholder={t('accounts.reach-own')}
          options={relations()}
          value={props.form.relation()}
          onChange={props.form.setRelation}
        />
      </Show>
    </>
  );
};

/** 授予: role, unit, reach, last day and reason. */
export const GrantForm = (props: { accountId: string }) => {
  const form = createGrantForm(() => props.accountId);
  return (
    <div class="stack form">
      <h3 class="section-title">{t('accounts.grant-new')}</h3>
      <Refusal problem={form.give.problem()} />
      <PostChoice form={form} />
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
          disabled={form.role() === '' || form.reason().trim().length < 2}
          onClick={() => void form.submit()}
        >
          {t('accounts.grant-act')}
        </Button>
      </div>
    </div>
  );
};
