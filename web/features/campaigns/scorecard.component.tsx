import { For, Show, createMemo, untrack } from 'solid-js';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { Status } from '#web/ui/status.component.tsx';
import type { PartOf } from './draft-parts.ts';
import { PartEditorFrame } from './part-editor-frame.component.tsx';
import type { PartEditor } from './part-editor.ts';
import { editorOf } from './part-editors.component.tsx';
import type { EditorProps } from './part-editors.component.tsx';
import {
  cardBonus,
  cardPoints,
  cardSums,
  pointsLines,
  scorecardForm,
  unitsOf,
} from './scorecard-points.ts';
import type { PointsLine } from './scorecard-points.ts';
import './points.css';

/** 下级合计 20 分，与本级一致 · 差 1 分. */
const Sum = (props: { stated: string; sum: number | undefined }) => {
  const difference = () => {
    const stated = unitsOf(props.stated);
    return stated === undefined || props.sum === undefined ? undefined : props.sum - stated;
  };
  return (
    <Show
      when={difference() !== undefined}
      fallback={<Status kind="late">{t('campaigns.points-wrong')}</Status>}
    >
      <Show
        when={difference() === 0}
        fallback={
          <Status kind="late">
            {t((difference() ?? 0) > 0 ? 'campaigns.points-over' : 'campaigns.points-under', {
              sum: formatPoints(props.sum ?? 0),
              difference: formatPoints(Math.abs(difference() ?? 0)),
            })}
          </Status>
        }
      >
        <Status kind="done">
          {t('campaigns.points-agree', { sum: formatPoints(props.sum ?? 0) })}
        </Status>
      </Show>
    </Show>
  );
};

const Figure = (props: {
  editor: PartEditor | undefined;
  name: string;
  label: string;
  value: string;
}) => (
  <Show when={props.editor} fallback={<span class="points-figure">{props.value}</span>}>
    {(editor) => (
      <input
        class="input input-figures points-input"
        inputmode="decimal"
        autocomplete="off"
        aria-label={t('campaigns.points-of', { title: props.label })}
        aria-invalid={unitsOf(editor().valueOf(props.name)) === undefined ? 'true' : undefined}
        value={editor().valueOf(props.name)}
        onInput={(event) => void editor().set(props.name, event.currentTarget.value.trim())}
      />
    )}
  </Show>
);

const Line = (props: { line: PointsLine; editor: PartEditor | undefined; value: string }) => (
  <tr id={`score-${props.line.key}`} class={`points-${props.line.type}`}>
    <th scope="row" class={`points-depth-${Math.min(props.line.depth, 3)}`}>
      {props.line.title}
      <Show when={props.line.account && props.line.account !== 'base' && props.line.account}>
        {(account) => <span class="clause-kind">{t(`campaigns.account-${account()}`)}</span>}
      </Show>
      <Show when={props.line.words}>
        <p class="small soft document-words points-words">{props.line.words}</p>
      </Show>
    </th>
    <td class="cell-end">
      <Figure
        editor={props.editor}
        name={props.line.name}
        label={props.line.title}
        value={props.value}
      />
    </td>
    <td class="points-sum">
      <Show when={props.line.type === 'group'}>
        <Sum stated={props.value} sum={props.line.sum} />
      </Show>
    </td>
  </tr>
);

const Total = (props: {
  editor: PartEditor | undefined;
  name: string;
  label: string;
  value: string;
  sum: number | undefined;
}) => (
  <tr>
    <td>{props.label}</td>
    <td class="cell-end">
      <Figure editor={props.editor} name={props.name} label={props.label} value={props.value} />
    </td>
    <td class="points-sum">
      <Sum stated={props.value} sum={props.sum} />
    </td>
  </tr>
);

/** The card as a table of points: read, or with figures to type and sums that follow. */
const PointsTable = (props: { card: Scorecard; editor?: PartEditor }) => {
  const values = createMemo(() => props.editor?.values() ?? scorecardForm.read(props.card));
  const lines = createMemo(() => pointsLines(props.card.children, values()));
  const sums = createMemo(() => cardSums(props.card, values()));
  const valueOf = (name: string) => values()[name] ?? '';
  const total = (name: string, label: string, sum: number | undefined) => (
    <Total editor={props.editor} name={name} label={label} value={valueOf(name)} sum={sum} />
  );
  return (
    <div class="table-scroll">
      <table class="table points-table">
        <caption class="visually-hidden">{localText(props.card.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('campaigns.points-item')}</th>
            <th scope="col" class="cell-end">
              {t('campaigns.points')}
            </th>
            <th scope="col">{t('campaigns.points-sum')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={lines().map(({ name }) => name)}>
            {(name) => (
              <Show when={lines().find((line) => line.name === name)}>
                {(line) => <Line line={line()} editor={props.editor} value={valueOf(name)} />}
              </Show>
            )}
          </For>
        </tbody>
        <tfoot>
          {total(cardPoints, t('campaigns.card-points'), sums().base)}
          <Show when={props.card.bonusPoints !== undefined}>
            {total(cardBonus, t('campaigns.card-bonus'), sums().bonus)}
          </Show>
        </tfoot>
      </table>
    </div>
  );
};

export const ScorecardView = (props: { card: Scorecard }) => <PointsTable card={props.card} />;

export const ScorecardEditor = (props: EditorProps<PartOf<'scorecard'>>) => {
  const part = untrack(() => props.part);
  const editor = editorOf(props, part, scorecardForm);
  return (
    <PartEditorFrame title={t('campaigns.edit-card')} editor={editor} onCancel={props.onCancel}>
      <PointsTable card={part.body} editor={editor} />
    </PartEditorFrame>
  );
};
