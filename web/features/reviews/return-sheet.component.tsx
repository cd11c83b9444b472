import { For, Show, createMemo, createSignal } from 'solid-js';
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
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { pointsOf, returnRound, returnTargets, withoutReason } from './return-points.presenter.ts';
import type { ReturnTarget, Ticks } from './return-points.presenter.ts';

type Props = {
  open: boolean;
  found: ReviewCase;
  onClose: () => void;
  onDecided: (decided: ReviewDecided) => void;
};

/** 409 lists the points that no earlier return has named; the contract of the route says so. */
const newPointsOf = (problem: ProblemError): ReturnPoint[] =>
  (problem.body.newPoints as ReturnPoint[] | undefined) ?? [];

const standing = (): string[] => [
  t('reviews.reason-differs'),
  t('reviews.reason-stamp'),
  t('reviews.reason-period'),
  t('reviews.reason-thin'),
];

const Reason = (props: {
  target: ReturnTarget;
  reason: string;
  canned: readonly string[];
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
    <div class="row">
      <span class="small soft">{t('reviews.canned')}</span>
      <For each={props.canned}>
        {(words) => (
          <Button small onClick={() => props.onReason(words)}>
            {words}
          </Button>
        )}
      </For>
    </div>
  </div>
);

/** 退回修改: every field with a tick and a reason, all of it said at once. */
const Sheet = (props: Props & { ticks: Ticks; onTicks: (ticks: Ticks) => void }) => {
  const ticks = () => props.ticks;
  const [isTried, setTried] = createSignal(false);
  const [newPoints, setNewPoints] = createSignal<readonly ReturnPoint[]>([]);
  const targets = createMemo(() => returnTargets(props.found));
  const points = () => pointsOf(targets(), ticks());
  const missing = () => (isTried() ? withoutReason(points()) : []);
  const canned = () => {
    const own = props.found.cannedReasons.slice(0, 6);
    return own.length > 0 ? own : standing();
  };
  const sendBack = createCommand<{ isConfirmed: boolean }, ReviewDecided>(({ isConfirmed }) => ({
    method: 'POST',
    path: `/api/reviews/${props.found.submission.summary.id}/decisions`,
    ifMatch: `"${props.found.version}"`,
    body: {
      decision: 'return',
      points: points(),
      ...(isConfirmed ? { newPointsConfirmed: true } : {}),
    },
  }));
  const tick = (path: string, isOn: boolean) => {
    const { [path]: reason = '', ...rest } = ticks();
    props.onTicks(isOn ? { ...rest, [path]: reason } : rest);
  };
  const write = (path: string, reason: string) => props.onTicks({ ...ticks(), [path]: reason });
  const send = async (isConfirmed: boolean) => {
    setTried(true);
    if (points().length === 0 || withoutReason(points()).length > 0) return;
    try {
      const answer = await sendBack.run({ isConfirmed });
      props.onDecided(answer.data);
    } catch (failure) {
      if (isProblem(failure, 'reviews.new_points')) setNewPoints(newPointsOf(failure));
    }
  };
  const refusal = () => {
    const problem = sendBack.problem();
    return problem && problem.code !== 'reviews.new_points' ? problem : undefined;
  };
  return (
    <div class="stack">
      <ErrorSummary
        errors={missing().map(({ path, label }) => ({
          path: `reason-${path}`,
          message: t('reviews.reason-missing-of', { label }),
        }))}
      />
      <Show when={isTried() && points().length === 0}>
        <Callout kind="error" live title={t('reviews.nothing-ticked')} />
      </Show>
      <Show when={refusal()}>
        {(problem) => (
          <Callout kind="error" live title={problem().title}>
            <For each={problem().errors}>{(error) => <p>{error.message}</p>}</For>
          </Callout>
        )}
      </Show>
      <Show when={newPoints().length > 0}>
        <Callout
          kind="warn"
          live
          title={t('reviews.new-points')}
          actions={
            <Button kind="danger" busy={sendBack.isBusy()} onClick={() => void send(true)}>
              {t('reviews.confirm-new-points')}
            </Button>
          }
        >
          <ul class="changes">
            <For each={newPoints()}>
              {({ label, reason }) => (
                <li>
                  {label}：{reason}
                </li>
              )}
            </For>
          </ul>
        </Callout>
      </Show>
      <ul class="return-sheet">
        <For each={targets()}>
          {(target) => (
            <li class={`return-target return-depth-${target.depth}`}>
              <Checkbox
                name={`tick-${target.path}`}
                checked={ticks()[target.path] !== undefined}
                onChange={(isOn) => tick(target.path, isOn)}
                label={
                  <>
                    <span class="return-label">{target.label}</span>
                    <span class="return-value">{target.value}</span>
                    <Show when={target.named > 0}>
                      <span class="return-named">
                        {t('reviews.named-before', { count: target.named })}
                      </span>
                    </Show>
                  </>
                }
              />
              <Show when={ticks()[target.path] !== undefined}>
                <Reason
                  target={target}
                  reason={ticks()[target.path] ?? ''}
                  canned={canned()}
                  isMissing={missing().some(({ path }) => path === target.path)}
                  onReason={(reason) => write(target.path, reason)}
                />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <div class="row return-foot">
        <Button kind="danger" busy={sendBack.isBusy()} onClick={() => void send(false)}>
          {t('reviews.send-back', { count: points().length })}
        </Button>
        <Button onClick={() => props.onClose()}>{t('acts.cancel')}</Button>
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
