import { For, Show, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ComputedAsOf, Words } from '#web/ui/page.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import {
  baseNodes,
  bonusNodes,
  countLines,
  keysOf,
  noteBeside,
  noteworthyKeys,
  vetoWords,
} from './score-node.presenter.ts';
import { ScoreTree } from './score-tree.component.tsx';
import type { OpenNodes } from './score-tree.component.tsx';

const createOpenNodes = (answer: () => ScoreSheetAnswer) => {
  const [keys, setKeys] = createSignal<ReadonlySet<string>>(new Set());
  const tree = () => answer().sheet.tree;
  createEffect(
    on(
      () => answer().organizationId,
      () => setKeys(new Set(noteworthyKeys(tree()))),
    ),
  );
  const openAll = () => setKeys(new Set(keysOf(tree())));
  window.addEventListener('beforeprint', openAll);
  onCleanup(() => window.removeEventListener('beforeprint', openAll));
  const nodes: OpenNodes = {
    isOpen: (key) => keys().has(key),
    toggle: (key, isOpen) =>
      setKeys((before) => {
        if (before.has(key) === isOpen) return before;
        const after = new Set(before);
        if (isOpen) after.add(key);
        else after.delete(key);
        return after;
      }),
  };
  return { nodes, openAll, closeAll: () => setKeys(new Set<string>()) };
};

const Sentence = (props: { answer: ScoreSheetAnswer }) => {
  const sheet = () => props.answer.sheet;
  return (
    <p class="figure-sentence">
      {t('scoring.sentence', {
        full: formatPoints(sheet().full),
        final: formatPoints(sheet().final),
        lost: formatPoints(sheet().deductions),
        count: countLines(sheet().tree, 'deduct'),
      })}
      <Show when={sheet().bonus > 0}>
        {t('scoring.sentence-bonus', {
          base: formatPoints(sheet().base),
          bonus: formatPoints(sheet().bonus),
        })}
      </Show>{' '}
      <ComputedAsOf at={props.answer.computedAt} />
    </p>
  );
};

const Open = (props: { answer: ScoreSheetAnswer }) => (
  <>
    <Show when={props.answer.sheet.pending.length > 0}>
      <Callout
        kind="warn"
        title={t('scoring.incomplete', { count: props.answer.sheet.pending.length })}
      >
        <ul>
          <For each={props.answer.sheet.pending}>
            {(each) => (
              <li>
                <Words text={each.reason} />
              </li>
            )}
          </For>
        </ul>
      </Callout>
    </Show>
    <For each={props.answer.sheet.vetoes}>
      {(veto) => (
        <Callout kind="error" title={t('scoring.veto', { title: localText(veto.title) })}>
          <p>
            <Words text={veto.reason} />
          </p>
          <Show when={vetoWords(veto, props.answer)}>
            {(words) => (
              <p>
                <strong>{words()}</strong>
              </p>
            )}
          </Show>
          <p class="document-words">{veto.words}</p>
        </Callout>
      )}
    </For>
    <Show when={props.answer.unplaced.length > 0}>
      <Callout title={t('scoring.unplaced', { count: props.answer.unplaced.length })}>
        <ul>
          <For each={props.answer.unplaced}>{(each) => <li>{each.reason}</li>}</For>
        </ul>
      </Callout>
    </Show>
  </>
);

/** What was lost, why, by which clause, from which material, and who says so. */
export const ScoreSheetView = (props: {
  answer: ScoreSheetAnswer;
  /** Where a filing is read: the unit's own page, or the reviewer's. */
  filingHref: (submissionId: string) => string;
}) => {
  const open = createOpenNodes(() => props.answer);
  const tree = {
    get answer() {
      return props.answer;
    },
    open: open.nodes,
    filingHref: (id: string) => props.filingHref(id),
  };
  return (
    <div class="stack">
      <Callout title={localText(props.answer.caption)}>
        <Show when={noteBeside(props.answer)}>{(note) => <p>{note()}</p>}</Show>
      </Callout>
      <Sentence answer={props.answer} />
      <Open answer={props.answer} />
      <section>
        <div class="row row-apart">
          <h2>
            <Words text={props.answer.scorecard.title} />
          </h2>
          <div class="row no-print">
            <Button small kind="quiet" onClick={open.openAll}>
              {t('scoring.open-all')}
            </Button>
            <Button small kind="quiet" onClick={open.closeAll}>
              {t('scoring.close-all')}
            </Button>
            <Button small kind="quiet" onClick={() => window.print()}>
              {t('kit.print')}
            </Button>
          </div>
        </div>
        <ScoreTree {...tree} nodes={baseNodes(props.answer.sheet.tree)} />
      </section>
      <Show when={bonusNodes(props.answer.sheet.tree).length > 0}>
        <section>
          <h2>{t('scoring.bonus')}</h2>
          <p class="soft">{t('scoring.bonus-words')}</p>
          <ScoreTree {...tree} nodes={bonusNodes(props.answer.sheet.tree)} />
        </section>
      </Show>
    </div>
  );
};
