import { For, Show, createSignal, onCleanup, onMount, untrack } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { registerDragPlace } from '../drag-items.driver.ts';
import type { DragPlace, Landing } from '../drag-items.driver.ts';
import { findingsAt } from '../findings.ts';
import { ItemTools } from '../item-tools.component.tsx';
import { chinese } from '../texts.ts';
import type { FieldFrame } from './field-frame.ts';
import { columnsIn, mayBeColumn, placeIn } from './field-list.ts';
import type { FieldAddress } from './field-list.ts';
import { FieldProperties } from './field-properties.component.tsx';

/** What the list does with a field. */
export type FieldActs = {
  readonly frameOf: (address: FieldAddress) => FieldFrame | undefined;
  readonly isOpen: (address: FieldAddress) => boolean;
  readonly toggle: (address: FieldAddress) => void;
  readonly move: (address: FieldAddress, to: number) => void;
  readonly drop: (list: string, landing: Landing) => void;
  readonly intoTable: (key: string, table: string) => void;
  readonly outOfTable: (table: string, column: string) => void;
  readonly addColumn: (table: string) => void;
  readonly remove: (address: FieldAddress) => void;
  readonly findings: () => readonly CampaignProblem[];
};

/** Rows of the form are one list, the columns of each table another. */
const listOf = ({ field, column }: FieldAddress): string =>
  column === undefined ? 'fields' : `columns/${field}`;

const Into = (props: { frame: FieldFrame; acts: FieldActs }) => {
  const { field: key, column } = untrack(() => props.frame.address);
  const tables = () =>
    props.frame.form().fields.filter((each) => each.kind === 'table' && each.key !== key);
  const isMovable = () => column === undefined && mayBeColumn(props.frame.field());
  return (
    <>
      <Show when={isMovable() && tables().length > 0}>
        <Select
          name={`${props.frame.name()}/into`}
          label={t('editors.into-table')}
          placeholder={t('editors.into-none')}
          value=""
          options={tables().map((each) => ({ value: each.key, label: localText(each.label) }))}
          onChange={(table) => props.acts.intoTable(key, table)}
        />
      </Show>
      <Show when={column}>
        {(name) => (
          <Button small onClick={() => props.acts.outOfTable(key, name())}>
            {t('editors.out-of-table')}
          </Button>
        )}
      </Show>
    </>
  );
};

const Head = (props: {
  frame: FieldFrame;
  acts: FieldActs;
  onHandle: (e: HTMLElement) => void;
}) => {
  const place = () => placeIn(props.frame.form(), props.frame.address);
  const name = () => chinese(props.frame.field().label);
  const found = () => {
    const { field, column } = props.frame.address;
    return column === undefined
      ? findingsAt(props.acts.findings(), field)
      : findingsAt(props.acts.findings(), column);
  };
  return (
    <div class="field-row-head">
      <span
        class="drag-handle"
        aria-hidden="true"
        title={t('editors.drag')}
        ref={(element) => props.onHandle(element)}
      >
        ⠿
      </span>
      <button
        type="button"
        class="field-row-name"
        aria-expanded={props.acts.isOpen(props.frame.address) ? 'true' : 'false'}
        onClick={() => props.acts.toggle(props.frame.address)}
      >
        {name()}
        <span class="clause-kind">{t(`editors.kind-${props.frame.field().kind}`)}</span>
        <Show when={found().length > 0}>
          <span class="design-found">{t('editors.found', { count: found().length })}</span>
        </Show>
      </button>
      <ItemTools
        name={name()}
        at={place().at}
        of={place().of}
        onMove={(to) => props.acts.move(props.frame.address, to)}
        onRemove={place().of > 1 ? () => props.acts.remove(props.frame.address) : undefined}
      />
    </div>
  );
};

/** As long as the row stands. */
const keepDraggable = (place: DragPlace): void => {
  const registered = registerDragPlace(place);
  onCleanup(async () => {
    const stop = await registered;
    stop();
  });
};

/** One line of the paper form; open, everything it says of itself; a table with its columns. */
export const FieldRow = (props: { frame: FieldFrame; acts: FieldActs }) => {
  const [hover, setHover] = createSignal<Landing['edge']>();
  let row: HTMLLIElement | undefined;
  let handle: HTMLElement | undefined;
  const address = untrack(() => props.frame.address);
  onMount(() => {
    if (!row) return;
    keepDraggable({
      list: listOf(address),
      id: address.column ?? address.field,
      element: row,
      handle,
      onHover: setHover,
      onDrop: (landing: Landing) => props.acts.drop(listOf(address), landing),
    });
  });
  const columns = () => {
    const field = props.frame.field();
    return address.column === undefined && field.kind === 'table' ? columnsIn(field) : undefined;
  };
  return (
    <li
      ref={(element) => (row = element)}
      class={`field-row field-row-${props.frame.field().kind}${hover() ? ` field-row-${hover()}` : ''}`}
      id={`design-${address.column ?? address.field}`}
    >
      <Head frame={props.frame} acts={props.acts} onHandle={(element) => (handle = element)} />
      <Show when={props.acts.isOpen(address)}>
        <FieldProperties frame={props.frame} />
        <Into frame={props.frame} acts={props.acts} />
      </Show>
      <Show when={columns()}>
        {(list) => (
          <>
            <ol class="field-columns" aria-label={t('editors.columns')}>
              <For each={list().map(({ key }) => key)}>
                {(column) => (
                  <Show when={props.acts.frameOf({ field: address.field, column })}>
                    {(frame) => <FieldRow frame={frame()} acts={props.acts} />}
                  </Show>
                )}
              </For>
            </ol>
            <Button small onClick={() => props.acts.addColumn(address.field)}>
              {t('editors.column-add')}
            </Button>
          </>
        )}
      </Show>
    </li>
  );
};
