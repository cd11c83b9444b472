import { For, Match, Show, Switch } from 'solid-js';
import { clockOwners } from '#schema/contracts/campaign/clock.ts';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import { dayUnits } from '#schema/contracts/campaign/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { freeKey, withProperty } from '../part-keys.ts';
import { SourceFields } from '../source-fields.component.tsx';
import { chinese, withChinese } from '../texts.ts';
import { startFrom, startOf } from './clock-start.ts';
import { fieldsOfRegister, named, statesOf } from './register-parts.ts';
import type { RegisterEditing } from './register-parts.ts';
import { clockWords } from './step-words.presenter.ts';

type Props = RegisterEditing & {
  clock: Clock;
  at: number;
  put: (clock: Clock, act?: string) => void;
};

const units = () => dayUnits.map((value) => ({ value, label: t(`editors.unit-${value}`) }));
const days = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : 0);
const dates = (props: RegisterEditing) =>
  named(fieldsOfRegister(props).filter(({ kind }) => kind === 'date'));

const TermParts = (props: Props) => {
  const name = (property: string) => `clocks/${props.at}/term/${property}`;
  const put = (term: Clock['term']) => props.put({ ...props.clock, term }, 'term');
  return (
    <Switch>
      <Match when={props.clock.term.kind === 'days' && props.clock.term}>
        {(term) => (
          <div class="part-fields">
            <NumberField
              name={name('days')}
              label={t('editors.term-how-many')}
              error={props.editor.errorOf(name('days'))}
              value={String(term().days)}
              onInput={(typed) => put({ ...term(), days: days(typed) })}
            />
            <Select
              name={name('unit')}
              label={t('editors.term-unit')}
              placeholder={null}
              options={units()}
              value={term().unit}
              onChange={(unit) => put({ ...term(), unit: unit as (typeof dayUnits)[number] })}
            />
          </div>
        )}
      </Match>
      <Match when={props.clock.term.kind === 'until' && props.clock.term}>
        {(term) => (
          <Select
            name={name('field')}
            label={t('editors.term-field')}
            placeholder={null}
            options={dates(props)}
            value={term().field}
            onChange={(field) => put({ kind: 'until', field })}
          />
        )}
      </Match>
    </Switch>
  );
};

const Term = (props: Props) => {
  const name = (property: string) => `clocks/${props.at}/term/${property}`;
  const put = (term: Clock['term']) => props.put({ ...props.clock, term }, 'term');
  const choose = (kind: string) => {
    const [first] = dates(props);
    put(
      kind === 'until' && first
        ? { kind: 'until', field: first.value }
        : { kind: 'days', days: 10, unit: 'working' },
    );
  };
  return (
    <>
      <RadioGroup
        name={name('kind')}
        label={t('editors.clock-term')}
        inline
        options={[
          { value: 'days', label: t('editors.term-days') },
          { value: 'until', label: t('editors.term-until'), disabled: dates(props).length === 0 },
        ]}
        value={props.clock.term.kind}
        onChange={choose}
      />
      <TermParts {...props} />
    </>
  );
};

const Course = (props: Props) => {
  const name = (property: string) => `clocks/${props.at}/${property}`;
  const steps = () => props.editor.body().workflow?.transitions ?? [];
  return (
    <>
      <Select
        name={name('starts')}
        label={t('editors.clock-starts')}
        placeholder={null}
        options={[
          { value: 'entry', label: t('editors.starts-entry') },
          ...dates(props).map(({ value, label }) => ({
            value: `field:${value}`,
            label: t('editors.starts-field', { field: label }),
          })),
          ...steps().map(({ key, title }) => ({
            value: `transition:${key}`,
            label: t('editors.starts-step', { step: localText(title) }),
          })),
        ]}
        value={startOf(props.clock)}
        onChange={(value) => props.put({ ...props.clock, starts: startFrom(value) })}
      />
      <CheckboxGroup
        name={name('endsIn')}
        label={t('editors.clock-ends-in')}
        inline
        error={props.editor.errorOf(name('endsIn'))}
        options={statesOf(props.editor.body())}
        values={props.clock.endsIn}
        onChange={(endsIn) => props.put({ ...props.clock, endsIn })}
      />
      <CheckboxGroup
        name={name('stopsIn')}
        label={t('editors.clock-stops-in')}
        inline
        options={statesOf(props.editor.body())}
        values={props.clock.stopsIn ?? []}
        onChange={(stopsIn) =>
          props.put(withProperty(props.clock, 'stopsIn', stopsIn.length > 0 ? stopsIn : undefined))
        }
      />
    </>
  );
};

