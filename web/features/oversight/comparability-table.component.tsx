import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Comparability, ComparabilityCell, Region } from '#schema/contracts/oversight.ts';
import { dayOf, formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { CopyTextButton } from '#web/ui/copy.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { groupByLevel, noteNumberOf, notesOf } from './board.presenter.ts';
import { CellMark } from './cell-mark.component.tsx';
import { cellKinds, kindOf, levelWords } from './words.presenter.ts';

type Board = { board: Comparability };

const arrivalOf = (region: Region): string => {
  if (region.receivedAt === undefined) return t('oversight.word-not-reported');
  const day = t('oversight.received-on', { day: formatDate(dayOf(region.receivedAt)) });
  return region.corrected ? `${day} · ${t('oversight.corrected')}` : day;
};

const regionsOf = ({ regions }: Comparability) =>
  groupByLevel(regions).flatMap((group) =>
    group.regions.map((region, index) => ({ region, isFirst: index === 0 })),
  );

const Head = (props: Board) => (
  <thead>
    <tr class="board-levels">
      <th scope="col" rowSpan={2} class="board-indicator">
        {t('oversight.indicator')}
      </th>
      <For each={groupByLevel(props.board.regions)}>
        {(group) => (
          <th scope="colgroup" colSpan={group.regions.length} class="board-first">
            {levelWords(group.level)}
          </th>
        )}
      </For>
    </tr>
    <tr>
      <For each={regionsOf(props.board)}>
        {({ region, isFirst }) => (
          <th scope="col" class={isFirst ? 'board-first' : ''}>
            <Words text={region.name} />
            <span class="board-arrival">{arrivalOf(region)}</span>
          </th>
        )}
      </For>
    </tr>
  </thead>
);

const Cell = (props: Board & { cell: ComparabilityCell | undefined }) => (
  <Show when={props.cell}>
    {(cell) => (
      <>
        <CellMark kind={kindOf(cell())} />
        <Show when={noteNumberOf(props.board, cell())}>
          {(number) => (
            <sup class="board-note">
              <a href={`#note-${number()}`}>{t('oversight.note-mark', { number: number() })}</a>
            </sup>
          )}
        </Show>
      </>
    )}
  </Show>
);

const Body = (props: Board & { hrefOf: (key: string) => string }) => (
  <tbody>
    <For each={props.board.rows}>
      {(row) => (
        <tr>
          <th scope="row" class="board-indicator">
            <A href={props.hrefOf(row.indicator.key)}>
              <Words text={row.indicator.title} />
            </A>
          </th>
          <For each={regionsOf(props.board)}>
            {({ region, isFirst }) => (
              <td class={isFirst ? 'board-first' : ''} data-label={localText(region.name)}>
                <div>
                  <Cell
                    board={props.board}
                    cell={row.cells.find((cell) => cell.region === region.slug)}
                  />
                </div>
              </td>
            )}
          </For>
        </tr>
      )}
    </For>
  </tbody>
);

const boardAsText = (board: Comparability): string => {
  const regions = regionsOf(board).map(({ region }) => region);
  const lines = board.rows.map(({ indicator, cells }) => [
    localText(indicator.title),
    ...regions.map(({ slug }) => {
      const cell = cells.find(({ region }) => region === slug);
      return cell === undefined ? '' : t(`oversight.word-${kindOf(cell)}`);
    }),
  ]);
  return [
    [t('oversight.board-caption', { period: periodWords(board.period) })],
    [t('oversight.as-of-day', { day: formatDate(board.cutOff) })],
    [t('oversight.indicator'), ...regions.map(({ name }) => localText(name))],
    ...lines,
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
};

const Legend = () => (
  <section class="board-legend" aria-label={t('oversight.legend')}>
    <dl>
      <For each={cellKinds}>
        {(kind) => (
          <div>
            <dt>
              <CellMark kind={kind} />
            </dt>
            <dd>{t(`oversight.meaning-${kind}`)}</dd>
          </div>
        )}
      </For>
    </dl>
  </section>
);

const Notes = (props: Board) => (
  <Show when={notesOf(props.board).length > 0}>
    <section class="board-notes">
      <h2>{t('oversight.notes')}</h2>
      <ol>
        <For each={notesOf(props.board)}>
          {(note) => (
            <li id={`note-${note.number}`}>
              <span class="soft">{note.place}：</span>
              {note.words}
            </li>
          )}
        </For>
      </ol>
    </section>
  </Show>
);

/** Rows are indicators, columns regions; every cell is a word with a shape. */
export const ComparabilityTable = (props: Board & { hrefOf: (key: string) => string }) => (
  <div class="stack">
    <div>
      <div class="table-head">
        <p class="table-caption" aria-hidden="true">
          {t('oversight.board-caption', { period: periodWords(props.board.period) })}
        </p>
        <div class="table-tools">
          <span class="as-of">
            {t('oversight.as-of-day', { day: formatDate(props.board.cutOff) })}
          </span>
          <CopyTextButton small kind="quiet" text={() => boardAsText(props.board)} />
        </div>
      </div>
      <div class="table-scroll">
        <table class="table table-stacked board">
          <caption class="visually-hidden">
            {t('oversight.board-caption', { period: periodWords(props.board.period) })}
          </caption>
          <Head board={props.board} />
          <Body board={props.board} hrefOf={props.hrefOf} />
        </table>
      </div>
    </div>
    <Legend />
    <Notes board={props.board} />
  </div>
);
