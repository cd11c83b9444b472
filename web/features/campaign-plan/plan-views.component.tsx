import { For, Match, Show, Suspense, Switch, createSignal, lazy } from 'solid-js';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Editing } from '#web/features/campaigns/kept-edits.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Loading } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { newClause, newPhase } from './new-bodies.ts';
import { renumbering } from './outline-acts.ts';
import type { PartActs } from './part-acts.ts';

const planViews = ['document', 'tasks', 'schedule', 'settings'] as const;
export type PlanViewKey = (typeof planViews)[number];

const TaskTable = lazy(async () => ({
  default: (await import('./task-table.component.tsx')).TaskTable,
}));
const Schedule = lazy(async () => ({
  default: (await import('./schedule.component.tsx')).Schedule,
}));
const Settings = lazy(async () => ({
  default: (await import('./settings.component.tsx')).Settings,
}));
const PasteClausesDialog = lazy(async () => ({
  default: (await import('./paste-clauses-dialog.component.tsx')).PasteClausesDialog,
}));
const PasteRowsDialog = lazy(async () => ({
  default: (await import('./paste-rows-dialog.component.tsx')).PasteRowsDialog,
}));

type Acts = { acts: PartActs; onEdit: (target: Editing) => void };

const DocumentActs = (props: Acts & { onPaste: () => void }) => {
  const addClause = () => {
    const { body, after } = newClause(props.acts.draft());
    props.onEdit({ kind: 'clause', key: body.key, fresh: { body, after } });
  };
  const renumber = async () => {
    const save = renumbering(props.acts.draft());
    if (save.length === 0) return announce(t('plan.numbers-right'));
    if (await props.acts.change({ save })) announce(t('plan.renumbered', { count: save.length }));
  };
  return (
    <>
      <Button small onClick={addClause}>
        {t('plan.add-clause')}
      </Button>
      <Button small onClick={() => props.onPaste()}>
        {t('plan.paste-clauses')}
      </Button>
      <Button small kind="quiet" busy={props.acts.isBusy()} onClick={() => void renumber()}>
        {t('plan.act-renumber')}
      </Button>
    </>
  );
};

const PlanActs = (props: Acts & { view: PlanViewKey }) => {
  const [pasting, setPasting] = createSignal<'clauses' | 'rows'>();
  const close = () => setPasting(undefined);
  const addPhase = () => {
    const body = newPhase(props.acts.draft());
    props.onEdit({ kind: 'phase', key: body.key, fresh: { body } });
  };
  return (
    <div class="row">
      <Switch>
        <Match when={props.view === 'document'}>
          <DocumentActs {...props} onPaste={() => setPasting('clauses')} />
        </Match>
        <Match when={props.view === 'tasks'}>
          <Button small onClick={() => setPasting('rows')}>
            {t('plan.paste-rows')}
          </Button>
        </Match>
        <Match when={props.view === 'schedule'}>
          <Button small onClick={addPhase}>
            {t('plan.add-phase')}
          </Button>
        </Match>
      </Switch>
      <Suspense>
        <Show when={pasting() === 'clauses'}>
          <PasteClausesDialog onClose={close} />
        </Show>
        <Show when={pasting() === 'rows'}>
          <PasteRowsDialog onClose={close} />
        </Show>
      </Suspense>
    </div>
  );
};

/** 正文 · 任务表 · 进度安排 · 机构与目录, and what can be added where one stands. */
export const PlanBar = (props: {
  view: PlanViewKey;
  onView: (view: PlanViewKey) => void;
  acts: PartActs | undefined;
  onEdit: (target: Editing) => void;
}) => (
  <div class="plan-bar row-apart no-print">
    <nav class="plan-views" aria-label={t('plan.views')}>
      <For each={planViews}>
        {(view) => (
          <button
            type="button"
            aria-current={view === props.view ? 'page' : undefined}
            onClick={() => props.onView(view)}
          >
            {t(`plan.view-${view}`)}
          </button>
        )}
      </For>
    </nav>
    <Show when={props.acts}>
      {(acts) => <PlanActs acts={acts()} view={props.view} onEdit={props.onEdit} />}
    </Show>
  </div>
);

/** The views beside the document itself, each loaded when it is wanted. */
export const PlanView = (props: {
  view: PlanViewKey;
  acts: PartActs;
  canEdit: boolean;
  onEdit: (target: Editing) => void;
  onChanged: () => void;
}) => (
  <fieldset class="plan-view" disabled={!props.canEdit}>
    <legend class="visually-hidden">{t(`plan.view-${props.view}`)}</legend>
    <Suspense fallback={<Loading />}>
      <Switch>
        <Match when={props.view === 'tasks'}>
          <TaskTable acts={props.acts} onEdit={(key) => props.onEdit({ kind: 'task', key })} />
        </Match>
        <Match when={props.view === 'schedule'}>
          <Schedule
            acts={props.acts}
            canEdit={props.canEdit}
            today={dayAt(Date.now())}
            onEdit={props.onEdit}
          />
        </Match>
        <Match when={props.view === 'settings'}>
          <Settings acts={props.acts} onChanged={props.onChanged} />
        </Match>
      </Switch>
    </Suspense>
  </fieldset>
);
