import { useSearchParams } from '@solidjs/router';
import { Show, createMemo } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import { urgeStates } from '#schema/contracts/reminders.ts';
import type { UrgeAll } from '#schema/contracts/reminders.ts';
import { useCampaign, useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import {
  groupProgress,
  hasAreas,
  isInArea,
} from '#web/features/reviews/progress-groups.presenter.ts';
import { ProgressSentence } from '#web/features/reviews/progress-sentence.component.tsx';
import {
  inProgressState,
  kindName,
  progressStates,
} from '#web/features/reviews/progress.presenter.ts';
import { useProgress } from '#web/features/reviews/reviews.queries.ts';
import type { Progress, ProgressFilter } from '#web/features/reviews/reviews.queries.ts';
import { UrgeableTable } from '#web/features/reviews/urgeable-table.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { CopyTextButton, PrintButton } from '#web/ui/copy.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, LoadFailed, Loading, QueryView, dataOf } from '#web/ui/state.component.tsx';
import '#web/features/reviews/progress.css';

type Search = {
  campaign?: string;
  task?: string;
  kind?: string;
  area?: string;
  state?: string;
  overdue?: string;
};

const Nothing = (props: { isFiltered: boolean }) => (
  <Empty
    title={props.isFiltered ? t('reviews.none-found') : t('reviews.nothing-due')}
    next={props.isFiltered ? t('reviews.none-found-next') : t('reviews.nothing-due-next')}
  />
);

type Options = { value: string; label: string }[];

type Choosing = { chosen: Search; onSet: (change: Search) => void };

/** Which units: where they stand, what they are, how far they are. */
const UnitFilters = (props: Choosing & { areas: Options }) => (
  <>
    <Show when={props.areas.length > 0}>
      <Select
        name="area"
        label={t('reviews.area')}
        placeholder={t('reviews.all')}
        options={props.areas}
        value={props.chosen.area ?? ''}
        onChange={(area) => props.onSet({ area })}
      />
    </Show>
    <Select
      name="kind"
      label={t('reviews.kind')}
      placeholder={t('reviews.all')}
      options={organizationKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
      value={props.chosen.kind ?? ''}
      onChange={(kind) => props.onSet({ kind })}
    />
    <Select
      name="state"
      label={t('reviews.state')}
      placeholder={t('reviews.all')}
      options={progressStates.map((state) => ({
        value: state,
        label: t(`reviews.progress-${state}`),
      }))}
      value={props.chosen.state ?? ''}
      onChange={(state) => props.onSet({ state })}
    />
  </>
);

const Filters = (props: Choosing & { campaigns: Options; tasks: Options; areas: Options }) => (
  <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
    <Show when={props.campaigns.length > 1}>
      <Select
        name="campaign"
        label={t('campaigns.campaigns')}
        placeholder={null}
        options={props.campaigns}
        value={props.chosen.campaign ?? ''}
        onChange={(campaign) => props.onSet({ campaign, task: '', area: '' })}
      />
    </Show>
    <Select
      name="task"
      label={t('reviews.task')}
      placeholder={t('reviews.all')}
      options={props.tasks}
      value={props.chosen.task ?? ''}
      onChange={(task) => props.onSet({ task })}
    />
    <UnitFilters areas={props.areas} chosen={props.chosen} onSet={props.onSet} />
    <Checkbox
      name="overdue"
      label={t('reviews.only-overdue')}
      checked={props.chosen.overdue === 'true'}
      onChange={(isOn) => props.onSet({ overdue: isOn ? 'true' : '' })}
    />
  </form>
);

/** What the server is asked for; the state is looked for in what it answers. */
const filterOf = (campaign: string, { task, kind, overdue }: Search): ProgressFilter => ({
  campaign,
  task: task || undefined,
  kind: kind || undefined,
  overdue: overdue === 'true' ? true : undefined,
});

const areasOf = (rows: Progress['rows']): Options =>
  hasAreas(rows) ? groupProgress(rows).map(({ key, name }) => ({ value: key, label: name })) : [];

const filters = ['task', 'area', 'kind', 'state', 'overdue'] as const;

const isFiltered = (chosen: Search): boolean => filters.some((name) => chosen[name]);

/** The same filter for 催办全部逾期, which finds all of it on the server. */
const urgeAllOf = ({ kind, area, state }: Search): UrgeAll => ({
  kind: organizationKinds.find((each) => each === kind),
  area: area || undefined,
  state: urgeStates.find((each) => each === state),
});

const Actions = (props: { progress: Progress | undefined }) => (
  <>
    <Show when={props.progress}>
      {(progress) => (
        <CopyTextButton
          kind="primary"
          label={t('reviews.copy-reminder')}
          text={() => localText(progress().reminder)}
        />
      )}
    </Show>
    <LinkButton href="/organizations/without-liaison">
      {t('organizations.without-liaison')}
    </LinkButton>
    <PrintButton />
  </>
);

const CampaignProgress = (props: {
  campaign: CampaignSummary;
  campaigns: readonly CampaignSummary[];
  chosen: Search;
  onSet: (change: Search) => void;
}) => {
  const detail = useCampaign(() => props.campaign.id);
  const progress = useProgress(createMemo(() => filterOf(props.campaign.id, props.chosen)));
  const tasks = () =>
    (dataOf(detail)?.clauses ?? [])
      .flatMap((clause) => clause.tasks)
      .map(({ key, title }) => ({ value: key, label: localText(title) }));
  const taskTitle = () =>
    tasks().find(({ value }) => value === props.chosen.task)?.label ?? t('reviews.all-tasks');
  const rowsOf = (data: Progress) =>
    data.rows.filter(
      (row) =>
        inProgressState(row, props.chosen.state ?? '') && isInArea(row, props.chosen.area ?? ''),
    );
  const place = () => ({ campaign: props.campaign.id, task: props.chosen.task ?? '' });
  return (
    <>
      <DocumentBar
        title={props.campaign.title}
        number={props.campaign.number}
        facts={[localText(props.campaign.versionLabel)]}
        href={`/campaigns/${props.campaign.id}`}
      />
      <PageHeader title={t('reviews.progress')} actions={<Actions progress={dataOf(progress)} />} />
      <Filters
        campaigns={props.campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        tasks={tasks()}
        areas={areasOf(dataOf(progress)?.rows ?? [])}
        chosen={{ ...props.chosen, campaign: props.campaign.id }}
        onSet={props.onSet}
      />
      <QueryView query={progress}>
        {(data) => (
          <div class="stack">
            <ProgressSentence progress={data()} {...place()} />
            <Show
              when={rowsOf(data()).length > 0}
              fallback={<Nothing isFiltered={isFiltered(props.chosen)} />}
            >
              <UrgeableTable
                rows={rowsOf(data())}
                {...place()}
                all={urgeAllOf(props.chosen)}
                caption={`${props.campaign.title} ${taskTitle()}`}
              />
            </Show>
          </div>
        )}
      </QueryView>
    </>
  );
};

/** 报送进度与催报. */
export const ProgressPage = () => {
  const [params, setParams] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const items = () => dataOf(campaigns)?.items ?? [];
  const chosen = createMemo(() => items().find(({ id }) => id === params.campaign) ?? items()[0]);
  return (
    <Show
      when={chosen()}
      fallback={
        <Show when={!campaigns.isPending} fallback={<Loading />}>
          <PageHeader title={t('reviews.progress')} />
          <Show when={!campaigns.error} fallback={<LoadFailed error={campaigns.error} />}>
            <Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />
          </Show>
        </Show>
      }
    >
      {(campaign) => (
        <CampaignProgress
          campaign={campaign()}
          campaigns={items()}
          chosen={params}
          onSet={(change) => setParams(change, { replace: true })}
        />
      )}
    </Show>
  );
};
