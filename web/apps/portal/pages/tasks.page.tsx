import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { MyRequest, MyRequests } from '#schema/contracts/request-replies.ts';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { useReceivedBulletins } from '#web/features/bulletins/bulletins.queries.ts';
import { papersToSign } from '#web/features/bulletins/papers-to-sign.component.tsx';
import { useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { useSession } from '#web/features/identity/session.ts';
import { asOtherRows } from '#web/features/requests/my-requests.component.tsx';
import { useMyRequests } from '#web/features/requests/requests.queries.ts';
import { useMyTasks } from '#web/features/submissions/submissions.queries.ts';
import type { MyTasks } from '#web/features/submissions/submissions.queries.ts';
import { groupTasks } from '#web/features/submissions/task-groups.presenter.ts';
import type { TaskGroups } from '#web/features/submissions/task-groups.presenter.ts';
import { TaskGroup } from '#web/features/submissions/task-list.component.tsx';
import type { OtherRow, TaskLook } from '#web/features/submissions/task-list.component.tsx';
import type { Viewer } from '#web/features/submissions/task-row.presenter.ts';
import { dayOf, formatDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { ComputedAsOf, DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { LoadFailed, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';

const NothingToday = (props: { tasks: MyTasks }) => (
  <p class="figure-sentence">
    {t('submissions.nothing')}
    <Show when={props.tasks.next}>
      {(next) => (
        <>
          {t('submissions.next-one', { day: formatDay(next().on), title: localText(next().title) })}
        </>
      )}
    </Show>
  </p>
);

const Folded = (props: { title: string; children: JSX.Element }) => (
  <div class="task-group">
    <Disclosure summary={props.title}>{props.children}</Disclosure>
  </div>
);

type Group = 'now' | 'month' | 'later' | 'waiting';
type Requests = MyRequests | undefined;

const ByDate = (
  props: TaskLook & { groups: TaskGroups; othersIn: (group: Group) => OtherRow[] },
) => (
  <>
    <TaskGroup
      {...props}
      title={t('submissions.group-now')}
      tasks={props.groups.now}
      others={props.othersIn('now')}
      isUrgent
    />
    <TaskGroup
      {...props}
      title={t('submissions.group-month')}
      tasks={props.groups.month}
      others={props.othersIn('month')}
    />
    <TaskGroup
      {...props}
      title={t('submissions.group-later')}
      tasks={props.groups.later}
      others={props.othersIn('later')}
    />
  </>
);

type Open = Record<Exclude<Group, 'waiting'>, readonly unknown[]>;
const countOpen = ({ now, month, later }: Open) => now.length + month.length + later.length;

/** 临时任务 stand in the same groups, as rows of their own kind. */
const createOthers = (requests: () => Requests, withUnit: () => boolean) => {
  const { permissions } = useSession();
  const mayFill = ({ organizationId }: MyRequest) =>
    permissions.can('requests.fill', { organizationId });
  return (group: Group): OtherRow[] =>
    asOtherRows(requests()?.[group] ?? [], {
      mayFill,
      withUnit: withUnit(),
      isUrgent: group === 'now',
    });
};

/** What waits for a signature: filings for the head, papers of the office for the unit. */
const Signing = (
  props: TaskLook & { toSign: readonly SubmissionSummary[]; papers: readonly OtherRow[] },
) => (
  <>
    <TaskGroup {...props} title={t('submissions.group-sign')} tasks={props.toSign} isUrgent />
    <TaskGroup
      {...props}
      title={t('bulletins.to-sign-for')}
      tasks={[]}
      others={props.papers}
      isUrgent
    />
  </>
);

/** What the unit has sent and need not look at; and how much is over and done. */
const WithOffice = (
  props: TaskLook & {
    tasks: readonly SubmissionSummary[];
    others: readonly OtherRow[];
    done: number;
  },
) => (
  <>
    <Show when={props.tasks.length + props.others.length > 0}>
      <Folded
        title={t('submissions.group-waiting', { count: props.tasks.length + props.others.length })}
      >
        <TaskGroup {...props} title={t('submissions.with-office')} />
      </Folded>
    </Show>
    <Show when={props.done > 0}>
      <p class="task-group soft">{t('submissions.done-count', { count: props.done })}</p>
    </Show>
  </>
);

const Groups = (props: {
  mayFill: boolean;
  tasks: MyTasks;
  requests: Requests;
  papers: readonly OtherRow[];
  viewer: (summary: SubmissionSummary) => Viewer;
}) => {
  const groups = () => groupTasks(props.tasks);
  const common = () => ({
    viewer: props.viewer,
    withUnit: groups().hasSeveralUnits,
    thisYear: dayOf(props.tasks.asOf).slice(0, 4),
  });
  const othersIn = createOthers(
    () => props.requests,
    () => groups().hasSeveralUnits,
  );
  const othersOpen = () => (props.requests ? countOpen(props.requests) : 0);
  const hasNothingNow = () =>
    groups().toSign.length +
      props.papers.length +
      groups().now.length +
      (props.requests?.now.length ?? 0) ===
    0;
  return (
    <>
      <Show when={hasNothingNow()}>
        <NothingToday tasks={props.tasks} />
      </Show>
      <Signing {...common()} toSign={groups().toSign} papers={props.papers} />
      <Show
        when={props.mayFill}
        fallback={
          <Folded
            title={t('submissions.group-others', { count: countOpen(groups()) + othersOpen() })}
          >
            <ByDate groups={groups()} othersIn={othersIn} {...common()} />
          </Folded>
        }
      >
        <ByDate groups={groups()} othersIn={othersIn} {...common()} />
      </Show>
      <WithOffice
        {...common()}
        tasks={groups().waiting}
        others={othersIn('waiting')}
        done={props.tasks.done + (props.requests?.done ?? 0)}
      />
    </>
  );
};

const listed = ({ now, month, later, waiting }: MyTasks) =>
  new Set([...now, ...month, ...later, ...waiting].map(({ campaignId }) => campaignId));

/** The papers from which these tasks come. */
const Documents = (props: { tasks: MyTasks }) => {
  const campaigns = useCampaigns();
  const named = () => {
    const ids = listed(props.tasks);
    return (dataOf(campaigns)?.items ?? []).filter(({ id }) => ids.has(id));
  };
  return (
    <For each={named()}>{({ title, number }) => <DocumentBar title={title} number={number} />}</For>
  );
};

/** What a unit still has to do, by date; what waits for the head's signature comes first. */
export const TasksPage = () => {
  const tasks = useMyTasks();
  const { permissions } = useSession();
  const requests = useMyRequests(() => permissions.holds('requests.read'));
  const papers = useReceivedBulletins(() => permissions.holds('bulletins.receive'));
  const viewer = ({ organizationId }: SubmissionSummary): Viewer => ({
    mayFill: permissions.can('submissions.fill', { organizationId }),
    maySign: permissions.can('submissions.sign-off', { organizationId }),
    mayFile: permissions.can('submissions.file', { organizationId }),
  });
  return (
    <QueryView query={tasks}>
      {(data) => (
        <>
          <Documents tasks={data()} />
          <PageHeader title={t('shell.nav-tasks')} summary={<ComputedAsOf at={data().asOf} />} />
          <Show when={requests.error}>
            <LoadFailed error={requests.error} onRetry={() => void requests.refetch()} />
          </Show>
          <Groups
            tasks={data()}
            requests={dataOf(requests)}
            papers={papersToSign(dataOf(papers)?.items ?? [])}
            viewer={viewer}
            mayFill={permissions.holds('submissions.fill')}
          />
        </>
      )}
    </QueryView>
  );
};
