import { For, Show, createMemo, createSignal } from 'solid-js';
import { organizationLevels } from '#schema/contracts/campaign/audience.ts';
import type { AudienceAnswer } from '#schema/contracts/requests.ts';
import { addresseeParts } from '#schema/contracts/requests.ts';
import { kindOptions, kindWords } from '#web/features/organizations/organization.presenter.ts';
import { useOrganizations } from '#web/features/organizations/organizations.queries.ts';
import { locale, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { LoadFailed, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import type { DraftDesk } from './draft-desk.ts';
import { nameUnit, relations, writeRecipients } from './draft-fields.presenter.ts';
import type { NamedUnit } from './draft-fields.presenter.ts';
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

/** 共 12 个单位：医院 8，诊所 4 — as of now, with the names in official order. */
export const Reached = (props: { answer: AudienceAnswer }) => {
  const comma = () => (locale() === 'en' ? ', ' : '，');
  const kinds = () =>
    props.answer.byKind
      .map(({ kind, count }) => t('requests.kind-count', { kind: kindWords(kind), count }))
      .join(comma());
  return (
    <div class="request-reach" role="status">
      <p>
        <strong>{t('requests.reach', { count: props.answer.total })}</strong> {kinds()}
      </p>
      <Show when={props.answer.outOfRange > 0}>
        <p class="small soft">{t('requests.reach-outside', { count: props.answer.outOfRange })}</p>
      </Show>
      <Show when={props.answer.units.length > 0}>
        <Disclosure summary={t('requests.reach-names')}>
          <ol class="request-names" lang="zh-CN">
            <For each={props.answer.units}>
              {(unit) => (
                <li>
                  {unit.organizationName}
                  {unit.part === 'reply' ? '' : `（${t(`requests.part-${unit.part}`)}）`}
                </li>
              )}
            </For>
          </ol>
        </Disclosure>
      </Show>
    </div>
  );
};

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

/** Finds a unit by some of its name; nothing is looked up before something is written. */
export const AddUnit = (props: {
  onAdd: (id: string, name: string) => void;
  taken: readonly string[];
  label?: string | undefined;
}) => {
  const label = () => props.label ?? t('requests.add-unit');
  const [search, setSearch] = createSignal('');
  const found = useOrganizations(() => ({ search: search().trim() || undefined }));
  const hits = () =>
    search().trim() === ''
      ? []
      : (dataOf(found)?.pages[0]?.items ?? [])
          .filter(({ id }) => !props.taken.includes(id))
          .slice(0, 8);
  const add = (id: string, name: string) => {
    props.onAdd(id, name);
    setSearch('');
  };
  return (
    <>
      <TextField
        name="to/search"
        type="search"
        label={label()}
        hint={t('organizations.search-hint')}
        value={search()}
        onInput={setSearch}
      />
      <Show when={search().trim() !== ''}>
        <ul class="request-hits" aria-label={label()}>
          <For each={hits()} fallback={<li class="soft">{t('organizations.empty-title')}</li>}>
            {({ id, name }) => (
              <li>
                <Button small onClick={() => add(id, name)}>
                  {name}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
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
