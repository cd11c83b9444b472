import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Words } from '#web/ui/page.component.tsx';
import { clauseHeading, saysNoMore } from './clause-view.presenter.ts';
import type { ClauseView, NamedView, PhaseView, TaskView } from './clause-view.presenter.ts';
import { Proposed, DateText } from './date-text.component.tsx';
import { placeOf } from './draft-parts.ts';

/** What a page may put beside and below something that hangs: a button, and the form it opens. */
export type Hooks = {
  readonly tools?: ((kind: CampaignPartKind, key: string) => JSX.Element) | undefined;
  readonly editor?: ((kind: CampaignPartKind, key: string) => JSX.Element | undefined) | undefined;
};

const Hanging = (props: {
  kind: CampaignPartKind;
  id: string;
  label: string;
  title: JSX.Element;
  hooks: Hooks;
  children?: JSX.Element;
}) => (
  <li class="hanging" id={placeOf(props.kind, props.id)} tabindex="-1">
    <p class="hanging-label">{props.label}</p>
    <div class="hanging-body">
      <div class="hanging-title">
        <p>{props.title}</p>
        <span class="no-print">{props.hooks.tools?.(props.kind, props.id)}</span>
      </div>
      <Show when={props.hooks.editor?.(props.kind, props.id)} fallback={props.children}>
        {(editor) => editor()}
      </Show>
    </div>
  </li>
);

const Task = (props: { task: TaskView; hooks: Hooks }) => (
  <Hanging
    kind="task"
    id={props.task.key}
    label={t('campaigns.hangs-task')}
    title={<Words text={props.task.title} />}
    hooks={props.hooks}
  >
    <dl class="hanging-facts">
      <dt>{t('campaigns.task-due')}</dt>
      <dd>
        <Show when={props.task.due} fallback={t('campaigns.date-undated')}>
          {(due) => <DateText date={due()} />}
        </Show>
      </dd>
      <dt>{t('campaigns.task-audience')}</dt>
      <dd>{localText(props.task.audience)}</dd>
      <dt>{t('campaigns.task-office')}</dt>
      <dd>{props.task.office}</dd>
      <dt>{t('campaigns.task-form')}</dt>
      <dd>
        {localText(props.task.form)}
        {t('campaigns.task-effort', { minutes: props.task.minutes })}
        {props.task.needsStamp ? t('campaigns.task-stamped') : ''}
      </dd>
    </dl>
    <Proposed reason={props.task.proposal} />
  </Hanging>
);

const Phase = (props: { phase: PhaseView; hooks: Hooks }) => (
  <Hanging
    kind="phase"
    id={props.phase.key}
    label={t('campaigns.hangs-phase')}
    title={<span lang="zh-CN">{props.phase.title}</span>}
    hooks={props.hooks}
  >
    <dl class="hanging-facts">
      <dt>{t('campaigns.phase-from')}</dt>
      <dd>
        <DateText date={{ ...props.phase.from, isRestDay: false }} />
      </dd>
      <dt>{t('campaigns.phase-to')}</dt>
      <dd>
        <DateText date={props.phase.to} />
      </dd>
    </dl>
  </Hanging>
);

const Named = (props: { kind: 'indicator' | 'register'; item: NamedView; hooks: Hooks }) => (
  <Hanging
    kind={props.kind}
    id={props.item.key}
    label={t(`campaigns.hangs-${props.kind}`)}
    title={<Words text={props.item.title} />}
    hooks={props.hooks}
  >
    <p class="small soft">{props.item.note}</p>
    <Proposed reason={props.item.proposal} />
  </Hanging>
);

/** Items by key, so that what is being edited stays when somebody else's change arrives. */
function Keyed<Item extends { readonly key: string }>(props: {
  items: readonly Item[];
  children: (item: () => Item) => JSX.Element;
}) {
  return (
    <For each={props.items.map(({ key }) => key)}>
      {(key) => (
        <Show when={props.items.find((item) => item.key === key)}>
          {(item) => props.children(item)}
        </Show>
      )}
    </For>
  );
}

export const Phases = (props: { phases: readonly PhaseView[]; hooks: Hooks }) => (
  <ul class="hangings">
    <Keyed items={props.phases}>{(phase) => <Phase phase={phase()} hooks={props.hooks} />}</Keyed>
  </ul>
);

const hangsAnything = (clause: ClauseView): boolean =>
  clause.tasks.length + clause.phases.length + clause.indicators.length + clause.registers.length >
  0;

const Clause = (props: { clause: ClauseView; hooks: Hooks }) => (
  <section
    class={`clause clause-depth-${Math.min(props.clause.depth, 3)}`}
    id={placeOf('clause', props.clause.key)}
    tabindex="-1"
  >
    <div class="clause-head">
      <h3 class="document-words" lang="zh-CN">
        {clauseHeading(props.clause.number, props.clause.title)}
      </h3>
      <span class="clause-kind">{t(`campaigns.clause-${props.clause.kind}`)}</span>
      <span class="no-print">{props.hooks.tools?.('clause', props.clause.key)}</span>
    </div>
    <Show
      when={props.hooks.editor?.('clause', props.clause.key)}
      fallback={
        <Show when={!saysNoMore(props.clause)}>
          <p class="clause-words document-words" lang="zh-CN">
            {props.clause.words}
          </p>
        </Show>
      }
    >
      {(editor) => editor()}
    </Show>
    <Show when={props.clause.posts}>{(posts) => <p class="small soft">{posts()}</p>}</Show>
    <Show when={props.clause.groups}>{(groups) => <p class="small soft">{groups()}</p>}</Show>
    <Show when={hangsAnything(props.clause)}>
      <ul class="hangings">
        <Keyed items={props.clause.phases}>
          {(phase) => <Phase phase={phase()} hooks={props.hooks} />}
        </Keyed>
        <Keyed items={props.clause.tasks}>
          {(task) => <Task task={task()} hooks={props.hooks} />}
        </Keyed>
        <Keyed items={props.clause.indicators}>
          {(item) => <Named kind="indicator" item={item()} hooks={props.hooks} />}
        </Keyed>
        <Keyed items={props.clause.registers}>
          {(item) => <Named kind="register" item={item()} hooks={props.hooks} />}
        </Keyed>
      </ul>
    </Show>
  </section>
);

/** The document as it reads, with what hangs on each clause. */
export const Clauses = (props: { clauses: readonly ClauseView[]; hooks: Hooks }) => (
  <Keyed items={props.clauses}>
    {(clause) => <Clause clause={clause()} hooks={props.hooks} />}
  </Keyed>
);
