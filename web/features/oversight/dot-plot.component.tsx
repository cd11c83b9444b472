import { For, Show, createMemo } from 'solid-js';
import type { Comparison } from '#schema/contracts/oversight.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Words } from '#web/ui/page.component.tsx';
import { shareWords } from './comparison.presenter.ts';
import { axisOf, placeOn, pointsOf } from './dot-plot.presenter.ts';
import type { Axis } from './dot-plot.presenter.ts';
import { levelWords } from './words.presenter.ts';

type Point = ReturnType<typeof pointsOf>[number];

const Track = (props: { axis: Axis; point: Point; pooled: number | undefined }) => {
  const at = (share: number) => placeOn(props.axis, share);
  return (
    <svg class="dot-track">
      <For each={props.axis.ticks}>
        {(tick) => <line class="dot-grid" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />}
      </For>
      <Show when={props.pooled !== undefined}>
        <line
          class="dot-pooled"
          x1={at(props.pooled ?? 0)}
          x2={at(props.pooled ?? 0)}
          y1="0"
          y2="100%"
        />
      </Show>
      <line
        class="dot-range"
        x1={at(props.point.low)}
        x2={at(props.point.high)}
        y1="50%"
        y2="50%"
      />
      <circle
        class={props.point.row.match === 'substitute' ? 'dot-point dot-open' : 'dot-point'}
        cx={at(props.point.value)}
        cy="50%"
        r="5"
      />
    </svg>
  );
};

const Scale = (props: { axis: Axis }) => (
  <div class="dot-row dot-scale">
    <span />
    <svg class="dot-track">
      <For each={props.axis.ticks}>
        {(tick) => (
          <text
            x={placeOn(props.axis, tick)}
            y="14"
            text-anchor={tick === 10_000 ? 'end' : tick === props.axis.start ? 'start' : 'middle'}
          >
            {`${tick / 100}%`}
          </text>
        )}
      </For>
    </svg>
  </div>
);

/** Regions as dots with their range, in division-code order; the table below says the same in words. */
export const DotPlot = (props: { comparison: Comparison }) => {
  const points = createMemo(() => pointsOf(props.comparison));
  const axis = createMemo(() => axisOf(props.comparison.rows));
  const label = () =>
    t('oversight.plot-title', {
      title: localText(props.comparison.indicator.title),
      level: levelWords(props.comparison.level),
    });
  const legend = () => {
    const start = `${axis().start / 100}%`;
    return props.comparison.pooled === undefined
      ? t('oversight.plot-legend-alone', { start })
      : t('oversight.plot-legend', { start });
  };
  return (
    <Show when={points().length > 0}>
      <figure class="dot-plot">
        <div role="img" aria-label={label()}>
          <For each={points()}>
            {(point) => (
              <div class="dot-row">
                <span class="dot-name">
                  <Words text={point.row.name} />
                  <span class="dot-value">{shareWords(point.row)}</span>
                </span>
                <Track axis={axis()} point={point} pooled={props.comparison.pooled?.value} />
              </div>
            )}
          </For>
          <Scale axis={axis()} />
        </div>
        <figcaption>
          {legend()}
          {props.comparison.indicator.fullCount
            ? t('oversight.full-count')
            : t('oversight.sampled')}
        </figcaption>
      </figure>
    </Show>
  );
};
