import { For, Show, createMemo, createSignal } from 'solid-js';
import {
  readScoreRows,
  scoreHeadings,
  scoreTitleHeading,
} from '#plugins/sdk/drafting/score-rows.ts';
import type { ScoreFault, ScoreRow } from '#plugins/sdk/drafting/score-rows.ts';
import { readCells } from '#plugins/sdk/drafting/task-rows.ts';
import { t } from '#web/shared/i18n.ts';
import { Callout } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { BodyEditor } from '../body-editor.ts';
import { PasteSheet } from '../paste-sheet.component.tsx';
import { withScoreRows } from './score-rows.ts';

const faultWords = ({ column, code, value }: ScoreFault): string =>
  t(`plan.row-${code}`, { column: t(`editors.score-column-${column}`), value });

/** 每“迟报”扣0.5分; where no price is named, 由评分人登记. */
const priceWords = ({ prices, account, title }: ScoreRow): string =>
  prices.length === 0
    ? t(`editors.row-recorded-${account}`)
    : prices
        .map(({ noun, amount }) =>
          t(`editors.row-priced-${account}`, { noun: noun ?? title, points: amount }),
        )
        .join(t('editors.part-mark'));

const Line = (props: { row: ScoreRow }) => (
  <tr>
    <td>{props.row.line}</td>
    <td lang="zh-CN">{props.row.group}</td>
    <th scope="row" lang="zh-CN">
      {props.row.title}
      <For each={props.row.faults}>
        {(fault) => <p class="design-found">{faultWords(fault)}</p>}
      </For>
    </th>
    <td class="cell-end">{props.row.points}</td>
    <td>{priceWords(props.row)}</td>
  </tr>
);

/** 从 Excel 粘贴考评项目: a table of points becomes groups, items and their rules. */
export const PasteItems = (props: { editor: BodyEditor<'scorecard'>; onClose: () => void }) => {
  const [text, setText] = createSignal('');
  const sheet = createMemo(() => readScoreRows(readCells(text())));
  const hasTitles = () => 'title' in sheet().columns;
  const rows = () => (hasTitles() ? sheet().rows : []);
  const good = () => rows().filter(({ faults }) => faults.length === 0);
  const take = () => {
    const taken = good();
    const words = {
      item: t('editors.new-item'),
      noun: t('editors.new-event'),
      reason: t('editors.source-default'),
    };
    props.editor.change((card) => withScoreRows(card, taken, words));
    announce(t('editors.items-taken', { count: taken.length }));
    props.onClose();
  };
  return (
    <PasteSheet
      title={t('editors.paste-items')}
      hint={t('editors.paste-items-hint', { headings: scoreHeadings })}
      act={t('editors.act-take-items', { count: good().length })}
      good={good().length}
      bad={rows().length - good().length}
      notice={
        <Show when={text().trim() !== '' && !hasTitles()}>
          <Callout
            kind="warn"
            live
            title={t('editors.items-no-heading', { heading: scoreTitleHeading })}
          />
        </Show>
      }
      text={text()}
      onText={setText}
      onTake={take}
      onClose={props.onClose}
    >
      <table class="table">
        <caption class="visually-hidden">{t('editors.rows-preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.row-line')}</th>
            <th scope="col">{t('editors.score-column-group')}</th>
            <th scope="col">{t('editors.score-column-title')}</th>
            <th scope="col" class="cell-end">
              {t('editors.score-column-points')}
            </th>
            <th scope="col">{t('editors.rule-read')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>{(row) => <Line row={row} />}</For>
        </tbody>
      </table>
    </PasteSheet>
  );
};
