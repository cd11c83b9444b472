import { Show } from 'solid-js';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { useMyTasks } from '#web/features/submissions/submissions.queries.ts';
import type { MyTasks } from '#web/features/submissions/submissions.queries.ts';
import { groupTasks } from '#web/features/submissions/task-groups.presenter.ts';
import { TaskGroup } from '#web/features/submissions/task-list.component.tsx';
import type { Viewer } from '#web/features/submissions/task-row.presenter.ts';
import { formatDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';

const NothingToday = (props: { tasks: MyTasks }) => (
  <p class="figure-sentence">
    {t('submissions.nothing')}
    <Show when={props.tasks.next}>
      {(next) =>
        t('submissions.next-one', { day: formatDay(next().on), title: localText(next().title) })
      }
    </Show>
  </p>
);

const Groups = (props: { tasks: MyTasks; viewer: (summary: SubmissionSummary) => Viewer }) => {
  const groups = () => groupTasks(props.tasks);
  const common = () => ({ viewer: props.viewer, withUnit: groups().hasSeveralUnits });
  const hasNothingNow = () => groups().toSign.length === 0 && groups().now.length === 0;
  return (
    <>
      <Show when={hasNothingNow()}>
        <NothingToday tasks={props.tasks} />
      </Show>
      <TaskGroup title={t('submissions.group-sign')} tasks={groups().toSign} {...common()} />
      <TaskGroup title={t('submissions.group-now')} tasks={groups().now} {...common()} />
      <TaskGroup title={t('submissions.group-month')} tasks={groups().month} {...common()} />
      <TaskGroup title={t('submissions.group-later')} tasks={groups().later} {...common()} />
      <Show when={groups().waiting.length > 0}>
        <div class="task-group">
          <Disclosure summary={t('submissions.group-waiting', { count: groups().waiting.length })}>
            <TaskGroup
              title={t('submissions.with-office')}
              tasks={groups().waiting}
              {...common()}
            />
          </Disclosure>
        </div>
      </Show>
      <Show when={props.tasks.done > 0}>
        <p class="task-group soft">{t('submissions.done-count', { count: props.tasks.done })}</p>
      </Show>
    </>
  );
};

/** What a unit still has to do, by date; what waits for the head's signature comes first. */
export const TasksPage = () => {
  const tasks = useMyTasks();
  const { permissions } = useSession();
  const viewer = ({ organizationId }: SubmissionSummary): Viewer => ({
    mayFill: permissions.can('submissions.fill', { organizationId }),
    maySign: permissions.can('submissions.sign-off', { organizationId }),
  });
  return (
    <QueryView query={tasks}>
      {(data) => (
        <>
          <PageHeader title={t('shell.nav-tasks')} summary={<ComputedAsOf at={data().asOf} />} />
          <Groups tasks={data()} viewer={viewer} />
        </>
      )}
    </QueryView>
  );
};
