import { A } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { MoveGroup, MovePlan, MovableGroup } from '#schema/contracts/version-moves.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ComputedAsOf } from '#web/ui/page.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createSteps } from './run-steps.ts';
import { groupNotes, groupWords, movableOf } from './version-moves.presenter.ts';
import type { MovedKind } from './version-moves.presenter.ts';
import { useMovePlan } from './version-moves.queries.ts';
import './version-moves.css';

type GroupProps = {
  kind: MovedKind;
  group: MoveGroup;
  chosen: ReadonlySet<MovableGroup>;
  onChoose: (group: MovableGroup, isChosen: boolean) => void;
};

const Group = (props: GroupProps) => (
  <li>
    <Show when={movableOf(props.group)} fallback={<p>{groupWords(props.kind, props.group)}</p>}>
      {(movable) => (
        <Checkbox
          name={movable()}
          label={groupWords(props.kind, props.group)}
          checked={props.chosen.has(movable())}
          onChange={(isChosen) => props.onChoose(movable(), isChosen)}
        />
      )}
    </Show>
    <For each={groupNotes(props.group)}>{(note) => <p class="small soft">{note}</p>}</For>
    <Show when={props.group.samples.length > 0}>
      <p class="small soft move-samples">
        {t('moves.samples')}
        <For each={props.group.samples}>
          {({ id, number }) => (
            <A href={`/entries/${id}`} target="_blank" rel="noopener">
              {t('registers.number-of', { number })}
            </A>
          )}
        </For>
      </p>
    </Show>
  </li>
);

type PlanProps = { kind: MovedKind; campaign: string; plan: MovePlan; onDone: () => void };

const Plan = (props: PlanProps) => {
  const steps = createSteps(() => props.kind, '');
  const movable = () => props.plan.groups.flatMap((group) => movableOf(group) ?? []);
  // What loses nothing is proposed; what loses something is for a person to tick.
  const [unticked, setUnticked] = createSignal<ReadonlySet<MovableGroup>>(new Set(['open-loses']));
  const chosen = () => new Set(movable().filter((group) => !unticked().has(group)));
  const choose = (group: MovableGroup, isChosen: boolean) => {
    const next = new Set(unticked());
    if (isChosen) next.delete(group);
    else next.add(group);
    setUnticked(next);
  };
  const move = async (reason: string) => {
    const { key, target } = props.plan;
    const groups = [...chosen()];
    const order = { campaign: props.campaign, key, target: target.hash, groups, reason };
    const total = await steps.run(order);
    if (!total) return;
    announce(t('moves.done', total));
    props.onDone();
  };
  return (
    <div class="stack">
      <p class="soft">{t('moves.plan-words')}</p>
      <ul class="move-groups">
        <For each={props.plan.groups}>
          {(group) => <Group kind={props.kind} group={group} chosen={chosen()} onChoose={choose} />}
        </For>
      </ul>
      <Show when={props.plan.unchanged > 0}>
        <p class="small soft">{t('moves.unchanged', { count: props.plan.unchanged })}</p>
      </Show>
      <Refusal problem={steps.problem()} />
      <Show when={movable().length > 0} fallback={<p>{t(`moves.${props.kind}-nothing-moves`)}</p>}>
        <p class="small">{t('moves.kept')}</p>
        <Show when={chosen().size > 0}>
          <ReasonedAct
            name="move-reason"
            label={t('moves.reason')}
            act={t('moves.act-move')}
            busy={steps.done() !== undefined}
            onAct={(reason) => void move(reason)}
          />
        </Show>
        <Show when={steps.done()}>
          {(moved) => <p role="status">{t('moves.moving', { moved: moved() })}</p>}
        </Show>
      </Show>
      <ComputedAsOf at={props.plan.asOf} />
    </div>
  );
};

/** 移到新版: the dry run first, group by group, then the move of what was chosen. */
export const MoveDialog = (props: {
  kind: MovedKind;
  campaign: string;
  line: string;
  onClose: () => void;
}) => {
  const plan = useMovePlan(() => ({
    campaign: props.campaign,
    kind: props.kind,
    key: props.line,
  }));
  const title = () =>
    plan.data
      ? t('moves.plan-title', {
          version: localText(plan.data.target.label),
          task: localText(plan.data.title),
        })
      : t('moves.act-plan');
  return (
    <Dialog open wide title={title()} onClose={() => props.onClose()}>
      <QueryView query={plan}>
        {(data) => (
          <Plan
            kind={props.kind}
            campaign={props.campaign}
            plan={data()}
            onDone={() => props.onClose()}
          />
        )}
      </QueryView>
    </Dialog>
  );
};
