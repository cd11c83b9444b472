import { For, Show } from 'solid-js';
import type { CampaignProblem, Checks, ReviewPoint } from '#schema/contracts/campaigns.ts';
import { formatDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { checksTitle } from './problems.presenter.ts';
import { Severity } from './severity.component.tsx';

const Problem = (props: {
  problem: CampaignProblem;
  name: string | undefined;
  onGo: (problem: CampaignProblem) => void;
}) => (
  <li class="check">
    <p>
      <Severity of={props.problem.severity}>
        {t(`campaigns.severity-${props.problem.severity}`)}
      </Severity>
      <Show when={props.name}>{(name) => <span class="check-name">{name()}</span>}</Show>
    </p>
    <p>{localText(props.problem.message)}</p>
    <p class="small soft">{localText(props.problem.mend)}</p>
    <Button small kind="quiet" onClick={() => props.onGo(props.problem)}>
      {t('campaigns.go-there')}
      <span class="visually-hidden">：{localText(props.problem.message)}</span>
    </Button>
  </li>
);

const Point = (props: {
  point: ReviewPoint;
  name: string | undefined;
  onGo: (point: ReviewPoint) => void;
}) => (
  <li class="check">
    <p>
      <Severity of={props.point.kind === 'rest-day' ? 'warning' : 'hint'}>
        {t(`campaigns.point-${props.point.kind}`)}
      </Severity>
      <Show when={props.name}>{(name) => <span class="check-name">{name()}</span>}</Show>
    </p>
    <p>
      <span class="document-words">“{props.point.wording}”</span>
      <Show when={props.point.day}>{(day) => <> {formatDay(day(), { year: true })}</>}</Show>
    </p>
    <p class="small soft">{localText(props.point.reason)}</p>
    <Button small kind="quiet" onClick={() => props.onGo(props.point)}>
      {t('campaigns.go-there')}
      <span class="visually-hidden">：{props.point.wording}</span>
    </Button>
  </li>
);

/** 一致性检查: errors, warnings, hints, each with its place and how to mend it; then dates to look at. */
export const ChecksPanel = (props: {
  checks: Checks;
  points: readonly ReviewPoint[];
  /** The title of what a problem is about. */
  nameOf: (problem: { path: string }) => string | undefined;
  onGo: (target: { path: string; clause?: string | undefined }) => void;
}) => (
  <>
    <h2 class="section-title">{checksTitle(props.checks)}</h2>
    <Show
      when={props.checks.problems.length > 0}
      fallback={<p class="check soft">{t('campaigns.checks-clean')}</p>}
    >
      <ul>
        <For each={props.checks.problems}>
          {(problem) => (
            <Problem problem={problem} name={props.nameOf(problem)} onGo={props.onGo} />
          )}
        </For>
      </ul>
    </Show>
    <Show when={props.points.length > 0}>
      <h2 class="section-title checks-second">
        {t('campaigns.points-to-review', { count: props.points.length })}
      </h2>
      <ul>
        <For each={props.points}>
          {(point) => <Point point={point} name={props.nameOf(point)} onGo={props.onGo} />}
        </For>
      </ul>
    </Show>
  </>
);
