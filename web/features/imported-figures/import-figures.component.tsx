import { Show, createSignal } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { FigureImports, FigureSource } from '#schema/contracts/imported-figures.ts';
import type { ImportJob } from '#schema/contracts/imports.ts';
import { isPeriod } from '#schema/contracts/period.ts';
import { ImportDesk } from '#web/features/imports/import-desk.component.tsx';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView } from '#web/ui/state.component.tsx';
import { formWords, periodsUpTo, usualDay, usualPeriod } from './imported-figures.presenter.ts';
import { useFigureImports } from './imported-figures.queries.ts';

type Props = { campaign: CampaignSummary; indicator: string | undefined };

/** What a file of the indicator holds, in words, before one is chosen. */
const About = (props: { source: FigureSource }) => (
  <div class="stack-tight">
    <p>
      <strong>{formWords(props.source)}</strong> · {props.source.system}
    </p>
    <p class="soft">{t('imported.statement', { statement: localText(props.source.statement) })}</p>
    <Show when={props.source.least > 1}>
      <p class="soft">{t('imported.least', { least: props.source.least })}</p>
    </Show>
  </div>
);

/** What is chosen, beginning with what is usual on the day. */
const createChoice = (props: Props & { known: FigureImports }) => {
  const [chosen, setChosen] = createSignal<{ indicator?: string; period?: string; day?: string }>(
    {},
  );
  const sources = () => props.known.sources;
  const indicator = () => {
    const wanted = chosen().indicator ?? props.indicator;
    return sources().find((each) => each.indicator === wanted) ?? sources()[0];
  };
  const period = () => chosen().period ?? usualPeriod(props.known.today) ?? '';
  const dataOn = () =>
    chosen().day ?? (isPeriod(period()) ? usualDay(period(), props.known.today) : '');
  const wanted = () => {
    const source = indicator();
    if (source === undefined || !isPeriod(period()) || dataOn() === '') return undefined;
    const about = {
      campaignId: props.campaign.id,
      indicator: source.indicator,
      period: period(),
    };
    return { about, dataOn: dataOn() };
  };
  return {
    source: indicator,
    period,
    dataOn,
    wanted,
    chooseIndicator: (next: string) => setChosen((now) => ({ ...now, indicator: next })),
    // Another period counts up to another day.
    choosePeriod: (next: string) => setChosen((now) => ({ ...now, period: next, day: undefined })),
    chooseDay: (next: string) => setChosen((now) => ({ ...now, day: next })),
  };
};

type Choosing = { known: FigureImports; choice: ReturnType<typeof createChoice> };

const ChoiceForm = (props: Choosing) => {
  const indicators = () =>
    props.known.sources.map((each) => ({ value: each.indicator, label: localText(each.title) }));
  const periods = () =>
    periodsUpTo(props.known.today).map((each) => ({ value: each, label: periodWords(each) }));
  return (
    <div class="stack form">
      <Select
        name="indicator"
        label={t('imported.indicator')}
        options={indicators()}
        placeholder={null}
        value={props.choice.source()?.indicator ?? ''}
        onChange={props.choice.chooseIndicator}
      />
      <Show when={props.choice.source()}>{(chosen) => <About source={chosen()} />}</Show>
      <Select
        name="period"
        label={t('imported.period')}
        hint={t('imported.period-hint')}
        options={periods()}
        placeholder={null}
        value={props.choice.period()}
        onChange={props.choice.choosePeriod}
      />
      <DateField
        name="dataOn"
        label={t('imported.data-on')}
        hint={t('imported.data-on-hint')}
        value={props.choice.dataOn()}
        onInput={props.choice.chooseDay}
      />
    </div>
  );
};

/** Of what the import in hand is, once a file was sent: nothing of it can be chosen any more. */
const JobFacts = (props: { known: FigureImports; job: ImportJob }) => {
  const titleOf = (indicator: string) =>
    props.known.sources.find((each) => each.indicator === indicator)?.title;
  return (
    <Show when={props.job.about}>
      {(about) => (
        <p>
          <strong>{localText(titleOf(about().indicator) ?? about().indicator)}</strong>{' '}
          {t('imported.of-job', {
            period: periodWords(about().period),
            day: formatDate(props.job.effectiveOn),
            file: props.job.fileName,
          })}
        </p>
      )}
    </Show>
  );
};

const Chooser = (props: Props & { known: FigureImports }) => {
  const choice = createChoice(props);
  const [job, setJob] = createSignal<ImportJob>();
  return (
    <div class="stack-wide">
      <Show when={job()} fallback={<ChoiceForm known={props.known} choice={choice} />}>
        {(open) => <JobFacts known={props.known} job={open()} />}
      </Show>
      <Show when={choice.wanted()} fallback={<p>{t('imported.choose-first')}</p>}>
        {(figures) => <ImportDesk subject="figures" figures={figures()} onJob={setJob} />}
      </Show>
    </div>
  );
};

/** 导入外部系统数据: which indicator, which period, up to which day; then the file. */
export const ImportFiguresView = (props: Props) => {
  const query = useFigureImports(() => props.campaign.id);
  return (
    <div class="stack">
      <PageHeader
        title={t('imported.title-import')}
        breadcrumb={[
          { label: t('imported.title'), href: '/imported-figures' },
          { label: t('imported.title-import') },
        ]}
      />
      <QueryView query={query}>
        {(known) => (
          <Show
            when={known().sources.length > 0}
            fallback={
              <Empty title={t('imported.sources-none')} next={t('imported.sources-none-next')} />
            }
          >
            <Chooser {...props} known={known()} />
          </Show>
        )}
      </QueryView>
    </div>
  );
};
