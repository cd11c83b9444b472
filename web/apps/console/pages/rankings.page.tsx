import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCampaign, useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { RankingView } from '#web/features/scoring/ranking.component.tsx';
import { useRanking } from '#web/features/scoring/scoring.queries.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';

type Search = { campaign?: string; ranking?: string };
type Options = { value: string; label: string }[];

const hasNone = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'scoring.unknown_ranking';

const Choice = (props: {
  name: keyof Search;
  label: string;
  value: string;
  options: Options;
  onChange: (value: string) => void;
}) => (
  <Show when={props.options.length > 1}>
    <Select
      name={props.name}
      label={props.label}
      placeholder={null}
      value={props.value}
      options={props.options}
      onChange={(value) => props.onChange(value)}
    />
  </Show>
);

/** 组内排名: for the commission's own work, in the classes the document makes. */
export const RankingsPage = () => {
  const [params, setParams] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const items = () => dataOf(campaigns)?.items ?? [];
  const campaign = () => items().find(({ id }) => id === params.campaign) ?? items()[0];
  const detail = useCampaign(() => campaign()?.id ?? '');
  const ranking = useRanking(() => ({ campaign: campaign()?.id ?? '', ranking: params.ranking }));
  const rankings = (): Options =>
    (dataOf(ranking)?.rankings ?? []).map(({ key, title }) => ({
      value: key,
      label: localText(title),
    }));
  const title = () => {
    const found = dataOf(ranking);
    return found ? localText(found.title) : t('scoring.ranking');
  };
  return (
    <QueryView query={campaigns}>
      {() => (
        <div class="stack">
          <DocumentBar title={campaign()?.title ?? ''} number={campaign()?.number} />
          <PageHeader title={title()} actions={<PrintButton />} />
          <div class="filter-bar no-print">
            <Choice
              name="campaign"
              label={t('scoring.campaign')}
              value={campaign()?.id ?? ''}
              options={items().map((each) => ({ value: each.id, label: each.title }))}
              onChange={(id) => setParams({ campaign: id, ranking: undefined })}
            />
            <Choice
              name="ranking"
              label={t('scoring.ranking')}
              value={dataOf(ranking)?.ranking ?? ''}
              options={rankings()}
              onChange={(key) => setParams({ ranking: key })}
            />
          </div>
          <Show
            when={campaign() && !hasNone(ranking.error)}
            fallback={<Empty title={t('scoring.no-ranking')} next={t('scoring.no-ranking-next')} />}
          >
            <QueryView query={ranking}>
              {(answer) => (
                <RankingView answer={answer()} clauses={dataOf(detail)?.clauses ?? []} />
              )}
            </QueryView>
          </Show>
        </div>
      )}
    </QueryView>
  );
};
