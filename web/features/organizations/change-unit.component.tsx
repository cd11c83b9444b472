import { Show, createSignal } from 'solid-js';
import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { UnitChoice } from '#web/features/accounts/unit-choice.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { ActForm } from './unit-act-form.component.tsx';

type ChangeProps = { unit: OrganizationDetail; onDone: () => void };

export const RenameForm = (props: ChangeProps) => {
  const [name, setName] = createSignal('');
  const [shortName, setShortName] = createSignal('');
  const body = () => {
    const short = shortName().trim() === '' ? {} : { shortName: shortName().trim() };
    return name().trim().length < 2 ? undefined : { name: name().trim(), ...short };
  };
  return (
    <ActForm {...props} verb="rename" act={t('units.rename')} body={body}>
      <p>{t('units.rename-words')}</p>
      <TextField
        name="name"
        label={t('units.rename-name')}
        required
        maxLength={120}
        value={name()}
        onInput={setName}
      />
      <TextField
        name="shortName"
        label={t('organizations.detail-short-name')}
        maxLength={120}
        value={shortName()}
        onInput={setShortName}
      />
    </ActForm>
  );
};

export const BedsForm = (props: ChangeProps) => {
  const [beds, setBeds] = createSignal('');
  const body = () =>
    /^\d{1,6}$/.test(beds()) ? { key: 'beds', value: Number(beds()) } : undefined;
  return (
    <ActForm {...props} verb="facts" act={t('units.fact-change')} body={body}>
      <p>{t('units.fact-words')}</p>
      <NumberField
        name="value"
        label={t('organizations.fact-beds')}
        required
        value={beds()}
        onInput={setBeds}
      />
    </ActForm>
  );
};

const self = 'self';
const none = 'none';

export const SuperiorForm = (props: ChangeProps) => {
  const [relation, setRelation] = createSignal('supervision');
  const [target, setTarget] = createSignal('unit');
  const [superior, setSuperior] = createSignal('');
  const body = () => {
    const named = { relation: relation() };
    if (target() === self) return { ...named, superiorId: null };
    if (target() === none) return named;
    return superior() === '' ? undefined : { ...named, superiorId: superior() };
  };
  const relations = () =>
    relationKinds.map((kind) => ({ value: kind, label: t(`organizations.relation-${kind}`) }));
  const targets = () => [
    { value: 'unit', label: t('units.superior-unit') },
    { value: self, label: t('organizations.superior-self') },
    { value: none, label: t('units.superior-none') },
  ];
  return (
    <ActForm {...props} verb="superior" act={t('units.superior-change')} body={body}>
      <p>{t('units.superior-words')}</p>
      <Select
        name="relation"
        label={t('organizations.col-relation')}
        required
        placeholder={null}
        options={relations()}
        value={relation()}
        onChange={setRelation}
      />
      <Select
        name="target"
        label={t('organizations.col-superior')}
        required
        placeholder={null}
        options={targets()}
        value={target()}
        onChange={setTarget}
      />
      <Show when={target() === 'unit'}>
        <UnitChoice value={superior()} required error={undefined} onChange={setSuperior} />
      </Show>
    </ActForm>
  );
};
