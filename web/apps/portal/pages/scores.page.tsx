import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { useCampaign, useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { useSession } from '#web/features/identity/session.ts';
import { Evaluation } from '#web/features/scoring/evaluation.component.tsx';
import { ScoreSheetView } from '#web/features/scoring/score-sheet.component.tsx';
import { useEvaluation, useScoreSheet } from '#web/features/scoring/scoring.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

type Chosen = { campaign?: string; unit?: string };

const createChoice = () => {
  const [params, setParams] = useSearchParams<Chosen>();
  const { me } = useSession();
  const campaigns = useCampaigns();
  const running = () => (dataOf(campaigns)?.items ?? []).filter(({ state }) => state === 'running');
  const units = () => {
    const own = me().posts.flatMap(({ organization }) => organization ?? []);
    return own.filter((unit, index) => own.findIndex(({ id }) => id === unit.id) === index);
  };
  const campaign = () => {
    return running().find(({ id }) => id === params.campaign) ?? running()[0];
  };
  const unit = () => units().find(({ id }) => id === params.unit) ?? units()[0];
  return { campaigns, running, campaign, units, unit, setParams };
};

type Choice = ReturnType<typeof createChoice>;

const Filters = (props: { choice: Choice }) => (
  <Show when={props.choice.units().length > 1 || props.choice.running().length > 1}>
    <div class="filter-bar no-print">
      <Show when={props.choice.units().length > 1}>
        <Select
          name="unit"
          label={t('scoring.unit')}
          placeholder={null}
          value={props.choice.unit()?.id ?? ''}
          options={props.choice.units().map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(unit) => props.choice.setParams({ unit })}
        />
      </Show>
      <Show when={props.choice.running().length > 1}>
        <Select
          name="campaign"
          label={t('scoring.campaign')}
          placeholder={null}
          value={props.choice.campaign()?.id ?? ''}
          options={props.choice.running().map(({ id, title }) => ({
            value: id,
            label: title,
          }))}
          onChange={(campaign) => props.choice.setParams({ campaign })}
        />
      </Show>
    </div>
  </Show>
);

/** The sheet, and what was made of it: whose turn it is, what was given, until when to answer. */
const OwnScore = (props: { sheet: ScoreSheetAnswer }) => {
  const detail = useCampaign(() => props.sheet.campaignId);
  const evaluation = useEvaluation(() => ({
    campaign: props.sheet.campaignId,
    organization: props.sheet.organizationId,
  }));
  const waits = () => dataOf(evaluation)?.chains.some(({ mayAnswer }) => mayAnswer);
  return (
    <div class="stack-wide">
      <Show when={waits()}>
        <Callout
          kind="warn"
          title={t('scoring.awaits-you')}
          actions={
            <a class="no-print" href="#evaluation">
              {t('scoring.to-evaluation')}
            </a>
          }
        />
      </Show>
      <ScoreSheetView answer={props.sheet} filingHref={(id) => `/submissions/${id}`} />
      <div id="evaluation">
        <QueryView query={evaluation}>
          {(answer) => <Evaluation answer={answer()} clauses={dataOf(detail)?.clauses ?? []} />}
        </QueryView>
      </div>
    </div>
  );
};

/** 得分与依据 of one's own unit: never an official result, always with its reasons. */
export const ScoresPage = () => {
  const choice = createChoice();
  const sheet = useScoreSheet(() => ({
    campaign: choice.campaign()?.id,
    organization: choice.units().length > 1 ? choice.unit()?.id : undefined,
  }));
  return (
    <QueryView query={choice.campaigns}>
      {() => (
        <Show
          when={choice.running().length > 0}
          fallback={<Empty title={t('scoring.none')} next={t('scoring.none-next')} />}
        >
          <DocumentBar title={choice.campaign()?.title ?? ''} number={choice.campaign()?.number} />
          <PageHeader
            title={t('scoring.title')}
            summary={dataOf(sheet)?.organizationName ?? choice.unit()?.name}
          />
          <Filters choice={choice} />
          <QueryView query={sheet}>{(answer) => <OwnScore sheet={answer()} />}</QueryView>
        </Show>
      )}
    </QueryView>
  );
};
