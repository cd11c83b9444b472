import { For, Show } from 'solid-js';
import type { Price } from '#schema/contracts/campaign/score-rule.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { freeKey } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';

type Line = {
  key: string;
  title: Extract<Price, { kind: 'choices' }>['choices'][number]['title'];
  amount: string;
};

const LineRow = (props: {
  name: string;
  line: Line;
  isRemovable: boolean;
  onChange: (change: Partial<Line>) => void;
  onRemove: () => void;
}) => (
  <div class="option-row">
    <TextField
      name={`${props.name}/title`}
      label={t('editors.price-name')}
      value={chinese(props.line.title)}
      onInput={(zh) => props.onChange({ title: withChinese(props.line.title, zh) })}
    />
    <NumberField
      name={`${props.name}/amount`}
      label={t('editors.price-amount')}
      decimal
      value={props.line.amount}
      onInput={(amount) => props.onChange({ amount })}
    />
    <Show when={props.isRemovable}>
      <Button
        small
        kind="quiet"
        aria-label={t('editors.remove-item', { name: chinese(props.line.title) })}
        onClick={() => props.onRemove()}
      >
        {t('acts.remove')}
      </Button>
    </Show>
  </div>
);

/** Options or kinds, each with its price. */
export const PricedLines = (props: {
  name: string;
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
              <LineRow
                name={`${props.name}/${key}`}
                line={line()}
                isRemovable={!props.isFixed && props.lines.length > props.least}
                onChange={(change) => put(key, change)}
                onRemove={() => props.onChange(props.lines.filter((each) => each.key !== key))}
              />
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

type Tier = Extract<Price, { kind: 'tiers' }>['tiers'][number];

const TierRow = (props: {
  name: string;
  tier: Tier;
  errorOf: (name: string) => string | undefined;
  isRemovable: boolean;
  onChange: (tier: Tier) => void;
  onRemove: () => void;
}) => (
  <div class="option-row">
    <TextField
      name={`${props.name}/atLeast`}
      label={t('editors.price-at-least')}
      error={props.errorOf(`${props.name}/atLeast`)}
      value={props.tier.atLeast}
      onInput={(atLeast) => props.onChange({ ...props.tier, atLeast })}
    />
    <NumberField
      name={`${props.name}/amount`}
      label={t('editors.price-amount')}
      decimal
      value={props.tier.amount}
      onInput={(amount) => props.onChange({ ...props.tier, amount })}
    />
    <Show when={props.isRemovable}>
      <Button
        small
        kind="quiet"
        aria-label={t('editors.remove-item', { name: props.tier.atLeast })}
        onClick={() => props.onRemove()}
      >
        {t('acts.remove')}
      </Button>
    </Show>
  </div>
);

/** Levels, highest first, and what is left below them all. */
export const Tiers = (props: {
  name: string;
  price: Extract<Price, { kind: 'tiers' }>;
  errorOf: (name: string) => string | undefined;
  onPrice: (price: Price) => void;
}) => {
  const put = (tiers: Tier[]) => props.onPrice({ ...props.price, tiers });
  const add = () => {
    const last = props.price.tiers[props.price.tiers.length - 1];
    put([...props.price.tiers, { atLeast: last?.atLeast ?? '0', amount: '0' }]);
  };
  return (
    <div class="stack-tight">
      <For each={props.price.tiers.map((_, at) => at)}>
        {(at) => (
          <Show when={props.price.tiers[at]}>
            {(tier) => (
              <TierRow
                name={`${props.name}/tiers/${at}`}
                tier={tier()}
                errorOf={props.errorOf}
                isRemovable={props.price.tiers.length > 1}
                onChange={(after) =>
                  put(props.price.tiers.map((each, index) => (index === at ? after : each)))
                }
                onRemove={() => put(props.price.tiers.filter((_, index) => index !== at))}
              />
            )}
          </Show>
        )}
      </For>
      <div class="part-fields">
        <Button small onClick={add}>
          {t('editors.price-tier-add')}
        </Button>
        <NumberField
          name={`${props.name}/otherwise`}
          label={t('editors.price-otherwise')}
          decimal
          value={props.price.otherwise}
          onInput={(otherwise) => props.onPrice({ ...props.price, otherwise })}
        />
      </div>
    </div>
  );
};
