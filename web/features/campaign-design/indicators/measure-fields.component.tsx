import { Match, Switch } from 'solid-js';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { registerStatistics } from '#schema/contracts/campaign/indicator.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { withProperty } from '../part-keys.ts';
import { figuresOf, measureKinds, newMeasure } from './indicator-shape.ts';
import type { MeasureKind } from './indicator-shape.ts';

type Measure = Indicator['measure'];
type OfKind<K extends MeasureKind> = Extract<Measure, { kind: K }>;
type Props = {
  measure: Measure;
  campaign: Campaign;
  errorOf: (name: string) => string | undefined;
  onChange: (measure: Measure) => void;
};
type Of<K extends MeasureKind> = Omit<Props, 'measure'> & { measure: OfKind<K> };

const named = (list: readonly { key: string; title: Indicator['title'] }[]) =>
  list.map(({ key, title }) => ({ value: key, label: localText(title) }));

const filingStatistics = ['on-time', 'first-pass', 'rectified-after-return'] as const;

const Answers = (props: Of<'answers'>) => {
  const figures = () =>
    figuresOf(props.campaign.forms.find(({ key }) => key === props.measure.form)?.fields ?? []);
  const options = () =>
    figures().map(({ key, label }) => ({ value: key, label: localText(label) }));
  return (
    <div class="part-fields">
      <Select
        name="measure/form"
        label={t('editors.measure-form')}
        error={props.errorOf('measure/form')}
        value={props.measure.form}
        options={named(props.campaign.forms)}
        onChange={(form) => props.onChange({ kind: 'answers', form, numerator: '' })}
      />
      <Select
        name="measure/numerator"
        label={t('editors.measure-numerator')}
        error={props.errorOf('measure/numerator')}
        value={props.measure.numerator}
        options={options()}
        onChange={(numerator) => props.onChange({ ...props.measure, numerator })}
      />
      <Select
        name="measure/denominator"
        label={t('editors.measure-denominator')}
        placeholder={t('editors.measure-no-denominator')}
        value={props.measure.denominator ?? ''}
        options={options()}
        onChange={(key) =>
          props.onChange(withProperty(props.measure, 'denominator', key === '' ? undefined : key))
        }
      />
    </div>
  );
};

const FromRegister = (props: Of<'register'>) => (
  <div class="part-fields">
    <Select
      name="measure/register"
      label={t('editors.measure-register')}
      error={props.errorOf('measure/register')}
      value={props.measure.register}
      options={named(props.campaign.registers)}
      onChange={(register) => props.onChange({ ...props.measure, register })}
    />
    <Select
      name="measure/statistic"
      label={t('editors.measure-statistic')}
      placeholder={null}
      value={props.measure.statistic}
      options={registerStatistics.map((value) => ({ value, label: t(`editors.counts-${value}`) }))}
      onChange={(statistic) =>
        props.onChange({
          ...props.measure,
          statistic: statistic as OfKind<'register'>['statistic'],
        })
      }
    />
  </div>
);

const is = <K extends MeasureKind>(measure: Measure, kind: K): OfKind<K> | undefined =>
  measure.kind === kind ? (measure as OfKind<K>) : undefined;

/** 取数: what the figure is counted from, in plain choices. */
export const MeasureFields = (props: Props) => (
  <div class="stack-tight">
    <RadioGroup
      name="measure"
      label={t('editors.measure')}
      options={measureKinds.map((value) => ({ value, label: t(`editors.measured-by-${value}`) }))}
      value={props.measure.kind}
      onChange={(kind) => props.onChange(newMeasure(kind as MeasureKind, props.campaign))}
    />
    <Switch>
      <Match when={is(props.measure, 'filings')}>
        {(measure) => (
          <Select
            name="measure/statistic"
            label={t('editors.measure-statistic')}
            placeholder={null}
            value={measure().statistic}
            options={filingStatistics.map((value) => ({
              value,
              label: t(`editors.filings-${value}`),
            }))}
            onChange={(statistic) =>
              props.onChange({
                ...measure(),
                statistic: statistic as OfKind<'filings'>['statistic'],
              })
            }
          />
        )}
      </Match>
      <Match when={is(props.measure, 'answers')}>
        {(measure) => <Answers {...props} measure={measure()} />}
      </Match>
      <Match when={is(props.measure, 'register')}>
        {(measure) => <FromRegister {...props} measure={measure()} />}
      </Match>
      <Match when={is(props.measure, 'import')}>
        {(measure) => (
          <TextField
            name="measure/system"
            label={t('editors.measure-system')}
            hint={t('editors.measure-system-hint')}
            required
            error={props.errorOf('measure/system')}
            value={measure().system}
            onInput={(system) => props.onChange({ kind: 'import', system })}
          />
        )}
      </Match>
    </Switch>
  </div>
);
