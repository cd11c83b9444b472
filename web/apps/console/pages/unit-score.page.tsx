import { useParams, useSearchParams } from '@solidjs/router';
import { Show, createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { EvaluationAnswer } from '#schema/contracts/evaluation.ts';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { useCampaign, useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { useSession } from '#web/features/identity/session.ts';
import { Evaluation } from '#web/features/scoring/evaluation.component.tsx';
import type { Clauses } from '#web/features/scoring/grounds.presenter.ts';
import { ScoreFacts } from '#web/features/scoring/score-facts.component.tsx';
import { ScoreSheetView } from '#web/features/scoring/score-sheet.component.tsx';
import {
  useEvaluation,
  useScoreFacts,
  useScoreSheet,
} from '#web/features/scoring/scoring.queries.ts';
import { dayOf } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { Tabs } from '#web/ui/tabs.component.tsx';

type Search = { campaign?: string; part?: string };

const isEvaluated = ({ chains, combinations, ledgers, uses }: EvaluationAnswer): boolean =>
  chains.length + combinations.length + ledgers.length + uses.length > 0;

const Evaluated = (props: { answer: EvaluationAnswer; clauses: Clauses }) => (
  <Show
    when={isEvaluated(props.answer)}
    fallback={<p class="soft">{t('scoring.no-evaluation')}</p>}
  >
    <div class="stack">
      <Callout title={localText(props.answer.caption)} />
      <Evaluation answer={props.answer} clauses={props.clauses} />
    </div>
  </Show>
);

const Parts = (props: {
  sheet: ScoreSheetAnswer;
  part: string;
  onPart: (part: string) => void;
}) => {
  const place = () => ({
    campaign: props.sheet.campaignId,
    organization: props.sheet.organizationId,
  });
  const facts = useScoreFacts(place);
  const evaluation = useEvaluation(place);
  const detail = useCampaign(() => props.sheet.campaignId);
  const clauses = () => dataOf(detail)?.clauses ?? [];
  const today = () => dayOf(props.sheet.computedAt);
  const waiting = () =>
    dataOf(facts)?.items.filter(({ state }) => state === 'unconfirmed').length || undefined;
  const parts = createMemo(() => [
    {
      key: 'sheet',
      label: t('scoring.title'),
      content: () => <ScoreSheetView answer={props.sheet} filingHref={(id) => `/reviews/${id}`} />,
    },
    {
      key: 'facts',
      label: waiting() ? t('scoring.facts-waiting') : t('scoring.facts'),
      count: waiting(),
      content: () => (
        <QueryView query={facts}>
          {(list) => <ScoreFacts list={list()} today={today()} />}
        </QueryView>
      ),
    },
    {
      key: 'evaluation',
      label: t('scoring.evaluation'),
      content: () => (
        <QueryView query={evaluation}>
          {(answer) => <Evaluated answer={answer()} clauses={clauses()} />}
        </QueryView>
      ),
    },
  ]);
  return (
    <Tabs
      label={t('scoring.title')}
      value={props.part}
      onChange={(part) => props.onPart(part)}
      tabs={parts()}
    />
  );
};

const UnitScore = (props: {
  campaign: CampaignSummary;
  organization: string;
  filters: JSX.Element;
  part: string;
  onPart: (part: string) => void;
}) => {
  const { permissions } = useSession();
  const sheet = useScoreSheet(() => ({
    campaign: props.campaign.id,
    organization: props.organization,
  }));
  const proposalsHref = () =>
    `/proposals?campaign=${props.campaign.id}&organization=${props.organization}`;
  return (
    <>
      <DocumentBar
        title={props.campaign.title}
        number={props.campaign.number}
        href={`/campaigns/${props.campaign.id}`}
      />
      <PageHeader
        title={dataOf(sheet)?.organizationName ?? t('scoring.title')}
        breadcrumb={[
          { label: t('reviews.progress'), href: `/progress?campaign=${props.campaign.id}` },
          { label: t('scoring.title') },
        ]}
        actions={
          <Show when={permissions.holds('proposals.read')}>
            <LinkButton href={proposalsHref()}>{t('proposals.title')}</LinkButton>
          </Show>
        }
      />
      {props.filters}
      <QueryView query={sheet}>
        {(answer) => (
          <Parts sheet={answer()} part={props.part} onPart={(part) => props.onPart(part)} />
        )}
      </QueryView>
    </>
  );
};

/** 得分与依据 of one unit as who judges it sees it, with what is put on record and who gives what. */
export const UnitScorePage = () => {
  const params = useParams<{ organization: string }>();
  const [search, setSearch] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const items = () => dataOf(campaigns)?.items ?? [];
  const campaign = () => items().find(({ id }) => id === search.campaign) ?? items()[0];
  return (
    <QueryView query={campaigns}>
      {() => (
        <Show
          when={campaign()}
          fallback={<Empty title={t('scoring.none')} next={t('scoring.none-next')} />}
        >
          {(current) => (
            <UnitScore
              campaign={current()}
              organization={params.organization}
              part={search.part ?? 'sheet'}
              onPart={(part) => setSearch({ part }, { replace: true })}
              filters={
                <Show when={items().length > 1}>
                  <div class="filter-bar no-print">
                    <Select
                      name="campaign"
                      label={t('scoring.campaign')}
                      placeholder={null}
                      value={current().id}
                      options={items().map(({ id, title }) => ({ value: id, label: title }))}
                      onChange={(id) => setSearch({ campaign: id })}
                    />
                  </div>
                </Show>
              }
            />
          )}
        </Show>
      )}
    </QueryView>
  );
};
