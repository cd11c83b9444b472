import { For, Match, Show, Switch } from 'solid-js';
import type { Price } from '#schema/contracts/campaign/score-rule.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { freeKey, withProperty } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
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

type Word =
  | 'amount'
  | 'beyond'
  | 'minimum'
  | 'from'
  | 'step'
  | 'level'
  | 'otherwise'
  | 'points'
  | 'places'
  | 'first'
  | 'again'
  | 'min-points'
  | 'max-points';

const Figure = (props: {
  common: Props;
  property: string;
  word: Word;
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

const whole = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0);

/** A percentage keeps its sign, however it is typed. */
export const asPercent = (typed: string): string =>
  typed === '' ? '' : `${typed.replace(/[%％]/g, '').trim()}%`;

type Line = { key: string; title: OfKind<'choices'>['choices'][number]['title']; amount: string };

/** Options or kinds, each with its price. */
const PricedLines = (props: {
  common: Props;
  lines: readonly Line[];
  stem: string;
  least: number;
  isFixed: boolean;
  onChange: (lines: Line[]) => void;
}) => {
  const put = (key: string, change: Partial<Line>) =>
    props.onChange(props.lines.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const add = () => {
    const key = freeKey(
      props.stem,
      props.lines.map((each) => each.key),
    );
    const title = t('editors.option-number', { number: props.lines.length + 1 });
    props.onChange([...props.lines, { key, title, amount: '0' }]);
  };
  return (
    <div class="stack-tight">
      <For each={props.lines.map(({ key }) => key)}>
        {(key) => (
          <Show when={props.lines.find((each) => each.key === key)}>
            {(line) => (
              <div class="option-row">
                <TextField
                  name={`${props.common.name}/${key}/title`}
                  label={t('editors.price-name')}
                  value={chinese(line().title)}
                  onInput={(zh) => put(key, { title: withChinese(line().title, zh) })}
                />
                <NumberField
                  name={`${props.common.name}/${key}/amount`}
                  label={t('editors.price-amount')}
                  decimal
                  value={line().amount}
                  onInput={(amount) => put(key, { amount })}
                />
                <Show when={!props.isFixed && props.lines.length > props.least}>
                  <Button
                    small
                    kind="quiet"
                    aria-label={t('editors.remove-item', { name: chinese(line().title) })}
                    onClick={() => props.onChange(props.lines.filter((each) => each.key !== key))}
                  >
                    {t('acts.remove')}
                  </Button>
                </Show>
              </div>
            )}
          </Show>
        )}
      </For>
      <Show when={!props.isFixed}>
        <Button small onClick={add}>
          {t('editors.price-line-add')}
        </Button>
      </Show>
    </div>
  );
};

const Tiers = (props: { common: Props; price: OfKind<'tiers'> }) => {
  const put = (tiers: OfKind<'tiers'>['tiers']) => props.common.onChange({ ...props.price, tiers });
  const last = () => props.price.tiers[props.price.tiers.length - 1];
  return (
    <div class="stack-tight">
      <For each={props.price.tiers.map((_, at) => at)}>
        {(at) => (
          <Show when={props.price.tiers[at]}>
            {(tier) => (
              <div class="option-row">
                <TextField
                  name={`${props.common.name}/tiers/${at}/atLeast`}
                  label={t('editors.price-at-least')}
                  error={props.common.errorOf(`${props.common.name}/tiers/${at}/atLeast`)}
                  value={tier().atLeast}
                  onInput={(atLeast) =>
                    put(
                      props.price.tiers.map((each, i) => (i === at ? { ...each, atLeast } : each)),
                    )
                  }
                />
                <NumberField
                  name={`${props.common.name}/tiers/${at}/amount`}
                  label={t('editors.price-amount')}
                  decimal
                  value={tier().amount}
                  onInput={(amount) =>
                    put(props.price.tiers.map((each, i) => (i === at ? { ...each, amount } : each)))
                  }
                />
                <Show when={props.price.tiers.length > 1}>
                  <Button
                    small
                    kind="quiet"
                    aria-label={t('editors.remove-item', { name: tier().atLeast })}
                    onClick={() => put(props.price.tiers.filter((_, i) => i !== at))}
                  >
                    {t('acts.remove')}
                  </Button>
                </Show>
              </div>
            )}
          </Show>
        )}
      </For>
      <div class="part-fields">
        <Button
          small
          onClick={() =>
            put([...props.price.tiers, { atLeast: last()?.atLeast ?? '0', amount: '0' }])
          }
        >
          {t('editors.price-tier-add')}
        </Button>
        <Figure
          common={props.common}
          property="otherwise"
          word="otherwise"
          value={props.price.otherwise}
          onInput={(otherwise) => props.common.onChange({ ...props.price, otherwise })}
        />
      </div>
    </div>
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

const is = <K extends PriceKind>(price: Price, ...kinds: readonly K[]): OfKind<K> | undefined =>
  kinds.some((kind) => kind === price.kind) ? (price as OfKind<K>) : undefined;

const Plain = (props: Props) => {
  const figure = (
    property: string,
    word: Word,
    value: () => string | number | undefined,
    put: (typed: string) => Price,
  ) => (
    <Figure
      common={props}
      property={property}
      word={word}
      value={value()}
      onInput={(typed) => props.onChange(put(typed))}
    />
  );
  return (
    <div class="part-fields">
      <Switch>
        <Match when={is(props.price, 'fixed', 'per-element', 'per-unit', 'shortfall', 'target')}>
          {(price) =>
            figure(
              'amount',
              'amount',
              () => price().amount,
              (amount) => ({ ...price(), amount }),
            )
          }
        </Match>
        <Match when={is(props.price, 'proportional')}>
          {(price) => (
            <>
              {figure(
                'points',
                'points',
                () => price().points,
                (points) => ({ ...price(), points }),
              )}
              {figure(
                'places',
                'places',
                () => price().places,
                (typed) => ({
                  ...price(),
                  places: whole(typed),
                }),
              )}
            </>
          )}
        </Match>
        <Match when={is(props.price, 'repeated')}>
          {(price) => (
            <>
              {figure(
                'first',
                'first',
                () => price().first,
                (first) => ({ ...price(), first }),
              )}
              {figure(
                'again',
                'again',
                () => price().again,
                (again) => ({ ...price(), again }),
              )}
            </>
          )}
        </Match>
        <Match when={is(props.price, 'range', 'recorded')}>
          {(price) => (
            <>
              {figure(
                'min',
                'min-points',
                () => price().min,
                (typed) =>
                  price().kind === 'range' || typed !== ''
                    ? { ...price(), min: typed }
                    : withProperty(price(), 'min', undefined),
              )}
              {figure(
                'max',
                'max-points',
                () => price().max,
                (max) => ({ ...price(), max }),
              )}
            </>
          )}
        </Match>
      </Switch>
      <Show when={is(props.price, 'per-unit')}>
        {(price) =>
          figure(
            'beyond',
            'beyond',
            () => price().beyond,
            (typed) => withProperty(price(), 'beyond', typed === '' ? undefined : whole(typed)),
          )
        }
      </Show>
      <Show when={is(props.price, 'shortfall')}>
        {(price) =>
          figure(
            'minimum',
            'minimum',
            () => price().minimum,
            (typed) => ({
              ...price(),
              minimum: whole(typed),
            }),
          )
        }
      </Show>
      <Show when={is(props.price, 'target')}>
        {(price) => (
          <>
            <TextField
              name={`${props.name}/level`}
              label={t('editors.price-level')}
              error={props.errorOf(`${props.name}/level`)}
              value={price().level}
              onInput={(level) => props.onChange({ ...price(), level })}
            />
            <RadioGroup
              name={`${props.name}/side`}
              label={t('editors.price-side')}
              inline
              options={(['at-least', 'at-most'] as const).map((value) => ({
                value,
                label: t(`editors.side-${value}`),
              }))}
              value={price().side}
              onChange={(side) =>
                props.onChange({ ...price(), side: side === 'at-most' ? 'at-most' : 'at-least' })
              }
            />
          </>
        )}
      </Show>
    </div>
  );
};

/** What the measure costs or earns: every parameter of every kind of price. */
export const PriceFields = (props: Props) => (
  <Switch fallback={<Plain {...props} />}>
    <Match when={is(props.price, 'per-step')}>
      {(price) => <Steps common={props} price={price()} />}
    </Match>
    <Match when={is(props.price, 'tiers')}>
      {(price) => <Tiers common={props} price={price()} />}
    </Match>
    <Match when={is(props.price, 'choices')}>
      {(price) => (
        <PricedLines
          common={props}
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
          common={props}
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
