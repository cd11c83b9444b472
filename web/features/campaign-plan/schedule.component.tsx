import { For, Show, Suspense, createMemo, lazy } from 'solid-js';
import { isAtOddsWith, rewordDay } from '#plugins/sdk/drafting/moved-date.ts';
import {
  describeRecurrence,
  describeRule,
  isWeekend,
} from '#web/features/campaigns/date-rule.presenter.ts';
import { formatDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Empty } from '#web/ui/state.component.tsx';
import { createDateMove } from './date-move.ts';
import type { DateMove } from './date-move.ts';
import type { PartActs } from './part-acts.ts';
import { barsOf, monthsOf, placeOfDay, ruleOf, spanOf, withDays } from './plan-dates.ts';
import type { Bar, DateName, Span } from './plan-dates.ts';
import './schedule.css';

// The calendar of rest days comes with the first task that recurs.
const TurnMarks = lazy(async () => ({
  default: (await import('./turn-marks.component.tsx')).TurnMarks,
}));

type Look = DateName | 'whole';
type BarProps = { bar: Bar; span: Span; move: DateMove; acts: PartActs };

const spoken = (day: string): string =>
  isWeekend(day)
    ? t('plan.day-weekend', { day: formatDay(day, { year: true }) })
    : formatDay(day, { year: true });

/** How many days the hand went along the track. */
const daysAlong = (track: HTMLElement, span: Span, from: number, to: number): number => {
  const { width } = track.getBoundingClientRect();
  return width === 0 ? 0 : Math.round(((to - from) / width) * span.days);
};

/** A mark of one day, or the whole bar: dragged, or moved by the keys. */
const Handle = (props: BarProps & { names: readonly DateName[]; look: Look }) => {
  const first = () => props.names[0] ?? 'due';
  const last = () => props.names[props.names.length - 1] ?? 'due';
  const dayOf = (name: DateName) => props.move.dayOf(props.bar, name) ?? props.span.from;
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const handle = event.currentTarget;
    const track = handle.parentElement;
    if (!track || event.button !== 0) return;
    handle.setPointerCapture?.(event.pointerId);
    const start = event.clientX;
    const follow = (moved: PointerEvent) =>
      props.move.hold(props.bar, props.names, daysAlong(track, props.span, start, moved.clientX));
    const end = () => {
      handle.removeEventListener('pointermove', follow);
      void props.move.letGo(props.bar);
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', end, { once: true });
  };
  const words = () => props.names.map((name) => spoken(dayOf(name))).join(' — ');
  return (
    <span
      class={`plan-handle plan-handle-${props.look}`}
      role="slider"
      tabindex="0"
      aria-label={t(`plan.handle-${props.look}`, { what: props.bar.title })}
      aria-valuemin={0}
      aria-valuemax={props.span.days - 1}
      aria-valuenow={Math.round((placeOfDay(props.span, dayOf(last())) * props.span.days) / 100)}
      aria-valuetext={words()}
      title={words()}
      style={{
        left: `${placeOfDay(props.span, dayOf(first()))}%`,
        ...(props.names.length > 1 && {
          width: `${placeOfDay(props.span, dayOf(last())) - placeOfDay(props.span, dayOf(first()))}%`,
        }),
      }}
      onPointerDown={drag}
      onKeyDown={(event) => props.move.onKey(event, props.bar, props.names)}
      onBlur={() => void props.move.letGo(props.bar)}
    />
  );
};

const Marks = (props: BarProps) => {
  const has = (name: DateName) => props.bar.dates.some((each) => each.name === name);
  return (
    <Show
      when={has('from') && has('to')}
      fallback={
        <For each={props.bar.dates}>
          {({ name }) => <Handle {...props} names={[name]} look={name} />}
        </For>
      }
    >
      <Handle {...props} names={['from', 'to']} look="whole" />
      <Handle {...props} names={['from']} look="from" />
      <Handle {...props} names={['to']} look="to" />
    </Show>
  );
};

