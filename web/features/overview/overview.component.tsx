import { Show } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { FigureDefinition, Overview } from '#schema/contracts/figures.ts';
import { useSession } from '#web/features/identity/session.ts';
import { dayOf, formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { CopyTextButton, PrintButton } from '#web/ui/copy.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';
import { ExcelButton } from './excel-button.component.tsx';
import type { Sheet } from './excel.driver.ts';
import { momentWords } from './figure.presenter.ts';
import { useOverview } from './overview.queries.ts';
import { PlaceTable } from './place-table.component.tsx';
import { sentenceTexts } from './sentence.presenter.ts';
import { Sentences } from './sentences.component.tsx';
import { Week } from './week.component.tsx';

const headers: Readonly<Record<string, () => string>> = {
  'filings.due': () => t('figures.col-due'),
  'filings.arrived': () => t('figures.col-arrived'),
  'filings.on-time-rate': () => t('figures.col-on-time'),
  'problems.entries': () => t('figures.col-problems'),
  'problems.closing-rate': () => t('figures.col-closing'),
  'problems.overdue': () => t('figures.col-overdue'),
  'complaints.on-time-completion-rate': () => t('figures.col-complaints'),
};
const headerOf = (column: FigureDefinition) => headers[column.key]?.() ?? localText(column.title);

const sheetOf = (campaign: CampaignSummary, overview: Overview): Sheet => ({
  title: t('figures.sheet-title', { title: campaign.title }),
  lines: [
    t('figures.as-of', { moment: momentWords(overview) }),
    ...sentenceTexts(overview.figures),
  ],
  placeHeader: t(overview.by === 'area' ? 'figures.place' : 'figures.kind'),
  columns: overview.columns,
  headerOf,
  rows: overview.rows,
  total: overview.total,
  notes: [
    t('figures.no-judgement'),
    t('figures.legend'),
    t('figures.as-of', { moment: momentWords(overview) }),
  ],
});

type OverviewPageProps = {
  campaign: CampaignSummary;
  /** The day at whose end everything is counted; now where it is not given. */
  asOf?: string | undefined;
  onDay: (day: string | undefined) => void;
};

const MomentLine = (props: OverviewPageProps & { overview: Overview | undefined }) => (
  <div class="overview-moment">
    <p class="overview-as-of">
      <Show when={props.overview} fallback="　">
        {(overview) => <>{t('figures.as-of', { moment: momentWords(overview()) })}</>}
      </Show>
    </p>
    <div class="overview-picker no-print">
      <DateField
        name="asOf"
        label={t('figures.pick-moment')}
        hint=""
        value={props.asOf ?? ''}
        onCommit={(day) => props.onDay(day === '' ? undefined : day)}
      />
      <Show when={props.asOf}>
        <Button kind="quiet" small onClick={() => props.onDay(undefined)}>
          {t('figures.back-to-now')}
        </Button>
      </Show>
    </div>
  </div>
);

/** A draft of the 通报 with the figures of this page, as of its moment. */
const draftHref = (campaign: CampaignSummary, overview: Overview | undefined) => {
  const asOf = overview?.day === undefined ? '' : `&asOf=${overview.day}`;
  return `/bulletins/new?campaign=${campaign.id}${asOf}`;
};

const Actions = (props: { campaign: CampaignSummary; overview: Overview | undefined }) => {
  const { permissions } = useSession();
  return (
    <>
      <Show when={props.overview}>
        {(overview) => (
          <>
            <CopyTextButton
              label={t('figures.copy-late')}
              text={() => localText(overview().reminder)}
            />
            <ExcelButton
              label={t('figures.export')}
              fileName={t('figures.file-name', { day: overview().day ?? dayOf(overview().asOf) })}
              sheet={() => sheetOf(props.campaign, overview())}
            />
          </>
        )}
      </Show>
      <Show when={permissions.can('bulletins.draft', {})}>
        <LinkButton href={draftHref(props.campaign, props.overview)}>
          {t('figures.draft-notice')}
        </LinkButton>
      </Show>
      <PrintButton />
    </>
  );
};

/** 年度总览: one page that prints on one sheet. */
export const OverviewView = (props: OverviewPageProps) => {
  const query = useOverview(() => ({ campaign: props.campaign.id, asOf: props.asOf }));
  return (
    <div class="overview">
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
      <PageHeader
        title={t('shell.nav-overview')}
        actions={<Actions campaign={props.campaign} overview={dataOf(query)} />}
      />
      <div class="stack-wide">
        <MomentLine {...props} overview={dataOf(query)} />
        <QueryView query={query}>
          {(overview) => (
            <>
              <Sentences overview={overview()} />
              <PlaceTable
                campaign={props.campaign.id}
                day={overview().day}
                caption={t(overview().by === 'area' ? 'figures.by-place' : 'figures.by-kind')}
                placeHeader={t(overview().by === 'area' ? 'figures.place' : 'figures.kind')}
                columns={overview().columns}
                headerOf={headerOf}
                rows={overview().rows}
                total={overview().total}
                lead={() =>
                  [
                    t('figures.sheet-title', { title: props.campaign.title }),
                    t('figures.as-of', { moment: momentWords(overview()) }),
                  ].join('\n')
                }
              />
              <p class="place-legend">
                {t('figures.no-judgement')}
                {t('figures.legend')}
              </p>
            </>
          )}
        </QueryView>
        <Show when={props.asOf === undefined}>
          <Week campaign={props.campaign} overview={dataOf(query)} />
        </Show>
      </div>
    </div>
  );
};
