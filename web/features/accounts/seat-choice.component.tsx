import { Show, createSignal } from 'solid-js';
import { grantableRoles } from '#schema/contracts/accounts.ts';
import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { UnitChoice } from './unit-choice.component.tsx';

/** Which roles stand at one unit, and which may also reach the units under it. */
const needsUnit = (role: string) => role.startsWith('hospital-');
const mayHaveUnit = (role: string) => needsUnit(role) || role === 'bureau-reviewer';

/** A role and where it stands, as somebody chooses them. */
export const createSeat = (named: { role: string; unit: string } = { role: '', unit: '' }) => {
  const [role, setRole] = createSignal(named.role);
  const [unit, setUnit] = createSignal(named.unit);
  const [relation, setRelation] = createSignal('');
  /** What is chosen so far; nothing while it says no role, or one without the unit it needs. */
  const chosen = () => {
    const known = grantableRoles.find((each) => each === role());
    if (known === undefined || (needsUnit(known) && unit() === '')) return undefined;
    const kind = relationKinds.find((each) => each === relation());
    return {
      role: known,
      ...(mayHaveUnit(known) && unit() ? { organizationId: unit() } : {}),
      ...(known === 'bureau-reviewer' && unit() && kind ? { relation: kind } : {}),
    };
  };
  return { role, setRole, unit, setUnit, relation, setRelation, chosen };
};

type SeatChoiceProps = { seat: ReturnType<typeof createSeat>; unitError: string | undefined };

/** Which post, of which unit, and how far it reaches. */
export const SeatChoice = (props: SeatChoiceProps) => {
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
        value={props.seat.role()}
        onChange={props.seat.setRole}
      />
      <Show when={mayHaveUnit(props.seat.role())}>
        <UnitChoice
          value={props.seat.unit()}
          required={needsUnit(props.seat.role())}
          error={props.unitError}
          onChange={props.seat.setUnit}
        />
      </Show>
      <Show when={props.seat.role() === 'bureau-reviewer' && props.seat.unit() !== ''}>
        <Select
          name="relation"
          label={t('accounts.reach')}
          placeholder={t('accounts.reach-own')}
          options={relations()}
          value={props.seat.relation()}
          onChange={props.seat.setRelation}
        />
      </Show>
    </>
  );
};
