import { Index, Show, createSignal } from 'solid-js';
import type { MovePlan, MovableGroup } from '#schema/contracts/version-moves.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { ProblemError } from '#web/shared/problem.ts';
import type { SteppingState } from '#web/shared/stepping.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ComputedAsOf } from '#web/ui/page.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { StepProgress } from '#web/ui/step-progress.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createDryRun } from './dry-run.ts';
import { MoveGroupLine } from './move-group.component.tsx';
import { MoveProgress } from './move-progress.component.tsx';
import { createSteps } from './run-steps.ts';
import { movableOf } from './version-moves.presenter.ts';
import type { MovedKind } from './version-moves.presenter.ts';
import './version-moves.css';

type PlanProps = {
  kind: MovedKind;
  campaign: string;
  plan: MovePlan;
  state: SteppingState;
  onAgain: () => void;
  onDone: () => void;
};

/** The move of what was chosen, once the dry run is through. */
const Moving = (props: PlanProps & { chosen: ReadonlySet<MovableGroup> }) => {
  const [changed, setChanged] = createSignal(0);
  const steps = createSteps({
    kind: () => props.kind,
    path: '',
    onDone: (total) => {
      announce(t('moves.done', { moved: total.moved, kept: total.kept }));
      if (total.changed > 0) setChanged(total.changed);
      else props.onDone();
    },
  });
  const move = (reason: string) => {
    const { key, target, asOf } = props.plan;
    const groups = [...props.chosen];
    steps.run({ campaign: props.campaign, key, target: target.hash, groups, reason, asOf });
  };
  const again = () => <Button onClick={() => props.onAgain()}>{t('moves.plan-again')}</Button>;
  return (
    <>
      <Refusal problem={steps.problem()} />
      <Show
        when={changed() === 0}
        fallback={
          <Callout
            kind="warn"
            live
            title={t('moves.changed', { count: formatCount(changed()) })}
            actions={again()}
          />
        }
      >
        <p class="small">{t('moves.kept')}</p>
        <Show when={props.chosen.size > 0}>
          <ReasonedAct
            name="move-reason"
            label={t('moves.reason')}
            act={t('moves.act-move')}
            busy={steps.isBusy()}
            onAct={move}
          />
        </Show>
        <MoveProgress steps={steps} all={props.plan.weighed} />
      </Show>
    </>
  );
};

const Plan = (props: PlanProps) => {
  const isThrough = () => props.state === 'done';
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
  return (
    <>
      <ul class="move-groups">
        <Index each={props.plan.groups}>
          {(group) => (
            <MoveGroupLine
              kind={props.kind}
              group={group()}
              isOpen={isThrough()}
              chosen={chosen()}
              onChoose={choose}
            />
          )}
        </Index>
      </ul>
      <Show when={props.plan.unchanged > 0}>
        <p class="small soft">
          {t('moves.unchanged', { count: formatCount(props.plan.unchanged) })}
        </p>
      </Show>
      <Show when={isThrough()}>
        <Show
          when={movable().length > 0}
          fallback={<p>{t(`moves.${props.kind}-nothing-moves`)}</p>}
        >
          <Moving {...props} chosen={chosen()} />
        </Show>
      </Show>
      <ComputedAsOf at={props.plan.asOf} />
    </>
  );
};

type MoveDialogProps = {
  kind: MovedKind;
  campaign: string;
  line: string;
  title: string;
  /** How many filings or entries the dry run goes through. */
  all: number;
  onClose: () => void;
};

/** 移到新版: the dry run first, page by page to its end, then the move of what was chosen. */
export const MoveDialog = (props: MoveDialogProps) => {
  const dry = createDryRun(() => ({
    campaign: props.campaign,
    kind: props.kind,
    key: props.line,
  }));
  const done = () => dry.plan()?.weighed ?? 0;
  const all = () => Math.max(props.all, done());
  const words = () => {
    const counted = { done: formatCount(done()), all: formatCount(all()) };
    if (dry.state() === 'done') return t('moves.checked-all', { all: formatCount(done()) });
    return t(dry.state() === 'stopped' ? 'moves.checked-stopped' : 'moves.checked', counted);
  };
  const refusal = () => {
    const failure = dry.error();
    return failure instanceof ProblemError && failure.status === 409 ? failure : undefined;
  };
  return (
    <Dialog open wide title={props.title} onClose={() => props.onClose()}>
      <div class="stack">
        <p class="soft">{t('moves.plan-words')}</p>
        <Show
          when={refusal() === undefined}
          fallback={
            <>
              <Refusal problem={refusal()} />
              <Button onClick={() => void dry.start()}>{t('moves.plan-again')}</Button>
            </>
          }
        >
          <StepProgress
            label={t('moves.checking')}
            words={words()}
            done={done()}
            total={all()}
            state={dry.state()}
            stop={t('moves.check-stop')}
            goOn={t('moves.check-on')}
            onStop={dry.stop}
            onGoOn={dry.goOn}
          />
          <Show when={dry.error()}>{(failure) => <LoadFailed error={failure()} />}</Show>
        </Show>
        <Show when={refusal() === undefined && dry.plan()}>
          {(plan) => (
            <Plan
              kind={props.kind}
              campaign={props.campaign}
              plan={plan()}
              state={dry.state()}
              onAgain={() => void dry.start()}
              onDone={() => props.onClose()}
            />
          )}
        </Show>
      </div>
    </Dialog>
  );
};
