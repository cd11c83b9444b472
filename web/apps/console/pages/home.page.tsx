import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import { useCampaign, useCampaigns, useDrafts } from '#web/features/campaigns/campaigns.queries.ts';
import { mayWorkOnDrafts } from '#web/features/campaigns/may.ts';
import {
  dueLines,
  overdueLine,
  reviewLine,
  signingLines,
  weekFrom,
  weekLines,
} from '#web/features/campaigns/week.presenter.ts';
import { useSession } from '#web/features/identity/session.ts';
import { ProgressGroups } from '#web/features/reviews/progress-groups.component.tsx';
import { ProgressSentence } from '#web/features/reviews/progress-sentence.component.tsx';
import { useProgress, useReviewQueue } from '#web/features/reviews/reviews.queries.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { CopyTextButton, PrintButton } from '#web/ui/copy.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, LoadFailed, Loading, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import '#web/features/campaigns/home.css';

const Week = (props: { campaign: CampaignSummary | undefined }) => {
  const { permissions } = useSession();
  const drafts = useDrafts(() => mayWorkOnDrafts(permissions));
  const queue = useReviewQueue(() => permissions.holds('submissions.review'));
  const progress = useProgress(() => props.campaign && { campaign: props.campaign.id });
  const detail = useCampaign(() => props.campaign?.id ?? '');
  const first = () => (queue.isPending ? undefined : queue.data?.pages[0]);
  const now = () => dataOf(progress)?.asOf ?? first()?.asOf;
  const lines = () => {
    const found = dataOf(detail);
    const at = now();
    const totals = dataOf(progress)?.totals;
    return weekLines([
      signingLines(dataOf(drafts)?.items ?? [], (act) => permissions.can(act, {})),
      props.campaign && totals ? overdueLine(props.campaign.id, totals) : [],
      reviewLine(first()?.total ?? 0, first()?.rows[0]?.waitingDays),
      found && at !== undefined ? dueLines(found, weekFrom(at)) : [],
    ]);
  };
  return (
    <section class="stack-tight">
      <h2 class="section-title">{t('console.week')}</h2>
      <Show when={lines().length > 0} fallback={<p class="soft">{t('console.week-empty')}</p>}>
        <ul class="week">
          <For each={lines()}>
            {(line) => (
              <li>
                <Status kind={line.kind}>{line.label}</Status>
                <A href={line.href}>{line.words}</A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const Figures = (props: { campaign: CampaignSummary }) => {
  const progress = useProgress(() => ({ campaign: props.campaign.id }));
  return (
    <section class="stack-tight">
      <div class="row row-apart">
        <h2>{t('console.filings')}</h2>
        <Show when={dataOf(progress)}>
          {(data) => (
            <CopyTextButton
              small
              label={t('reviews.copy-reminder')}
              text={() => localText(data().reminder)}
            />
          )}
        </Show>
      </div>
      <QueryView query={progress}>
        {(data) => <ProgressSentence progress={data()} campaign={props.campaign.id} task="" />}
      </QueryView>
    </section>
  );
};

const Groups = (props: { campaign: CampaignSummary }) => {
  const progress = useProgress(() => ({ campaign: props.campaign.id }));
  return (
    <Show when={dataOf(progress)}>
      {(data) => <ProgressGroups progress={data()} campaign={props.campaign.id} />}
    </Show>
  );
};

const Running = (props: { campaign: CampaignSummary }) => (
  <>
    <DocumentBar
      title={props.campaign.title}
      number={props.campaign.number}
      facts={[
        props.campaign.printedOn &&
          t('campaigns.printed-on', { day: formatDate(props.campaign.printedOn) }),
        localText(props.campaign.versionLabel),
        t(`campaigns.disclosure-${props.campaign.disclosure}`),
      ]}
      href={`/campaigns/${props.campaign.id}`}
    />
    <PageHeader title={t('shell.nav-overview')} actions={<PrintButton />} />
    <div class="stack-wide home">
      <Figures campaign={props.campaign} />
      <Week campaign={props.campaign} />
      <Groups campaign={props.campaign} />
    </div>
  </>
);

/** 年度总览, as far as filings and drafts go: sentences with linked figures, and what the week asks. */
export const HomePage = () => {
  const campaigns = useCampaigns();
  const running = () => dataOf(campaigns)?.items.filter(({ state }) => state === 'running')[0];
  return (
    <Show when={!campaigns.isPending} fallback={<Loading />}>
      <Show
        when={running()}
        fallback={
          <>
            <PageHeader title={t('shell.nav-overview')} />
            <Show when={!campaigns.error} fallback={<LoadFailed error={campaigns.error} />}>
              <div class="stack-wide home">
                <Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />
                <Week campaign={undefined} />
              </div>
            </Show>
          </>
        }
      >
        {(campaign) => <Running campaign={campaign()} />}
      </Show>
    </Show>
  );
};
