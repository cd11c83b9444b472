import { useSearchParams } from '@solidjs/router';
import { Show, createMemo } from 'solid-js';
import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import { useCampaign, useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { ProgressSentence } from '#web/features/reviews/progress-sentence.component.tsx';
import { ProgressTable } from '#web/features/reviews/progress-table.component.tsx';
import {
  inProgressState,
  kindName,
  progressStates,
} from '#web/features/reviews/progress.presenter.ts';
import { useProgress } from '#web/features/reviews/reviews.queries.ts';
import type { Progress } from '#web/features/reviews/reviews.queries.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { CopyTextButton, PrintButton } from '#web/ui/copy.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, LoadFailed, Loading, QueryView, dataOf } from '#web/ui/state.component.tsx';
import '#web/features/reviews/progress.css';

type Search = {
  campaign?: string;
  task?: string;
  kind?: string;
  state?: string;
  overdue?: string;
};

const Nothing = (props: { isFiltered: boolean }) => (
  <Empty
    title={props.isFiltered ? t('reviews.none-found') : t('reviews.nothing-due')}
    next={props.isFiltered ? t('reviews.none-found-next') : t('reviews.nothing-due-next')}
  />
);

/** 报送进度与催报. */
export const ProgressPage = () => {
  const [params, setParams] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const items = () => dataOf(campaigns)?.items ?? [];
  const chosen = createMemo(() => items().find(({ id }) => id === params.campaign) ?? items()[0]);
  const detail = useCampaign(() => chosen()?.id ?? '');
  const tasks = () => dataOf(detail)?.clauses.flatMap((clause) => clause.tasks) ?? [];
  const filter = createMemo(() => {
    const campaign = chosen()?.id;
    return campaign === undefined
      ? undefined
      : {
          campaign,
          task: params.task || undefined,
          kind: params.kind || undefined,
          overdue: params.overdue === 'true' ? true : undefined,
        };
  });
  const progress = useProgress(filter);
  const set = (change: Search) => setParams(change, { replace: true });
  const rowsOf = (data: Progress) =>
    data.rows.filter((row) => inProgressState(row, params.state ?? ''));
  const isFiltered = () =>
    Boolean(params.task || params.kind || params.state || params.overdue === 'true');
  const taskTitle = () => {
    const task = tasks().find(({ key }) => key === params.task);
    return task ? localText(task.title) : t('reviews.all-tasks');
  };
  return (
    <>
      <Show when={chosen()}>
        {(campaign) => (
          <DocumentBar
            title={campaign().title}
            number={campaign().number}
            facts={[localText(campaign().versionLabel)]}
            href={`/campaigns/${campaign().id}`}
          />
        )}
      </Show>
      <PageHeader
        title={t('reviews.progress')}
        actions={
          <>
            <Show when={dataOf(progress)}>
              {(data) => (
                <CopyTextButton
                  kind="primary"
                  label={t('reviews.copy-reminder')}
                  text={() => localText(data().reminder)}
                />
              )}
            </Show>
            <PrintButton />
          </>
        }
      />
      <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
        <Show when={items().length > 1}>
          <Select
            name="campaign"
            label={t('campaigns.campaigns')}
            placeholder={null}
            options={items().map(({ id, title }) => ({ value: id, label: title }))}
            value={chosen()?.id ?? ''}
            onChange={(campaign) => set({ campaign, task: '' })}
          />
        </Show>
        <Select
          name="task"
          label={t('reviews.task')}
          placeholder={t('reviews.all')}
          options={tasks().map(({ key, title }) => ({ value: key, label: localText(title) }))}
          value={params.task ?? ''}
          onChange={(task) => set({ task })}
        />
        <Select
          name="kind"
          label={t('reviews.kind')}
          placeholder={t('reviews.all')}
          options={organizationKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          value={params.kind ?? ''}
          onChange={(kind) => set({ kind })}
        />
        <Select
          name="state"
          label={t('reviews.state')}
          placeholder={t('reviews.all')}
          options={progressStates.map((state) => ({
            value: state,
            label: t(`reviews.progress-${state}`),
          }))}
          value={params.state ?? ''}
          onChange={(state) => set({ state })}
        />
        <Checkbox
          name="overdue"
          label={t('reviews.only-overdue')}
          checked={params.overdue === 'true'}
          onChange={(isOn) => set({ overdue: isOn ? 'true' : '' })}
        />
      </form>
      <Show
        when={chosen()}
        fallback={
          <Show when={!campaigns.isPending} fallback={<Loading />}>
            <Show when={!campaigns.error} fallback={<LoadFailed error={campaigns.error} />}>
              <Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />
            </Show>
          </Show>
        }
      >
        {(campaign) => (
          <QueryView query={progress}>
            {(data) => (
              <div class="stack">
                <ProgressSentence
                  progress={data()}
                  campaign={campaign().id}
                  task={params.task ?? ''}
                />
                <Show
                  when={rowsOf(data()).length > 0}
                  fallback={<Nothing isFiltered={isFiltered()} />}
                >
                  <ProgressTable
                    rows={rowsOf(data())}
                    campaign={campaign().id}
                    task={params.task ?? ''}
                    caption={`${campaign().title} ${taskTitle()}`}
                  />
                </Show>
              </div>
            )}
          </QueryView>
        )}
      </Show>
    </>
  );
};
