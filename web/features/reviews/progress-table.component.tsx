import { For, Show, createMemo, createSignal } from 'solid-js';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CopyTextButton } from '#web/ui/copy.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { kindName, overdueWords, progressAsText } from './progress.presenter.ts';
import type { ProgressRow } from './reviews.queries.ts';
import { UnitFilings } from './unit-filings.component.tsx';

const columns = ['kind', 'due', 'arrived', 'in-review', 'returned', 'exempt', 'overdue'] as const;

/** 催办 of what is overdue: which units are chosen, and what opens the dialog. */
export type Urging = {
  chosen: ReadonlySet<string>;
  /** The office that urges; it does not urge itself. */
  own: string | null;
  onChoose: (organizationId: string, isChosen: boolean) => void;
  onUrge: (organizationIds: readonly string[]) => void;
};

const Figure = (props: { label: string; value: number }) => (
  <td class="cell-end" data-label={props.label}>
    <div class={props.value === 0 ? 'soft' : ''}>{formatCount(props.value)}</div>
  </td>
);

/** It owes something, is not the office itself, and somebody there reads what is sent. */
export const canBeUrged = (row: ProgressRow, own: string | null): boolean =>
  row.overdue > 0 && row.organizationId !== own && row.liaison !== undefined;

const mayBeUrged = (row: ProgressRow, urging: Urging | undefined) =>
  urging !== undefined && canBeUrged(row, urging.own) ? urging : undefined;

const UrgeCell = (props: { row: ProgressRow; urging: Urging | undefined }) => (
  <td data-label={t('reminders.last-urged')}>
    <div>
      <Show when={props.row.urged}>
        {(urged) => (
          <span class="small">
            {t('reminders.urged-by', { at: formatInstant(urged().at), post: urged().post })}
          </span>
        )}
      </Show>
      <Show when={props.urging && props.row.overdue > 0 && props.row.liaison === undefined}>
        <span class="small soft">{t('reminders.urge-by-phone')}</span>
      </Show>
      <Show when={mayBeUrged(props.row, props.urging)}>
        {(urging) => (
          <Button
            small
            disabled={props.row.urged?.today === true}
            onClick={() => urging().onUrge([props.row.organizationId])}
          >
            {t('reminders.urge')}
          </Button>
        )}
      </Show>
    </div>
  </td>
);

const ChooseUnit = (props: { row: ProgressRow; urging: Urging | undefined }) => (
  <Show when={mayBeUrged(props.row, props.urging)}>
    {(urging) => (
      <input
        type="checkbox"
        class="unit-choice no-print"
        aria-label={t('reminders.select', { unit: props.row.organizationName })}
        checked={urging().chosen.has(props.row.organizationId)}
        onChange={(event) =>
          urging().onChoose(props.row.organizationId, event.currentTarget.checked)
        }
      />
    )}
  </Show>
);

type UnitRowProps = {
  row: ProgressRow;
  campaign: string;
  task: string;
  urging: Urging | undefined;
};

const UnitRow = (props: UnitRowProps) => {
  const [isOpen, setOpen] = createSignal(false);
  const panel = () => `filings-${props.row.organizationId}`;
  return (
    <>
      <tr class={isOpen() ? 'unit-open' : ''}>
        <th scope="row">
          <ChooseUnit row={props.row} urging={props.urging} />
          <button
            type="button"
            class="unit-toggle"
            aria-expanded={isOpen()}
            aria-controls={panel()}
            onClick={() => setOpen((before) => !before)}
          >
            {props.row.organizationName}
          </button>
        </th>
        <td data-label={t('reviews.kind')}>
          <div>{kindName(props.row.kind)}</div>
        </td>
        <Figure label={t('reviews.due')} value={props.row.due} />
        <Figure label={t('reviews.arrived')} value={props.row.arrived} />
        <Figure label={t('reviews.in-review')} value={props.row.inReview} />
        <Figure label={t('reviews.returned')} value={props.row.returned} />
        <Figure label={t('reviews.exempt')} value={props.row.exempt} />
        <td class="cell-end" data-label={t('reviews.overdue')}>
          <div>
            <Show when={props.row.overdue > 0} fallback={<span class="soft">0</span>}>
              <Status kind="late">{overdueWords(props.row)}</Status>
            </Show>
          </div>
        </td>
        <td data-label={t('reminders.liaison')}>
          <div>{props.row.liaison}</div>
        </td>
        <UrgeCell row={props.row} urging={props.urging} />
      </tr>
      <Show when={isOpen()}>
        <tr class="unit-panel" id={panel()}>
          <td colspan={columns.length + 3} data-label="">
            <UnitFilings
              campaign={props.campaign}
              organization={props.row.organizationId}
              task={props.task}
            />
          </td>
        </tr>
      </Show>
    </>
  );
};

/** 报送进度, in the official order of the units; a unit unfolds into its filings. */
export const ProgressTable = (props: {
  rows: readonly ProgressRow[];
  campaign: string;
  task: string;
  caption: string;
  urging?: Urging | undefined;
}) => {
  const byUnit = createMemo(() => new Map(props.rows.map((row) => [row.organizationId, row])));
  return (
    <section>
      <div class="table-head">
        <p class="table-caption" aria-hidden="true">
          {t('reviews.units-shown', { count: props.rows.length })}
        </p>
        <div class="table-tools">
          <CopyTextButton
            small
            kind="quiet"
            text={() => progressAsText(props.caption, props.rows)}
          />
        </div>
      </div>
      <div class="table-scroll">
        <table class="table table-stacked progress-table">
          <caption class="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reviews.unit')}</th>
              <For each={columns}>
                {(column) => (
                  <th scope="col" class={column === 'kind' ? '' : 'cell-end'}>
                    {t(`reviews.${column}`)}
                  </th>
                )}
              </For>
              <th scope="col">{t('reminders.liaison')}</th>
              <th scope="col">{t('reminders.last-urged')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows.map(({ organizationId }) => organizationId)}>
              {(id) => (
                <Show when={byUnit().get(id)}>
                  {(row) => (
                    <UnitRow
                      row={row()}
                      campaign={props.campaign}
                      task={props.task}
                      urging={props.urging}
                    />
                  )}
                </Show>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  );
};
