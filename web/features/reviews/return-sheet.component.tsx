import { For, Show, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { ReviewCase, ReviewDecided } from '#schema/contracts/reviews.ts';
import type { ReturnPoint } from '#schema/contracts/submissions.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { isProblem } from '#web/shared/problem.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { pointsOf, returnRound, returnTargets, withoutReason } from './return-points.presenter.ts';
import type { ReturnTarget, Ticks } from './return-points.presenter.ts';
import { ManagedReasons, createOwnReasons } from './return-reasons.component.tsx';
import type { Canned } from './return-reasons.component.tsx';

type Props = {
  open: boolean;
  found: ReviewCase;
  onClose: () => void;
  onDecided: (decided: ReviewDecided) => void;
};

/** 409 lists the points that no earlier return has named; the contract of the route says so. */
const newPointsOf = (problem: ProblemError): ReturnPoint[] =>
  (problem.body.newPoints as ReturnPoint[] | undefined) ?? [];

const Reason = (props: {
  target: ReturnTarget;
  reason: string;
  canned: Canned;
  isMissing: boolean;
  onReason: (reason: string) => void;
}) => (
  <div class="return-reason">
    <TextArea
      name={`reason-${props.target.path}`}
      label={t('reviews.reason-of', { label: props.target.label })}
      rows={2}
      limit={500}
      value={props.reason}
      error={props.isMissing ? t('reviews.reason-missing') : undefined}
      onInput={(reason) => props.onReason(reason)}
    />
    <div class="row canned-reasons">
      <span class="small soft">{t('reviews.canned')}</span>
      <For each={props.canned.offered}>
        {(words) => (
          <Button small onClick={() => props.onReason(words)}>
            {words}
          </Button>
        )}
      </For>
      <Show
        when={props.reason.trim().length > 1 && !props.canned.own.includes(props.reason.trim())}
      >
        <Button small kind="quiet" onClick={() => props.canned.onKeep(props.reason.trim())}>
          {t('desk.reason-keep')}
        </Button>
      </Show>
    </div>
  </div>
);

const Target = (props: {
  target: ReturnTarget;
  reason: string | undefined;
  canned: Canned;
  isMissing: boolean;
  onTick: (isOn: boolean) => void;
  onReason: (reason: string) => void;
}) => (
  <li class={`return-target return-depth-${props.target.depth}`}>
    <Checkbox
      name={`tick-${props.target.path}`}
      checked={props.reason !== undefined}
      onChange={(isOn) => props.onTick(isOn)}
      label={
        <>
          <span class="return-label">{props.target.label}</span>
          <span class={`return-value${props.target.value.length > 24 ? ' return-value-long' : ''}`}>
            {props.target.value}
          </span>
          <Show when={props.target.named > 0}>
            <span class="return-named">
              {t('reviews.named-before', { count: props.target.named })}
            </span>
          </Show>
        </>
      }
    />
    <Show when={props.reason !== undefined}>
      <Reason
        target={props.target}
        reason={props.reason ?? ''}
        canned={props.canned}
        isMissing={props.isMissing}
        onReason={props.onReason}
      />
    </Show>
  </li>
);

const NewPoints = (props: {
  points: readonly ReturnPoint[];
  isBusy: boolean;
  onConfirm: () => void;
}) => (
  <Show when={props.points.length > 0}>
    <Callout
      kind="warn"
      live
      title={t('reviews.new-points')}
      actions={
        <Button kind="danger" busy={props.isBusy} onClick={() => props.onConfirm()}>
          {t('reviews.confirm-new-points')}
        </Button>
      }
    >
      <ul class="changes">
        <For each={props.points}>
          {({ label, reason }) => (
            <li>
              {label}：{reason}
            </li>
          )}
        </For>
      </ul>
    </Callout>
  </Show>
);

const Faults = (props: {
  missing: readonly ReturnPoint[];
  isNothingTicked: boolean;
  refusal: ProblemError | undefined;
}) => (
  <>
    <ErrorSummary
      errors={props.missing.map(({ path, label }) => ({
        path: `reason-${path}`,
        message: t('reviews.reason-missing-of', { label }),
      }))}
    />
    <Show when={props.isNothingTicked}>
      <Callout kind="error" live title={t('reviews.nothing-ticked')} />
    </Show>
    <Refusal withFields problem={props.refusal} />
  </>
);

type SheetProps = Props & { ticks: Ticks; onTicks: (ticks: Ticks) => void };
type Sending = { points: readonly ReturnPoint[]; isConfirmed: boolean };

/** The return as it is sent, and what the server says of points it has not seen before. */
const createReturn = (props: SheetProps) => {
  const [newPoints, setNewPoints] = createSignal<readonly ReturnPoint[]>([]);
  const command = createCommand<Sending, ReviewDecided>(({ points, isConfirmed }) => ({
    method: 'POST',
    path: `/api/reviews/${props.found.submission.summary.id}/decisions`,
    ifMatch: `"${props.found.version}"`,
    body: {
      decision: 'return',
      points,
      ...(isConfirmed ? { newPointsConfirmed: true } : {}),
    },
  }));
  const send = async (sending: Sending) => {
    try {
      props.onDecided((await command.run(sending)).data);
    } catch (failure) {
      if (isProblem(failure, 'reviews.new_points')) setNewPoints(newPointsOf(failure));
    }
  };
  // What was confirmed is what was listed: other ticks are asked about anew.
  createEffect(
    on(
      () => props.ticks,
      () => setNewPoints([]),
      { defer: true },
    ),
  );
  const refusal = () => {
    const problem = command.problem();
    return problem?.code === 'reviews.new_points' ? undefined : problem;
  };
  return { send, newPoints, refusal, isBusy: command.isBusy };
};

/** 退回修改: every field with a tick and a reason, all of it said at once. */
const Sheet = (props: SheetProps) => {
  const [isTried, setTried] = createSignal(false);
  const sending = createReturn(props);
  const targets = createMemo(() => returnTargets(props.found));
  const points = () => pointsOf(targets(), props.ticks);
  const missing = () => (isTried() ? withoutReason(points()) : []);
  const reasons = createOwnReasons(() => props.found);
  const tick = (path: string, isOn: boolean) => {
    const { [path]: reason = '', ...rest } = props.ticks;
    props.onTicks(isOn ? { ...rest, [path]: reason } : rest);
  };
  const send = (isConfirmed: boolean) => {
    setTried(true);
    if (points().length === 0 || withoutReason(points()).length > 0) return;
    void sending.send({ points: points(), isConfirmed });
  };
  return (
    <div class="stack">
      <Faults
        missing={missing()}
        isNothingTicked={isTried() && points().length === 0}
        refusal={sending.refusal()}
      />
      <ManagedReasons reasons={reasons} />
      <ul class="return-sheet">
        <For each={targets()}>
          {(target) => (
            <Target
              target={target}
              reason={props.ticks[target.path]}
              canned={reasons.canned()}
              isMissing={missing().some(({ path }) => path === target.path)}
              onTick={(isOn) => tick(target.path, isOn)}
              onReason={(reason) => props.onTicks({ ...props.ticks, [target.path]: reason })}
            />
          )}
        </For>
      </ul>
      <div class="return-foot">
        <NewPoints
          points={sending.newPoints()}
          isBusy={sending.isBusy()}
          onConfirm={() => send(true)}
        />
        <div class="row">
          <Button kind="danger" busy={sending.isBusy()} onClick={() => send(false)}>
            {t('reviews.send-back', { count: points().length })}
          </Button>
          <Button onClick={() => props.onClose()}>{t('acts.cancel')}</Button>
        </div>
      </div>
    </div>
  );
};

/** What was ticked stays when the sheet is closed to look at the filing once more. */
export const ReturnSheet = (props: Props) => {
  const [ticks, setTicks] = createSignal<Ticks>({});
  return (
    <Dialog
      open={props.open}
      wide
      title={t('reviews.return-title', { round: returnRound(props.found) })}
      onClose={() => props.onClose()}
    >
      <Sheet {...props} ticks={ticks()} onTicks={setTicks} />
    </Dialog>
  );
};
