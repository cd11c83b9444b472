import { Show } from 'solid-js';
import { capPeriods } from '#schema/contracts/campaign/scorecard.ts';
import type { ScoreRule, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { withProperty } from '../part-keys.ts';
import { chinese, withOptional } from '../texts.ts';
import { ScoreMeasureFields, shapeWords } from './measure-fields.component.tsx';
import { PriceFields } from './price-fields.component.tsx';
import { newPrice, pricesFor } from './rule-shape.ts';
import type { PriceKind } from './rule-shape.ts';
import { ruleWords } from './rule-words.presenter.ts';

const optional = (typed: string): string | undefined => (typed === '' ? undefined : typed);

type Limited = { name: string; rule: ScoreRule; onChange: (rule: ScoreRule) => void };

const Missing = (props: Limited) => (
  <Select
    name={`${props.name}/missing`}
    label={t('editors.missing-means')}
    placeholder={t('editors.missing-usual')}
    value={props.rule.missing ?? ''}
    options={(['none', 'pending'] as const).map((value) => ({
      value,
      label: t(`editors.absent-${value}`),
    }))}
    onChange={(value) =>
      props.onChange(
        withProperty(
          props.rule,
          'missing',
          value === '' ? undefined : value === 'none' ? 'none' : 'pending',
        ),
      )
    }
  />
);

const Caps = (props: Limited) => (
  <div class="part-fields">
    <NumberField
      name={`${props.name}/cap`}
      label={t('editors.rule-cap')}
      decimal
      value={props.rule.cap ?? ''}
      onInput={(typed) => props.onChange(withProperty(props.rule, 'cap', optional(typed)))}
    />
    <Select
      name={`${props.name}/every`}
      label={t('editors.period-cap-every')}
      placeholder={t('editors.period-cap-none')}
      value={props.rule.periodCap?.every ?? ''}
      options={capPeriods.map((value) => ({ value, label: t(`editors.every-${value}`) }))}
      onChange={(every) =>
        props.onChange(
          withProperty(
            props.rule,
            'periodCap',
            every === ''
              ? undefined
              : {
                  every: every as (typeof capPeriods)[number],
                  cap: props.rule.periodCap?.cap ?? '1',
                },
          ),
        )
      }
    />
    <Show when={props.rule.periodCap}>
      {(periodCap) => (
        <NumberField
          name={`${props.name}/periodCap`}
          label={t('editors.period-cap')}
          decimal
          value={periodCap().cap}
          onInput={(cap) => props.onChange({ ...props.rule, periodCap: { ...periodCap(), cap } })}
        />
      )}
    </Show>
    <Missing {...props} />
  </div>
);

const Said = (props: Limited) => (
  <>
    <TextField
      name={`${props.name}/noun`}
      label={t('editors.rule-noun')}
      hint={t('editors.rule-noun-hint')}
      value={chinese(props.rule.noun)}
      onInput={(zh) =>
        props.onChange(withProperty(props.rule, 'noun', withOptional(props.rule.noun, zh)))
      }
    />
    <TextArea
      name={`${props.name}/words`}
      label={t('editors.rule-words')}
      hint={t('editors.rule-words-hint')}
      rows={2}
      value={props.rule.words ?? ''}
      onInput={(words) => props.onChange(withProperty(props.rule, 'words', optional(words)))}
    />
  </>
);

/** One 评分标准: its words, what it looks at, how that is priced, and the caps. */
export const RuleForm = (props: {
  name: string;
  rule: ScoreRule;
  card: Scorecard;
  errorOf: (name: string) => string | undefined;
  onChange: (rule: ScoreRule) => void;
  onRemove: (() => void) | undefined;
}) => {
  const prices = () => pricesFor[props.rule.measure.kind];
  const kind = () => props.rule.measure.kind;
  return (
    <Disclosure summary={ruleWords(props.rule)} open={false}>
      <div class="field-properties stack">
        <Said {...props} />
        <ScoreMeasureFields
          name={`${props.name}/measure`}
          rule={props.rule}
          card={props.card}
          onChange={props.onChange}
        />
        <Select
          name={`${props.name}/price/kind`}
          label={t('editors.price')}
          placeholder={null}
          options={prices().map((value) => ({ value, label: t(`editors.priced-${value}`) }))}
          value={props.rule.price.kind}
          onChange={(value) =>
            props.onChange({
              ...props.rule,
              price: newPrice(value as PriceKind, props.rule.measure, shapeWords()),
            })
          }
        />
        <PriceFields
          name={`${props.name}/price`}
          price={props.rule.price}
          isFixedList={kind() === 'trend' || kind() === 'light' || kind() === 'ladder'}
          errorOf={props.errorOf}
          onChange={(price) => props.onChange({ ...props.rule, price })}
        />
        <Caps name={props.name} rule={props.rule} onChange={props.onChange} />
        <Show when={props.rule.leniency}>
          <p class="small soft">{t('editors.leniency-kept')}</p>
        </Show>
        <Show when={props.rule.kind}>
          <p class="small soft">{t('editors.kind-cap-kept')}</p>
        </Show>
        <Show when={props.onRemove}>
          {(remove) => (
            <Button small kind="danger" onClick={() => remove()()}>
              {t('editors.rule-remove')}
            </Button>
          )}
        </Show>
      </div>
    </Disclosure>
  );
};
