import { Match, Show, Switch, createSignal, untrack } from 'solid-js';
import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { UnitChoice } from '#web/features/accounts/unit-choice.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { factChoices, factKeys, factName, readFact } from './organization.presenter.ts';
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

const own = 'own';

const createFact = (unit: OrganizationDetail) => {
  const [key, setKey] = createSignal('beds');
  const [value, setValue] = createSignal('');
  const [name, setName] = createSignal('');
  const [isGone, setGone] = createSignal(false);
  const choices = () => factChoices(key());
  const body = () => {
    const named = key() === own ? name().trim() : key();
    if (isGone()) return { key: named, value: null };
    const held = unit.facts.find((each) => each.key === named && each.to === null)?.value;
    const told = readFact(named, value(), held);
    return told === undefined ? undefined : { key: named, value: told };
  };
  const choose = (chosen: string) => {
    setKey(chosen);
    setValue('');
    setGone(false);
  };
  const keys = () => [
    ...factKeys(unit.facts).map((each) => ({ value: each, label: factName(each) })),
    { value: own, label: t('units.fact-own') },
  ];
  return { key, choose, value, setValue, isGone, setGone, name, setName, choices, body, keys };
};

type Fact = ReturnType<typeof createFact>;

/** 变更情况: any dated fact of a unit, from a day on. */
export const FactForm = (props: ChangeProps) => {
  const fact = createFact(untrack(() => props.unit));
  return (
    <ActForm {...props} verb="facts" act={t('units.fact-change')} body={fact.body}>
      <p>{t('units.fact-words')}</p>
      <Select
        name="key"
        label={t('organizations.col-fact')}
        required
        placeholder={null}
        options={fact.keys()}
        value={fact.key()}
        onChange={fact.choose}
      />
      <Show when={fact.key() === own}>
        <TextField
          name="own"
          label={t('units.fact-key')}
          hint={t('units.fact-key-hint')}
          required
          maxLength={40}
          value={fact.name()}
          onInput={fact.setName}
        />
      </Show>
      <FactValue fact={fact} />
    </ActForm>
  );
};

/** What is no longer on record is said, never guessed from an empty field. */
const FactValue = (props: { fact: Fact }) => (
  <>
    <Show when={!props.fact.isGone()}>
      <FactField fact={props.fact} />
    </Show>
    <Show when={props.fact.choices() === undefined}>
      <Checkbox
        name="gone"
        label={t('units.fact-gone')}
        checked={props.fact.isGone()}
        onChange={props.fact.setGone}
      />
    </Show>
  </>
);

const FactField = (props: { fact: Fact }) => (
  <Switch
    fallback={
      <TextField
        name="value"
        label={t('organizations.col-value')}
        required
        maxLength={200}
        value={props.fact.value()}
        onInput={props.fact.setValue}
      />
    }
  >
    <Match when={props.fact.choices()}>
      {(options) => (
        <Select
          name="value"
          label={t('organizations.col-value')}
          required
          options={options()}
          value={props.fact.value()}
          onChange={props.fact.setValue}
        />
      )}
    </Match>
    <Match when={props.fact.key() === 'beds'}>
      <NumberField
        name="value"
        label={t('organizations.fact-beds')}
        required
        value={props.fact.value()}
        onInput={props.fact.setValue}
      />
    </Match>
  </Switch>
);

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
