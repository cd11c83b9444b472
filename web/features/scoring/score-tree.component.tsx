import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { ScoreLine, SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { CriterionNote, ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { Words } from '#web/ui/page.component.tsx';
import { SourceChip, Status } from '#web/ui/status.component.tsx';
import {
  boundWords,
  changeWords,
  fullWords,
  isBonus,
  isNoteworthy,
  materialsOf,
  scoreWords,
} from './score-node.presenter.ts';
import './scoring.css';

export type OpenNodes = {
  isOpen: (key: string) => boolean;
  toggle: (key: string, isOpen: boolean) => void;
};

type Shown = {
  answer: ScoreSheetAnswer;
  open: OpenNodes;
  filingHref: (submissionId: string) => string;
};

const changeHead = (isAdded: boolean): string => t(isAdded ? 'scoring.added' : 'scoring.change');

const shownOf = (props: Shown): Shown => ({
  get answer() {
    return props.answer;
  },
  get open() {
    return props.open;
  },
  get filingHref() {
    return props.filingHref;
  },
});

const Line = (props: Shown & { line: ScoreLine }) => {
  const materials = () => materialsOf(props.line.materials, props.answer.materials);
  return (
    <li class="score-line">
      <p>
        <Status kind={props.line.effect === 'deduct' ? 'returned' : 'done'}>
          <Words text={props.line.reason} />
        </Status>
        <Show when={props.line.counted !== props.line.amount}>
          <span class="soft">
            {t('scoring.counted', { points: formatPoints(props.line.counted) })}
          </span>
        </Show>
      </p>
      <p class="score-line-facts small soft">
        <Show when={materials().length > 0}>
          <span>
            {t('scoring.materials')}
            <For each={materials()}>
              {(material) => (
                <A href={props.filingHref(material.submissionId)}>{titleOf(material)}</A>
              )}
            </For>
          </span>
        </Show>
        <span>
          {props.line.recordedBy.length > 0
            ? t('scoring.recorded-by', { posts: props.line.recordedBy.join('、') })
            : t('scoring.by-rule')}
        </span>
      </p>
    </li>
  );
};

const Standard = (props: { note: CriterionNote }) => (
  <div class="score-standard">
    <Show when={props.note.words}>
      {(words) => (
        <p>
          <span class="soft">{t('scoring.standard')}</span>
          <span class="document-words">{words()}</span>{' '}
          <Show when={props.note.source?.proposed && !words().startsWith(t('kit.source-proposed'))}>
            <SourceChip>{t('kit.source-proposed')}</SourceChip>
          </Show>
        </p>
      )}
    </Show>
    <Show when={props.note.clause}>
      {(clause) => (
        <p>
          <span class="soft">{t('scoring.clause', { number: clause().number })}</span>
          <span class="document-words">{clause().words}</span>
        </p>
      )}
    </Show>
  </div>
);

const Figures = (props: { node: SheetNode }) => (
  <>
    <span class="score-figure">
      <span class="visually-hidden">{t('scoring.full')}</span>
      {fullWords(props.node)}
    </span>
    <span class="score-figure score-got">
      <span class="visually-hidden">{t('scoring.score')}</span>
      {scoreWords(props.node)}
    </span>
    <span class={`score-figure${props.node.deduction === 0 ? '' : ' score-lost'}`}>
      <span class="visually-hidden">{changeHead(props.node.account === 'bonus')}</span>
      {changeWords(props.node) || '0'}
    </span>
  </>
);

const Body = (props: Shown & { node: SheetNode }) => (
  <>
    <Show when={props.node.note}>
      {(note) => (
        <p class="score-note">
          <Words text={note()} />
        </p>
      )}
    </Show>
    <Show when={props.node.lines.length > 0}>
      <ul class="score-lines">
        <For each={props.node.lines}>{(line) => <Line {...shownOf(props)} line={line} />}</For>
      </ul>
    </Show>
    <For each={props.node.bounds}>{(bound) => <p class="score-note">{boundWords(bound)}</p>}</For>
    <Show when={props.node.type === 'criterion' && props.answer.criteria[props.node.key]}>
      {(note) => <Standard note={note()} />}
    </Show>
    <Show when={props.node.children.length > 0}>
      <Branch {...shownOf(props)} nodes={props.node.children} />
    </Show>
  </>
);

const Branch = (props: Shown & { nodes: readonly SheetNode[] }) => (
  <ul class="score-branch">
    <For each={props.nodes}>
      {(node) => (
        <li>
          <details
            class={`score-node score-${node.type}`}
            open={props.open.isOpen(node.key)}
            onToggle={(toggled) => props.open.toggle(node.key, toggled.currentTarget.open)}
          >
            <summary class="score-row">
              <span class="score-title">
                {localText(node.title)}
                <Show when={isNoteworthy(node) && node.type === 'criterion'}>
                  <span class="score-count small soft">
                    {t('scoring.lines', { count: node.lines.length })}
                  </span>
                </Show>
              </span>
              <Figures node={node} />
            </summary>
            <div class="score-body">
              <Body {...shownOf(props)} node={node} />
            </div>
          </details>
        </li>
      )}
    </For>
  </ul>
);

/** 一级—二级—项目, with every point's reason. */
export const ScoreTree = (props: Shown & { nodes: readonly SheetNode[] }) => (
  <div class="score-tree">
    <div class="score-row score-head" aria-hidden="true">
      <span class="score-title">{t('scoring.criterion')}</span>
      <span class="score-figure">{t('scoring.full')}</span>
      <span class="score-figure">{t('scoring.score')}</span>
      <span class="score-figure">{changeHead(props.nodes.every(isBonus))}</span>
    </div>
    <Branch {...shownOf(props)} nodes={props.nodes} />
  </div>
);
