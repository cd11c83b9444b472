import { For, Index, Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import type { Option } from '#web/ui/choice-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

export type Item = { readonly key: string } & Readonly<Record<string, unknown>>;
export type Column = {
  readonly key: string;
  readonly label: string;
  readonly options?: readonly Option[] | undefined;
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value !== null && typeof value === 'object' && 'zh' in value ? String(value.zh) : '';
};

type RowProps = {
  name: string;
  columns: readonly Column[];
  item: Item;
  isFirst: boolean;
  isLast: boolean;
  isNeeded: boolean;
  /** Why it has to stay, where it does. */
  keeps: string | undefined;
  onSet: (column: string, value: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

const Cells = (props: RowProps) => (
  <For each={props.columns}>
    {(column) => (
      <Show
        when={column.options}
        fallback={
          <TextField
            name={`${props.name}/${column.key}`}
            label={column.label}
            value={textOf(props.item[column.key])}
            onInput={(value) => props.onSet(column.key, value)}
          />
        }
      >
        {(options) => (
          <Select
            name={`${props.name}/${column.key}`}
            label={column.label}
            options={options()}
            value={textOf(props.item[column.key])}
            onChange={(value) => props.onSet(column.key, value)}
          />
        )}
      </Show>
    )}
  </For>
);

const Row = (props: RowProps) => {
  const About = () => (
    <span class="visually-hidden">
      {t('plan.about', { what: textOf(props.item.title ?? props.item.label) })}
    </span>
  );
  return (
    <li class="plan-row">
      <Cells {...props} />
      <Button small kind="quiet" disabled={props.isFirst} onClick={() => props.onMove(-1)}>
        {t('plan.move-up')}
        <About />
      </Button>
      <Button small kind="quiet" disabled={props.isLast} onClick={() => props.onMove(1)}>
        {t('plan.move-down')}
        <About />
      </Button>
      <Show
        when={props.keeps}
        fallback={
          <Button small kind="quiet" disabled={props.isNeeded} onClick={() => props.onRemove()}>
            {t('acts.remove')}
            <About />
          </Button>
        }
      >
        {(why) => <span class="small soft">{why()}</span>}
      </Show>
    </li>
  );
};

const swapped = (items: readonly Item[], at: number, to: number): Item[] => {
  const next = [...items];
  const [one, other] = [next[at], next[to]];
  if (one && other) [next[at], next[to]] = [other, one];
  return next;
};

/** A small table of named things: add, remove, one place up or down. */
export const ItemRows = (props: {
  name: string;
  title: string;
  columns: readonly Column[];
  items: readonly Item[];
  least?: number | undefined;
  keeps?: ((key: string) => string | undefined) | undefined;
  make: () => Item;
  onChange: (items: readonly Item[]) => void;
}) => (
  <fieldset class="stack-tight plan-list">
    <legend>{props.title}</legend>
    <ol class="plan-rows">
      <Index each={props.items}>
        {(item, at) => (
          <Row
            name={`${props.name}/${at}`}
            columns={props.columns}
            item={item()}
            isFirst={at === 0}
            isLast={at === props.items.length - 1}
            isNeeded={props.items.length <= (props.least ?? 0)}
            keeps={props.keeps?.(item().key)}
            onSet={(column, value) =>
              props.onChange(
                props.items.map((each, place) =>
                  place === at ? { ...each, [column]: value } : each,
                ),
              )
            }
            onMove={(by) => props.onChange(swapped(props.items, at, at + by))}
            onRemove={() => props.onChange(props.items.filter((_, place) => place !== at))}
          />
        )}
      </Index>
    </ol>
    <div class="row">
      <Button small onClick={() => props.onChange([...props.items, props.make()])}>
        {t('plan.add-item', { what: props.title })}
      </Button>
    </div>
  </fieldset>
);
