import { For, Show, createMemo, lazy } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import type { ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import type { BodyEditor } from '../body-editor.ts';
import type { DesignProps } from '../design-props.ts';
import { findingsAt } from '../findings.ts';
import { ItemTools } from '../item-tools.component.tsx';
import { withProperty } from '../part-keys.ts';
import { PasteButton } from '../paste-sheet.component.tsx';
import { chinese, withChinese } from '../texts.ts';
import { ItemProperties } from './item-properties.component.tsx';
import { itemWords } from './rule-words.presenter.ts';
import {
  addNode,
  changeNode,
  moveNode,
  newGroup,
  newItem,
  nodesOf,
  removeNode,
  siblingsOf,
} from './score-edit.ts';
import { depthOf, sumsOf, unitsOf } from './score-sums.ts';

const PasteItems = lazy(async () => ({
  default: (await import('./paste-items.component.tsx')).PasteItems,
}));

type Props = {
  editor: BodyEditor<'scorecard'>;
  campaign: DesignProps<'scorecard'>['campaign'];
  findings: readonly CampaignProblem[];
  open: string | undefined;
  onOpen: (key: string | undefined) => void;
};

/** 下级合计18分，还差2分. */
export const Difference = (props: { stated: string; sum: number | undefined }) => {
  const stated = () => unitsOf(props.stated);
  const by = () => {
    const own = stated();
    return own === undefined || props.sum === undefined ? undefined : props.sum - own;
  };
  const words = () => {
    const difference = by();
    if (difference === undefined) return t('editors.sum-wrong');
    const sum = formatPoints(props.sum ?? 0);
    if (difference === 0) return t('editors.sum-agrees', { sum });
    return t(difference > 0 ? 'editors.sum-over' : 'editors.sum-under', {
      sum,
      difference: formatPoints(Math.abs(difference)),
    });
  };
  return <Status kind={by() === 0 ? 'done' : 'late'}>{words()}</Status>;
};

const Points = (props: {
  name: string;
  label: string;
  value: string;
  onInput: (typed: string) => void;
}) => (
  <input
    class="input input-figures points-input"
    id={`field-${props.name}`}
    inputmode="decimal"
    autocomplete="off"
    aria-label={t('editors.points-of', { title: props.label })}
    aria-invalid={unitsOf(props.value) === undefined ? 'true' : undefined}
    value={props.value}
    onInput={(event) => props.onInput(event.currentTarget.value.trim())}
  />
);

const newWords = () => ({
  item: t('editors.new-item'),
  noun: t('editors.new-event'),
  reason: t('editors.source-default'),
});

type Node = Props & { node: ScoreNode };

const Title = (props: { node: ScoreNode; onChange: (title: ScoreNode['title']) => void }) => (
  <input
    class="input"
    aria-label={t('editors.node-title')}
    value={chinese(props.node.title)}
    onInput={(event) => props.onChange(withChinese(props.node.title, event.currentTarget.value))}
  />
);

const Tools = (props: Node & { isOpen: boolean }) => {
  const name = () => chinese(props.node.title);
  const siblings = () => siblingsOf(props.editor.body().children, props.node.key);
  const add = () => {
    const { key } = props.node;
    props.editor.change((card) => addNode(card, newItem(card, newWords()), key));
  };
  const move = (to: number) => {
    const { key } = props.node;
    props.editor.change((card) => moveNode(card, key, to));
  };
  const remove = () => {
    const { key } = props.node;
    props.editor.change((card) => removeNode(card, key));
  };
  return (
    <span class="row">
      <Show
        when={props.node.type === 'criterion'}
        fallback={
          <Button small kind="quiet" onClick={add}>
            {t('editors.item-add')}
          </Button>
        }
      >
        <Button
          small
          kind="quiet"
          aria-expanded={props.isOpen ? 'true' : 'false'}
          aria-label={t('editors.item-open-of', { name: name() })}
          onClick={() => props.onOpen(props.isOpen ? undefined : props.node.key)}
        >
          {t(props.isOpen ? 'editors.item-close' : 'editors.item-open')}
        </Button>
      </Show>
      <ItemTools
        name={name()}
        at={siblings().findIndex(({ key }) => key === props.node.key)}
        of={siblings().length}
        onMove={move}
        onRemove={siblings().length > 1 ? remove : undefined}
      />
    </span>
  );
};

const Row = (props: Props & { node: ScoreNode; depth: number }) => {
  const put = (node: ScoreNode, act: string) =>
    props.editor.change((card) => changeNode(card, node), `node ${node.key} ${act}`);
  const item = () => (props.node.type === 'criterion' ? props.node : undefined);
  const isOpen = () => props.open === props.node.key;
  const sum = () => (props.node.type === 'group' ? sumsOf(props.node.children).base : undefined);
  const found = () =>
    findingsAt(props.findings, props.node.key).filter(
      ({ path }) => path.endsWith(props.node.key) || item() !== undefined,
    );
  return (
    <>
      <tr id={`design-${props.node.key}`} class={`points-${props.node.type}`}>
        <th scope="row" class={`points-depth-${Math.min(props.depth, 3)}`}>
          <Title node={props.node} onChange={(title) => put({ ...props.node, title }, 'title')} />
          <Show when={item()}>
            {(each) => <p class="small soft points-words">{itemWords(each())}</p>}
          </Show>
          <For each={found()}>
            {(problem) => <span class="design-found">{localText(problem.message)}</span>}
          </For>
        </th>
        <td class="cell-end">
          <Points
            name={`points-${props.node.key}`}
            label={chinese(props.node.title)}
            value={props.node.points}
            onInput={(points) => put({ ...props.node, points }, 'points')}
          />
        </td>
        <td class="points-sum">
          <Show when={item()} fallback={<Difference stated={props.node.points} sum={sum()} />}>
            {(each) => <>{t(`editors.account-${each().account}`)}</>}
          </Show>
        </td>
        <td>
          <Tools {...props} isOpen={isOpen()} />
        </td>
      </tr>
      <Show when={isOpen() && item()}>
        {(each) => (
          <tr>
            <td colspan="4">
              <ItemProperties editor={props.editor} campaign={props.campaign} item={each()} />
            </td>
          </tr>
        )}
      </Show>
    </>
  );
};

const Totals = (props: Pick<Props, 'editor'>) => {
  const card = () => props.editor.body();
  const sums = createMemo(() => sumsOf(card().children));
  const hasBonus = () => card().bonusPoints !== undefined || (sums().bonus ?? 0) > 0;
  const total = (name: 'points' | 'bonusPoints', label: string, sum: () => number | undefined) => (
    <tr>
      <td>{label}</td>
      <td class="cell-end">
        <Points
          name={name}
          label={label}
          value={card()[name] ?? ''}
          onInput={(typed) =>
            props.editor.change(
              (before) =>
                name === 'points'
                  ? { ...before, points: typed }
                  : withProperty(before, 'bonusPoints', typed === '' ? undefined : typed),
              name,
            )
          }
        />
      </td>
      <td class="points-sum" colspan="2">
        <Difference stated={card()[name] ?? '0'} sum={sum()} />
      </td>
    </tr>
  );
  return (
    <tfoot>
      {total('points', t('editors.card-points'), () => sums().base)}
      <Show when={hasBonus()}>
        {total('bonusPoints', t('editors.card-bonus'), () => sums().bonus)}
      </Show>
    </tfoot>
  );
};

/** 考评表: groups and items with their points, which must add up, and every rule in words. */
export const ScoreTable = (props: Props) => {
  const nodes = createMemo(() => nodesOf(props.editor.body().children));
  return (
    <div class="stack-tight">
      <div class="table-scroll">
        <table class="table points-table score-table">
          <caption class="visually-hidden">{chinese(props.editor.body().title)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('editors.score-item')}</th>
              <th scope="col" class="cell-end">
                {t('editors.points')}
              </th>
              <th scope="col">{t('editors.points-sum')}</th>
              <th scope="col">{t('editors.step-acts')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={nodes().map(({ key }) => key)}>
              {(key) => (
                <Show when={nodes().find((each) => each.key === key)}>
                  {(node) => (
                    <Row
                      {...props}
                      node={node()}
                      depth={Math.max(0, depthOf(props.editor.body().children, key))}
                    />
                  )}
                </Show>
              )}
            </For>
          </tbody>
          <Totals editor={props.editor} />
        </table>
      </div>
      <div class="row">
        <Button
          small
          onClick={() => props.editor.change((card) => addNode(card, newItem(card, newWords())))}
        >
          {t('editors.item-add')}
        </Button>
        <Button
          small
          onClick={() =>
            props.editor.change((card) =>
              addNode(card, newGroup(card, t('editors.new-group'), newWords())),
            )
          }
        >
          {t('editors.group-add')}
        </Button>
        <PasteButton
          label={t('editors.paste-items')}
          dialog={(close) => <PasteItems editor={props.editor} onClose={close} />}
        />
      </div>
    </div>
  );
};
