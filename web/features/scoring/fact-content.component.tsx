import { For, Match, Show, Switch } from 'solid-js';
import type { RecordableFact, RecordedKind } from '#schema/contracts/evaluation-records.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import type { Option } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import type { Finding, WrittenContent } from './fact-content.presenter.ts';

type Props = {
  fact: RecordableFact;
  kind: RecordedKind;
  written: WrittenContent;
  onWrite: (change: WrittenContent) => void;
  errorOf: (path: string) => string | undefined;
};

const pricedOptions = (list: RecordableFact['categories']): Option[] =>
  (list ?? []).map(({ key, title, points }) => ({
    value: key,
    label:
      points === undefined
        ? localText(title)
        : t('scoring.priced', { title: localText(title), points }),
  }));

const Category = (props: Props) => (
  <Show when={props.fact.categories}>
    {(categories) => (
      <Select
        name="content.category"
        label={t('scoring.category')}
        required
        options={pricedOptions(categories())}
        value={props.written.category ?? ''}
        error={props.errorOf('content.category')}
        onChange={(category) => props.onWrite({ category })}
      />
    )}
  </Show>
);

type Counted = 'quantity' | 'numerator' | 'denominator' | 'population' | 'checked';

const Count = (props: Props & { field: Counted; isRequired: boolean }) => (
  <NumberField
    name={`content.${props.field}`}
    label={t(`scoring.${props.field}`)}
    required={props.isRequired}
    value={props.written[props.field] ?? ''}
    error={props.errorOf(`content.${props.field}`)}
    onInput={(value) => props.onWrite({ [props.field]: value })}
  />
);

const Event = (props: Props) => (
  <>
    <Category {...props} />
    <TextField
      name="content.about"
      label={t('scoring.about')}
      hint={t('scoring.about-hint')}
      maxLength={80}
      value={props.written.about ?? ''}
      onInput={(about) => props.onWrite({ about })}
    />
    <NumberField
      name="content.quantity"
      label={t('scoring.quantity')}
      unit={localText(props.fact.unit) || t('scoring.times-unit')}
      value={props.written.quantity ?? '1'}
      error={props.errorOf('content.quantity')}
      onInput={(quantity) => props.onWrite({ quantity })}
    />
  </>
);

const Findings = (props: Props) => {
  const findings = () => props.written.findings ?? [];
  const change = (at: number, changed: Partial<Finding>) =>
    props.onWrite({
      findings: findings().map((each, index) => (index === at ? { ...each, ...changed } : each)),
    });
  const add = () => props.onWrite({ findings: [...findings(), { reason: '', category: '' }] });
  const remove = (at: number) =>
    props.onWrite({ findings: findings().filter((_, index) => index !== at) });
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t('scoring.findings')}</legend>
      <For each={findings().map((_, index) => index)}>
        {(at) => (
          <div class="score-finding">
            <Show when={props.fact.categories}>
              {(categories) => (
                <Select
                  name={`content.findings.${at}.category`}
                  label={t('scoring.category')}
                  options={pricedOptions(categories())}
                  value={findings()[at]?.category ?? ''}
                  onChange={(category) => change(at, { category })}
                />
              )}
            </Show>
            <TextField
              name={`content.findings.${at}.reason`}
              label={t('scoring.finding', { number: at + 1 })}
              required
              value={findings()[at]?.reason ?? ''}
              onInput={(reason) => change(at, { reason })}
            />
            <Button small kind="quiet" onClick={() => remove(at)}>
              {t('acts.remove')}
              <span class="visually-hidden">：{t('scoring.finding', { number: at + 1 })}</span>
            </Button>
          </div>
        )}
      </For>
      <Button small onClick={add}>
        {t('scoring.add-finding')}
      </Button>
    </fieldset>
  );
};

const Votes = (props: Props) => (
  <For each={props.fact.answers ?? []}>
    {(answer) => (
      <NumberField
        name={`content.counts.${answer.key}`}
        label={localText(answer.title)}
        required
        unit={t('scoring.votes-unit')}
        value={props.written.counts?.[answer.key] ?? ''}
        error={props.errorOf('content.counts')}
        onInput={(count) =>
          props.onWrite({ counts: { ...props.written.counts, [answer.key]: count } })
        }
      />
    )}
  </For>
);

const rangeHint = ({ least, most }: RecordableFact): string | undefined =>
  least === undefined || most === undefined ? undefined : t('scoring.range', { least, most });

const Figure = (props: Props & { field: 'value' | 'points' }) => (
  <NumberField
    name={`content.${props.field}`}
    label={t(`scoring.${props.field}`)}
    decimal
    required
    hint={rangeHint(props.fact)}
    unit={props.field === 'points' ? t('scoring.points-unit') : localText(props.fact.unit)}
    value={props.written[props.field] ?? ''}
    error={props.errorOf('content.value')}
    onInput={(figure) => props.onWrite({ [props.field]: figure })}
  />
);

/** What a fact of this kind asks for, and nothing else. */
export const FactContent = (props: Props) => (
  <Switch>
    <Match when={props.kind === 'event'}>
      <Event {...props} />
    </Match>
    <Match when={props.kind === 'ratio'}>
      <Count {...props} field="numerator" isRequired />
      <Count {...props} field="denominator" isRequired />
    </Match>
    <Match when={props.kind === 'value'}>
      <Figure {...props} field="value" />
    </Match>
    <Match when={props.kind === 'judgement'}>
      <Figure {...props} field="points" />
    </Match>
    <Match when={props.kind === 'flag'}>
      <RadioGroup
        name="content.met"
        label={localText(props.fact.title)}
        required
        inline
        options={[
          { value: 'yes', label: t('scoring.met') },
          { value: 'no', label: t('scoring.not-met') },
        ]}
        value={props.written.met ?? ''}
        onChange={(met) => props.onWrite({ met })}
      />
    </Match>
    <Match when={props.kind === 'choice'}>
      <Select
        name="content.choice"
        label={t('scoring.choice')}
        required
        options={pricedOptions(props.fact.choices)}
        value={props.written.choice ?? ''}
        error={props.errorOf('content.choice')}
        onChange={(choice) => props.onWrite({ choice })}
      />
    </Match>
    <Match when={props.kind === 'sample'}>
      <Count {...props} field="population" isRequired />
      <Count {...props} field="checked" isRequired />
      <Findings {...props} />
    </Match>
    <Match when={props.kind === 'votes'}>
      <Votes {...props} />
    </Match>
  </Switch>
);
