import { For, Show, createMemo, createSignal } from 'solid-js';
import { organizationLevels } from '#schema/contracts/campaign/audience.ts';
import { addresseeParts } from '#schema/contracts/requests.ts';
import { kindOptions } from '#web/features/organizations/organization.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { LoadFailed, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { AddUnit } from './add-unit.component.tsx';
import type { DraftDesk } from './draft-desk.ts';
import { nameUnit, relations, writeRecipients } from './draft-fields.presenter.ts';
import type { NamedUnit } from './draft-fields.presenter.ts';
import { Reached } from './reached.component.tsx';
import { useAudience } from './requests.queries.ts';

type Props = { desk: DraftDesk };

const Conditions = (props: Props) => (
  <Show
    when={props.desk.fields().custom === undefined}
    fallback={
      <Callout
        actions={
          <Button small onClick={() => props.desk.write({ custom: undefined })}>
            {t('requests.audience-anew')}
          </Button>
        }
      >
        {t('requests.audience-custom')}
      </Callout>
    }
  >
    <CheckboxGroup
      name="to/kinds"
      label={t('requests.audience-kinds')}
      hint={t('requests.audience-none')}
      inline
      options={kindOptions()}
      values={[...props.desk.fields().kinds]}
      onChange={(kinds) => props.desk.write({ kinds })}
    />
    <CheckboxGroup
      name="to/levels"
      label={t('requests.audience-levels')}
      inline
      options={organizationLevels.map((level) => ({
        value: level,
        label: t(`organizations.level-${level}`),
      }))}
      values={[...props.desk.fields().levels]}
      onChange={(levels) => props.desk.write({ levels })}
    />
    <Select
      name="to/relation"
      label={t('requests.audience-relation')}
      placeholder={t('requests.audience-any-relation')}
      options={relations.map(({ value, name }) => ({
        value,
        label: t(`requests.relation-${name}`),
      }))}
      value={props.desk.fields().relation}
      onChange={(relation) => props.desk.write({ relation })}
    />
  </Show>
);

const NamedUnits = (props: Props & { nameOf: (id: string) => string }) => {
  const write = (units: NamedUnit[]) => props.desk.write({ units });
  const others = (id: string) =>
    props.desk.fields().units.filter(({ organizationId }) => organizationId !== id);
  return (
    <ul class="request-lines">
      <For each={props.desk.fields().units}>
        {(unit) => (
          <li class="request-unit">
            <span lang="zh-CN">{props.nameOf(unit.organizationId)}</span>
            <Select
              name={`to/units/${unit.organizationId}`}
              label={t('requests.part')}
              placeholder={null}
              options={addresseeParts.map((part) => ({
                value: part,
                label: t(`requests.part-${part}`),
              }))}
              value={unit.part}
              onChange={(value) => {
                const part = addresseeParts.find((each) => each === value) ?? 'reply';
                write(nameUnit(props.desk.fields().units, unit.organizationId, part));
              }}
            />
            <Button small kind="quiet" onClick={() => write(others(unit.organizationId))}>
              {t('acts.remove')}
              <span class="visually-hidden">：{props.nameOf(unit.organizationId)}</span>
            </Button>
          </li>
        )}
      </For>
    </ul>
  );
};

/** 办理单位: by kind, level and relation, by name, and whom that reaches at this moment. */
export const RecipientFields = (props: Props) => {
  const [names, setNames] = createSignal<Readonly<Record<string, string>>>({});
  const issuer = () => props.desk.detail().summary.issuer?.organizationId;
  const to = createMemo(() => writeRecipients(props.desk.fields()));
  const audience = useAudience(() => ({ issuer: issuer(), to: to() }));
  const nameOf = (id: string) =>
    names()[id] ??
    dataOf(audience)?.units.find(({ organizationId }) => organizationId === id)?.organizationName ??
    t('requests.unit-unknown');
  const add = (id: string, name: string) => {
    setNames((before) => ({ ...before, [id]: name }));
    props.desk.write({ units: nameUnit(props.desk.fields().units, id, 'reply') });
  };
  return (
    <div class="stack" id="field-to" tabindex="-1">
      <Checkbox
        name="to/audience"
        label={t('requests.by-audience')}
        checked={props.desk.fields().byAudience}
        onChange={(byAudience) => props.desk.write({ byAudience })}
      />
      <Show when={props.desk.fields().byAudience}>
        <Conditions desk={props.desk} />
      </Show>
      <AddUnit
        taken={props.desk.fields().units.map(({ organizationId }) => organizationId)}
        onAdd={add}
      />
      <NamedUnits desk={props.desk} nameOf={nameOf} />
      <Show when={dataOf(audience)}>{(answer) => <Reached answer={answer()} />}</Show>
      <Show when={audience.error}>
        <LoadFailed error={audience.error} onRetry={() => void audience.refetch()} />
      </Show>
    </div>
  );
};
