import { For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { CopyTextButton } from './copy.component.tsx';
import { Empty, LoadFailed, Loading } from './state.component.tsx';

export type Column<Row> = {
  key: string;
  /** An empty header marks the column of actions. */
  header: string;
  cell: (row: Row) => JSX.Element;
  /** The cell as plain text for 「复制为文字」; columns without it are not copied. */
  text?: ((row: Row) => string | number) | undefined;
  align?: 'start' | 'end' | undefined;
  width?: 'narrow' | 'wide' | undefined;
  /** Acts: on paper there is nothing to press. */
  noPrint?: boolean | undefined;
  /** The cell that names the row. */
  rowHeader?: boolean | undefined;
  foot?: JSX.Element;
};

export type DataTableProps<Row> = {
  caption: string;
  /** Hides the caption where a heading just above says the same. */
  captionHidden?: boolean | undefined;
  /** In the official order; the table never sorts by itself. */
  rows: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  loading?: boolean | undefined;
  error?: unknown;
  onRetry?: (() => void) | undefined;
  empty: { title: string; next?: JSX.Element; actions?: JSX.Element };
  /** Beside the caption: 「截至 …」, buttons. */
  tools?: JSX.Element;
  /** Under the table: LoadMore, notes. */
  footer?: JSX.Element;
  /** Text in front of the copied rows; false takes the button away. */
  copy?: false | { lead?: (() => string) | undefined } | undefined;
};

export function tableAsText<Row>(table: DataTableProps<Row>): string {
  const columns = table.columns.filter((column) => column.text !== undefined);
  const lines = (table.rows ?? []).map((row) =>
    columns.map((column) => String(column.text?.(row) ?? '')).join('\t'),
  );
  const lead = (table.copy !== false && table.copy?.lead?.()) || table.caption;
  return [lead, columns.map((column) => column.header).join('\t'), ...lines].join('\n');
}

const cellClass = <Row,>(column: Column<Row>) =>
  [
    column.align === 'end' ? 'cell-end' : '',
    column.width ? `cell-${column.width}` : '',
    column.noPrint ? 'no-print' : '',
  ].join(' ');

/** A row that is drawn anew is known by its subject, so the focus finds it again. */
const subjectOf = (row: unknown): string | undefined =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string'
    ? row.id
    : undefined;

function Rows<Row>(props: DataTableProps<Row>) {
  return (
    <For each={props.rows}>
      {(row) => (
        <tr data-row={subjectOf(row)}>
          <For each={props.columns}>
            {(column) =>
              column.rowHeader ? (
                <th scope="row" class={cellClass(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td class={cellClass(column)} data-label={column.header}>
                  <div>{column.cell(row)}</div>
                </td>
              )
            }
          </For>
        </tr>
      )}
    </For>
  );
}

function Grid<Row>(props: DataTableProps<Row>) {
  const hasFoot = () => props.columns.some((column) => column.foot !== undefined);
  return (
    <div class="table-scroll">
      <table class="table table-stacked">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class={cellClass(column)}>
                  {column.header || <span class="visually-hidden">{t('acts.edit')}</span>}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <Rows {...props} />
        </tbody>
        <Show when={hasFoot()}>
          <tfoot>
            <tr>
              <For each={props.columns}>
                {(column) => (
                  <td
                    class={`${cellClass(column)}${column.foot === undefined ? ' cell-blank' : ''}`}
                    data-label={column.rowHeader ? '' : column.header}
                  >
                    {column.foot}
                  </td>
                )}
              </For>
            </tr>
          </tfoot>
        </Show>
      </table>
    </div>
  );
}

/** A table as officials read it: caption, their order, and on a phone each row as a short list. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const hasRows = () => (props.rows?.length ?? 0) > 0;
  const canCopy = () =>
    props.copy !== false && hasRows() && props.columns.some((column) => column.text);
  return (
    <section>
      <div class="table-head">
        <p class={props.captionHidden ? 'visually-hidden' : 'table-caption'} aria-hidden="true">
          {props.caption}
        </p>
        <div class="table-tools">
          {props.tools}
          <Show when={canCopy()}>
            <CopyTextButton small kind="quiet" text={() => tableAsText(props)} />
          </Show>
        </div>
      </div>
      <Switch fallback={<Grid {...props} />}>
        <Match when={!hasRows() && props.error}>
          <div class="table-state">
            <LoadFailed error={props.error} onRetry={props.onRetry} />
          </div>
        </Match>
        <Match when={!hasRows() && (props.loading || props.rows === undefined)}>
          <div class="table-state">
            <Loading />
          </div>
        </Match>
        <Match when={!hasRows()}>
          <div class="table-state">
            <Empty {...props.empty} />
          </div>
        </Match>
      </Switch>
      <Show when={props.footer}>
        <div class="table-foot">{props.footer}</div>
      </Show>
    </section>
  );
}
