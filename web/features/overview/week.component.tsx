import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { Overview } from '#schema/contracts/figures.ts';
import { useCampaign, useDrafts } from '#web/features/campaigns/campaigns.queries.ts';
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
import { useProposals } from '#web/features/proposals/proposals.queries.ts';
import { useRequests } from '#web/features/requests/requests.queries.ts';
import { useReviewQueue } from '#web/features/reviews/reviews.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { proposalLine, requestLines } from './week-lines.presenter.ts';

const numberOf = (overview: Overview | undefined, key: string): number =>
  overview?.figures.find((figure) => figure.key === key)?.numerator ?? 0;

/** 本周要办: 3 to 7 lines of what waits for this person or falls due; always as of now. */
export const Week = (props: {
  campaign: CampaignSummary | undefined;
  overview: Overview | undefined;
}) => {
  const { permissions } = useSession();
  const drafts = useDrafts(() => mayWorkOnDrafts(permissions));
  const queue = useReviewQueue({ isWanted: () => permissions.holds('submissions.review') });
  const detail = useCampaign(() => props.campaign?.id ?? '');
  const requests = useRequests(
    () => ({}),
    () => permissions.holds('requests.oversee'),
  );
  const proposals = useProposals(
    () => ({ campaign: props.campaign?.id ?? '', state: 'proposed' }),
    () => props.campaign !== undefined && permissions.holds('proposals.decide'),
  );
  const first = () => (queue.isPending ? undefined : queue.data?.pages[0]);
  const suggested = () =>
    proposals.isPending ? 0 : (proposals.data?.pages[0]?.counts.proposed ?? 0);
  const asked = () => (requests.isPending ? [] : (requests.data?.pages[0]?.items ?? []));
  const now = () => props.overview?.asOf ?? first()?.asOf;
  const lines = () => {
    const { campaign, overview } = props;
    const found = dataOf(detail);
    const at = now();
    const week = at === undefined ? undefined : weekFrom(at);
    const late = {
      overdue: numberOf(overview, 'filings.overdue'),
      overdueUnits: numberOf(overview, 'filings.overdue-units'),
    };
    return weekLines([
      signingLines(dataOf(drafts)?.items ?? [], (act) => permissions.can(act, {})),
      campaign ? overdueLine(campaign.id, late) : [],
      reviewLine(first()?.total ?? 0, first()?.rows[0]?.waitingDays),
      proposalLine(suggested()),
      requestLines(asked()).late,
      found && week ? dueLines(found, week) : [],
      requestLines(asked()).waiting,
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