/** The document's words beside the day they come to, and what to do where the two differ. */
const Words = (props: Omit<BarProps, 'span'> & { name: DateName }) => {
  const rule = () => ruleOf(props.bar.part, props.name);
  const day = () => props.move.dayOf(props.bar, props.name);
  const proposal = () => {
    const [held, on] = [rule(), day()];
    if (!held || on === undefined || !isAtOddsWith(held.wording, on)) return undefined;
    return rewordDay(held.wording, on);
  };
  const reword = (wording: string) => {
    const { kind, key, version } = props.bar.part;
    const body = { ...withDays(props.bar.part, {}, { [props.name]: wording }) };
    void props.acts.change({ save: [{ kind, key, version, body }] });
  };
  return (
    <Show when={rule()}>
      {(held) => (
        <p class="small">
          <Show when={held().wording}>
            {(wording) => <span class="document-words">“{wording()}” </span>}
          </Show>
          <span class="nowrap">
            {day() === undefined ? describeRule(held()) : formatDay(day() ?? '')}
          </span>
          <Show when={isWeekend(day() ?? '')}>
            {' '}
            <span class="plan-fault">{t('plan.weekend')}</span>
          </Show>
          <Show when={proposal()}>
            {(wording) => (
              <>
                {' '}
                <span class="plan-fault">{t('plan.wording-at-odds')}</span>{' '}
                <Button small kind="quiet" onClick={() => reword(wording())}>
                  {t('plan.act-reword', { wording: wording() })}
                </Button>
              </>
            )}
          </Show>
        </p>
      )}
    </Show>
  );
};

const recursOf = ({ part }: Bar) => (part.kind === 'task' ? part.body.recurs : undefined);

const turnsWords = (bar: Bar): string => {
  const recurs = recursOf(bar);
  return recurs === undefined ? t('plan.in-turns') : describeRecurrence(recurs);
};

const Line = (props: BarProps & { onEdit: () => void }) => (
  <li class="plan-line">
    <div class="plan-line-name">
      <p lang="zh-CN">
        <Button small kind="quiet" onClick={() => props.onEdit()}>
          {props.bar.title || t('plan.untitled')}
        </Button>
      </p>
      <For each={props.bar.part.kind === 'task' ? (['due'] as const) : (['from', 'to'] as const)}>
        {(name) => <Words {...props} name={name} />}
      </For>
      <Show when={props.bar.part.kind === 'task' && ruleOf(props.bar.part, 'due') === undefined}>
        <p class="small soft">{turnsWords(props.bar)}</p>
      </Show>
    </div>
    <div class="plan-track">
      <Marks {...props} />
      <Show when={recursOf(props.bar)}>
        {(recurs) => (
          <Suspense>
            <TurnMarks title={props.bar.title} recurs={recurs()} span={props.span} />
          </Suspense>
        )}
      </Show>
    </div>
  </li>
);

/** 进度安排: phases and tasks over the months, with today's line. */
export const Schedule = (props: {
  acts: PartActs;
  canEdit: boolean;
  today: string;
  onEdit: (target: { kind: 'task' | 'phase'; key: string }) => void;
}) => {
  const bars = createMemo(() => barsOf(props.acts.draft()));
  const span = createMemo(() => spanOf(props.acts.draft(), bars()));
  const move = createDateMove(
    () => props.acts,
    () => props.canEdit,
  );
  const keys = createMemo(() => bars().map(({ part }) => `${part.kind}/${part.key}`));
  const find = (name: string) => bars().find(({ part }) => `${part.kind}/${part.key}` === name);
  const today = () => placeOfDay(span(), props.today);
  return (
    <Show when={bars().length > 0} fallback={<Empty title={t('plan.schedule-empty')} />}>
      <section class="plan-schedule" aria-label={t('plan.view-schedule')}>
        <p class="small soft">{t('plan.schedule-keys')}</p>
        <div class="plan-months" aria-hidden="true">
          <For each={monthsOf(span())}>
            {({ month, at }) => (
              <span style={{ left: `${(at / span().days) * 100}%` }}>
                {t('plan.month', { month: Number(month.slice(5)) })}
              </span>
            )}
          </For>
          <Show when={today() >= 0 && today() <= 100}>
            <span class="plan-today" style={{ left: `${today()}%` }}>
              {t('plan.today')}
            </span>
          </Show>
        </div>
        <ol class="plan-lines">
          <For each={keys()}>
            {(name) => (
              <Show when={find(name)}>
                {(bar) => (
                  <Line
                    bar={bar()}
                    span={span()}
                    move={move}
                    acts={props.acts}
                    onEdit={() => props.onEdit({ kind: bar().part.kind, key: bar().part.key })}
                  />
                )}
              </Show>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
};
