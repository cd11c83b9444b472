import { For, Show, createMemo, createSignal } from 'solid-js';
import { describeAudience } from '#plugins/sdk/audience/describe-audience.ts';
import { readCells, readTaskRows } from '#plugins/sdk/drafting/task-rows.ts';
import type { RowFault, TaskRow } from '#plugins/sdk/drafting/task-rows.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import { describeRule } from '#web/features/campaigns/date-rule.presenter.ts';
import { clauseOptions } from '#web/features/campaigns/draft-options.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { usePartActs } from './part-acts.ts';
import type { PartActs } from './part-acts.ts';
import { SheetChoice } from './sheet-choice.component.tsx';
import { changeOfRows, givenBy, usualClause } from './task-rows.ts';

const everyone: Audience = { all: [] };

const faultWords = ({ column, code, value }: RowFault): string =>
  t(`plan.row-${code}`, { column: t(`plan.column-${column}`), value });

const RowLine = (props: { row: TaskRow; officeOf: (key: string | undefined) => string }) => (
  <tr class={props.row.faults.length > 0 ? 'plan-row-faulty' : undefined}>
    <td>{props.row.line}</td>
    <th scope="row" lang="zh-CN">
      {props.row.title || t('plan.untitled')}
      <For each={props.row.faults}>
        {(fault) => <p class="small plan-fault">{faultWords(fault)}</p>}
      </For>
    </th>
    <td>{props.row.due ? describeRule(props.row.due) : ''}</td>
    <td>{props.officeOf(props.row.to)}</td>
    <td>{describeAudience(props.row.audience ?? everyone)}</td>
    <td>{props.row.stamp ? t('plan.yes') : t('plan.no')}</td>
  </tr>
);

const Preview = (props: { rows: readonly TaskRow[]; acts: PartActs }) => {
  const offices = () => givenBy(props.acts.draft()).offices;
  const officeOf = (key: string | undefined) =>
    (offices().find((each) => each.key === key) ?? offices()[0])?.title ?? '';
  return (
    <div class="plan-scroll" tabindex="0" role="group" aria-label={t('plan.rows-preview')}>
      <table class="table">
        <caption class="visually-hidden">{t('plan.rows-preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.row-line')}</th>
            <th scope="col">{t('plan.column-title')}</th>
            <th scope="col">{t('plan.column-due')}</th>
            <th scope="col">{t('plan.column-to')}</th>
            <th scope="col">{t('plan.column-audience')}</th>
            <th scope="col">{t('plan.column-stamp')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>{(row) => <RowLine row={row} officeOf={officeOf} />}</For>
        </tbody>
      </table>
    </div>
  );
};

const createRows = (acts: PartActs | undefined, onDone: () => void) => {
  const [text, setText] = createSignal('');
  const [clause, setClause] = createSignal(acts ? usualClause(acts.draft()) : '');
  const table = createMemo(() =>
    acts ? readTaskRows(readCells(text()), givenBy(acts.draft())) : { columns: {}, rows: [] },
  );
  const good = () => table().rows.filter(({ faults }) => faults.length === 0);
  const take = async () => {
    const count = good().length;
    const defaults = { clause: clause(), audience: everyone };
    if (!acts || !(await acts.change(changeOfRows(acts.draft(), good(), defaults)))) return;
    announce(t('plan.rows-taken', { count }));
    onDone();
  };
  return {
    text,
    setText,
    clause,
    setClause,
    good,
    take,
    rows: () => table().rows,
    hasTitles: () => 'title' in table().columns,
  };
};

type Rows = ReturnType<typeof createRows>;

const Understood = (props: { rows: Rows; acts: PartActs }) => (
  <>
    <Select
      name="clause"
      label={t('plan.rows-clause')}
      options={clauseOptions(props.acts.draft())}
      value={props.rows.clause()}
      onChange={props.rows.setClause}
    />
    <p role="status">
      {t('plan.rows-count', {
        good: props.rows.good().length,
        bad: props.rows.rows().length - props.rows.good().length,
      })}
    </p>
    <Preview rows={props.rows.rows()} acts={props.acts} />
  </>
);

/** 从 Excel 粘贴: rows become tasks, and each is looked at before they are taken. */
export const PasteRowsDialog = (props: { onClose: () => void }) => {
  const acts = usePartActs();
  const rows = createRows(acts, () => props.onClose());
  return (
    <Dialog
      open
      wide
      title={t('plan.paste-rows')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('acts.cancel')}</Button>
          <Button
            kind="primary"
            busy={acts?.isBusy()}
            disabled={rows.good().length === 0 || rows.clause() === ''}
            onClick={() => void rows.take()}
          >
            {t('plan.act-take-rows', { count: rows.good().length })}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Refusal problem={acts?.problem()} />
        <TextArea
          name="rows"
          label={t('plan.rows-text')}
          hint={t('plan.rows-hint')}
          rows={6}
          value={rows.text()}
          onInput={rows.setText}
        />
        <SheetChoice onText={rows.setText} />
        <Show when={rows.text().trim() !== '' && !rows.hasTitles()}>
          <Callout kind="warn" live title={t('plan.rows-no-heading')} />
        </Show>
        <Show when={rows.hasTitles() && rows.rows().length > 0 && acts}>
          {(held) => <Understood rows={rows} acts={held()} />}
        </Show>
      </div>
    </Dialog>
  );
};
