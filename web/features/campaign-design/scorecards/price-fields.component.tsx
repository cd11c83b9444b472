import { For, Match, Show, Switch } from 'solid-js';
import type { Price } from '#schema/contracts/campaign/score-rule.ts';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { figuresOf } from './price-figures.ts';
import type { PriceWord } from './price-figures.ts';
import { PricedLines, Tiers } from './priced-lists.component.tsx';
import type { PriceKind } from './rule-shape.ts';

type OfKind<K extends PriceKind> = Extract<Price, { kind: K }>;
type Props = {
  name: string;
  price: Price;
  /** What a choice comes out at is given where nobody chooses it. */
  isFixedList: boolean;
  errorOf: (name: string) => string | undefined;
  onChange: (price: Price) => void;
};

const Figure = (props: {
  common: Props;
  property: string;
  word: PriceWord;
  value: string | number | undefined;
  onInput: (typed: string) => void;
}) => (
  <NumberField
    name={`${props.common.name}/${props.property}`}
    label={t(`editors.price-${props.word}`)}
    decimal
    error={props.common.errorOf(`${props.common.name}/${props.property}`)}
    value={props.value === undefined ? '' : String(props.value)}
    onInput={props.onInput}
  />
);

/** A percentage keeps its sign, however it is typed. */
export const asPercent = (typed: string): string =>
  typed === '' ? '' : `${typed.replace(/[%％]/g, '').trim()}%`;

const Sides = (props: { common: Props; price: OfKind<'per-step'> }) => {
  const put = (change: Partial<OfKind<'per-step'>>) =>
    props.common.onChange({ ...props.price, ...change });
  return (
    <>
      <RadioGroup
        name={`${props.common.name}/side`}
        label={t('editors.price-side')}
        inline
        options={(['below', 'above'] as const).map((value) => ({
          value,
          label: t(`editors.side-${value}`),
        }))}
        value={props.price.side}
        onChange={(side) => put({ side: side === 'above' ? 'above' : 'below' })}
      />
      <RadioGroup
        name={`${props.common.name}/steps`}
        label={t('editors.price-steps')}
        inline
        options={(['full', 'started'] as const).map((value) => ({
          value,
          label: t(`editors.steps-${value}`),
        }))}
        value={props.price.steps}
        onChange={(steps) => put({ steps: steps === 'started' ? 'started' : 'full' })}
      />
    </>
  );
};

const Steps = (props: { common: Props; price: OfKind<'per-step'> }) => {
  const put = (change: Partial<OfKind<'per-step'>>) =>
    props.common.onChange({ ...props.price, ...change });
  return (
    <>
      <div class="part-fields">
        <Figure
          common={props.common}
          property="from"
          word="from"
          value={props.price.from.replace('%', '')}
          onInput={(typed) => put({ from: asPercent(typed) })}
        />
        <Figure
          common={props.common}
          property="step"
          word="step"
          value={props.price.step.replace('%', '')}
          onInput={(typed) => put({ step: asPercent(typed) })}
        />
        <Figure
          common={props.common}
          property="amount"
          word="amount"
          value={props.price.amount}
          onInput={(amount) => put({ amount })}
        />
      </div>
      <Sides {...props} />
    </>
  );
};

const is = <K extends PriceKind>(price: Price, ...kinds: readonly K[]): OfKind<K> | undefined =>
  kinds.some((kind) => kind === price.kind) ? (price as OfKind<K>) : undefined;

const Level = (props: { common: Props; price: OfKind<'target'> }) => (
  <>
    <TextField
      name={`${props.common.name}/level`}
      label={t('editors.price-level')}
      error={props.common.errorOf(`${props.common.name}/level`)}
      value={props.price.level}
      onInput={(level) => props.common.onChange({ ...props.price, level })}
    />
    <RadioGroup
      name={`${props.common.name}/side`}
      label={t('editors.price-side')}
      inline
      options={(['at-least', 'at-most'] as const).map((value) => ({
        value,
        label: t(`editors.side-${value}`),
      }))}
      value={props.price.side}
      onChange={(side) =>
        props.common.onChange({
          ...props.price,
          side: side === 'at-most' ? 'at-most' : 'at-least',
        })
      }
    />
  </>
);

const Plain = (props: Props) => {
  const figures = () => figuresOf(props.price);
  const find = (property: string) => figures().find((each) => each.property === property);
  return (
    <div class="part-fields">
      <For each={figures().map(({ property }) => property)}>
        {(property) => (
          <Show when={find(property)}>
            {(asked) => (
              <Figure
                common={props}
                property={property}
                word={asked().word}
                value={asked().value}
                onInput={(typed) => props.onChange(asked().put(typed))}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={is(props.price, 'target')}>
        {(price) => <Level common={props} price={price()} />}
      </Show>
    </div>
  );
};

const listed = ({ name, errorOf, onChange }: Props) => ({ name, errorOf, onPrice: onChange });

/** What the measure costs or earns: every parameter of every kind of price. */
export const PriceFields = (props: Props) => (
  <Switch fallback={<Plain {...props} />}>
    <Match when={is(props.price, 'per-step')}>
      {(price) => <Steps common={props} price={price()} />}
    </Match>
    <Match when={is(props.price, 'tiers')}>
      {(price) => <Tiers {...listed(props)} price={price()} />}
    </Match>
    <Match when={is(props.price, 'choices')}>
      {(price) => (
        <PricedLines
          {...listed(props)}
          stem="choice"
          least={2}
          isFixed={props.isFixedList}
          lines={price().choices.map(({ choice, ...rest }) => ({ key: choice, ...rest }))}
          onChange={(lines) =>
            props.onChange({
              kind: 'choices',
              choices: lines.map(({ key, ...rest }) => ({ choice: key, ...rest })),
            })
          }
        />
      )}
    </Match>
    <Match when={is(props.price, 'per-category')}>
      {(price) => (
        <PricedLines
          {...listed(props)}
          stem="category"
          least={1}
          isFixed={false}
          lines={price().prices.map(({ category, ...rest }) => ({ key: category, ...rest }))}
          onChange={(lines) =>
            props.onChange({
              kind: 'per-category',
              prices: lines.map(({ key, ...rest }) => ({ category: key, ...rest })),
            })
          }
        />
      )}
    </Match>
  </Switch>
);