const Extension = (props: Props) => {
  const name = (property: string) => `clocks/${props.at}/extension/${property}`;
  const put = (extension: Clock['extension']) =>
    props.put(withProperty(props.clock, 'extension', extension), 'extension');
  return (
    <>
      <Checkbox
        name={name('has')}
        label={t('editors.clock-extension')}
        checked={props.clock.extension !== undefined}
        onChange={(has) => put(has ? { days: 10, unit: 'working', times: 1 } : undefined)}
      />
      <Show when={props.clock.extension}>
        {(extension) => (
          <div class="part-fields">
            <NumberField
              name={name('days')}
              label={t('editors.term-how-many')}
              value={String(extension().days)}
              onInput={(typed) => put({ ...extension(), days: days(typed) })}
            />
            <Select
              name={name('unit')}
              label={t('editors.term-unit')}
              placeholder={null}
              options={units()}
              value={extension().unit}
              onChange={(unit) => put({ ...extension(), unit: unit as (typeof dayUnits)[number] })}
            />
            <NumberField
              name={name('times')}
              label={t('editors.extension-times')}
              value={String(extension().times)}
              onInput={(typed) => put({ ...extension(), times: Math.max(1, days(typed)) })}
            />
          </div>
        )}
      </Show>
    </>
  );
};

const ClockForm = (props: Props & { onRemove: () => void }) => {
  const name = (property: string) => `clocks/${props.at}/${property}`;
  const text = (property: 'title' | 'rule') => (
    <TextField
      name={name(property)}
      label={t(`editors.clock-${property}`)}
      required
      error={props.editor.errorOf(name(property))}
      value={chinese(props.clock[property])}
      onInput={(zh) =>
        props.put({ ...props.clock, [property]: withChinese(props.clock[property], zh) }, property)
      }
    />
  );
  const words = () => clockWords(props.clock, props.editor.body(), fieldsOfRegister(props));
  return (
    <Disclosure summary={`${chinese(props.clock.title)}：${words()}`}>
      <div class="field-properties stack">
        <div class="part-fields">
          {text('title')}
          {text('rule')}
        </div>
        <Term {...props} />
        <Course {...props} />
        <RadioGroup
          name={name('owner')}
          label={t('editors.clock-owner')}
          inline
          options={clockOwners.map((value) => ({ value, label: t(`editors.actor-${value}`) }))}
          value={props.clock.owner}
          onChange={(owner) => props.put({ ...props.clock, owner: owner as Clock['owner'] })}
        />
        <Extension {...props} />
        <SourceFields
          name={name('source')}
          source={props.clock.source}
          clauses={props.campaign.clauses}
          onChange={(source) => props.put({ ...props.clock, source }, 'source')}
        />
        <Button small kind="danger" onClick={() => props.onRemove()}>
          {t('editors.clock-remove')}
        </Button>
      </div>
    </Disclosure>
  );
};

/** 时限, each read as one sentence. */
export const ClocksEditor = (props: RegisterEditing) => {
  const clocks = () => props.editor.body().clocks ?? [];
  const put = (list: readonly Clock[], act?: string) =>
    props.editor.change(
      (register) => withProperty(register, 'clocks', list.length > 0 ? [...list] : undefined),
      act,
    );
  const add = () => {
    const states = props.editor.body().workflow?.states ?? [];
    const ends = states.filter(({ ends: end }) => end !== undefined).map(({ key }) => key);
    const clock: Clock = {
      key: freeKey(
        'clock',
        clocks().map(({ key }) => key),
      ),
      title: t('editors.new-clock'),
      rule: t('editors.new-clock-rule'),
      term: { kind: 'days', days: 10, unit: 'working' },
      starts: { on: 'entry' },
      endsIn: ends,
      owner: 'responsible',
      source: { proposed: true, reason: t('editors.source-default') },
    };
    put([...clocks(), clock]);
  };
  return (
    <section class="stack-tight">
      <For
        each={clocks().map(({ key }) => key)}
        fallback={<p class="soft">{t('editors.clocks-none')}</p>}
      >
        {(key, at) => (
          <Show when={clocks().find((each) => each.key === key)}>
            {(clock) => (
              <ClockForm
                {...props}
                clock={clock()}
                at={at()}
                put={(after, act) =>
                  put(
                    clocks().map((each) => (each.key === key ? after : each)),
                    act === undefined ? undefined : `clock ${key} ${act}`,
                  )
                }
                onRemove={() => put(clocks().filter((each) => each.key !== key))}
              />
            )}
          </Show>
        )}
      </For>
      <div>
        <Button small onClick={add}>
          {t('editors.clock-add')}
        </Button>
      </div>
    </section>
  );
};
