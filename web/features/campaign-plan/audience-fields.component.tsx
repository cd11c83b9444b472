import { For, Show, createSignal } from 'solid-js';
import { describeAudience } from '#plugins/sdk/audience/describe-audience.ts';
import {
  organizationKinds,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import { kindOptions } from '#web/features/organizations/organization.presenter.ts';
import { useSuperiors } from '#web/features/organizations/organizations.queries.ts';
import { AddUnit } from '#web/features/requests/add-unit.component.tsx';
import { Reached } from '#web/features/requests/reached.component.tsx';
import { useAudience } from '#web/features/requests/requests.queries.ts';
import { locale, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { LoadFailed, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import {
  noAudience,
  readAudienceFields,
  relationChoices,
  writeAudienceFields,
} from './audience.presenter.ts';
import type { AudienceFields as Fields } from './audience.presenter.ts';
import '#web/features/requests/requests.css';

type Props = { value: Audience; onChange: (audience: Audience) => void };

/** What of `all` was ticked, in its own order. */
const ticked = <One extends string>(all: readonly One[], values: readonly string[]): One[] =>
  all.filter((one) => values.includes(one));

const Superiors = (props: { fields: Fields; write: (changes: Partial<Fields>) => void }) => {
  const [names, setNames] = createSignal<Readonly<Record<string, string>>>({});
  const known = useSuperiors(() => props.fields.under);
  const nameOf = (id: string) =>
    names()[id] ??
    dataOf(known)?.find((unit) => unit.id === id)?.name ??
    t('requests.unit-unknown');
  const add = (id: string, name: string) => {
    setNames((before) => ({ ...before, [id]: name }));
    props.write({ under: [...props.fields.under, id] });
  };
  return (
    <>
      <Show when={props.fields.under.length > 0}>
        <ul class="plan-chips" aria-label={t('plan.audience-under')}>
          <For each={props.fields.under}>
            {(id) => (
              <li>
                <span lang="zh-CN">{nameOf(id)}</span>
                <Button
                  small
                  kind="quiet"
                  onClick={() =>
                    props.write({ under: props.fields.under.filter((each) => each !== id) })
                  }
                >
                  {t('acts.remove')}
                  <span class="visually-hidden">{t('plan.about', { what: nameOf(id) })}</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <AddUnit taken={props.fields.under} onAdd={add} label={t('plan.audience-under-add')} />
    </>
  );
};

const Conditions = (props: { fields: Fields; onChange: Props['onChange'] }) => {
  const write = (changes: Partial<Fields>) =>
    props.onChange(writeAudienceFields({ ...props.fields, ...changes }));
  return (
    <>
      <CheckboxGroup
        name="audience/kinds"
        label={t('requests.audience-kinds')}
        hint={t('requests.audience-none')}
        inline
        options={kindOptions()}
        values={[...props.fields.kinds]}
        onChange={(values) => write({ kinds: ticked(organizationKinds, values) })}
      />
      <CheckboxGroup
        name="audience/levels"
        label={t('requests.audience-levels')}
        inline
        options={organizationLevels.map((level) => ({
          value: level,
          label: t(`organizations.level-${level}`),
        }))}
        values={[...props.fields.levels]}
        onChange={(values) => write({ levels: ticked(organizationLevels, values) })}
      />
      <CheckboxGroup
        name="audience/ownerships"
        label={t('plan.audience-ownerships')}
        inline
        options={ownerships.map((one) => ({
          value: one,
          label: t(`organizations.ownership-${one}`),
        }))}
        values={[...props.fields.ownerships]}
        onChange={(values) => write({ ownerships: ticked(ownerships, values) })}
      />
      <Select
        name="audience/relation"
        label={t('requests.audience-relation')}
        placeholder={t('requests.audience-any-relation')}
        options={relationChoices.map(({ value, name }) => ({
          value,
          label: t(`requests.relation-${name}`),
        }))}
        value={props.fields.relation}
        onChange={(relation) => write({ relation })}
      />
      <Superiors fields={props.fields} write={write} />
    </>
  );
};

/** 报送范围: by kind, level, ownership and relation, and whom that reaches at this moment. */
export const AudienceFields = (props: Props) => {
  const audience = useAudience(() => ({ to: { audience: props.value, units: [] } }));
  return (
    <fieldset class="stack plan-audience" id="field-audience" tabindex="-1">
      <legend>{t('campaigns.task-audience')}</legend>
      <p class="small">{describeAudience(props.value, locale() === 'en' ? 'en' : 'zh-CN')}</p>
      <Show
        when={readAudienceFields(props.value)}
        fallback={
          <Callout
            actions={
              <Button small onClick={() => props.onChange(writeAudienceFields(noAudience))}>
                {t('requests.audience-anew')}
              </Button>
            }
          >
            {t('plan.audience-custom')}
          </Callout>
        }
      >
        {(fields) => <Conditions fields={fields()} onChange={props.onChange} />}
      </Show>
      <Show when={dataOf(audience)}>{(answer) => <Reached answer={answer()} />}</Show>
      <Show when={audience.error}>
        <LoadFailed error={audience.error} onRetry={() => void audience.refetch()} />
      </Show>
    </fieldset>
  );
};
