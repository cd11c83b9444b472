import { Show, createMemo, createSignal, untrack } from 'solid-js';
import type { Paper, PaperList, PaperSeries } from '#schema/contracts/papers.ts';
import { useSession } from '#web/features/identity/session.ts';
import { dayOf, formatDate, formatMoment } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { TakeDialog, VoidDialog } from './paper-dialogs.component.tsx';
import { countWords, seriesWords, yearsOf } from './papers.presenter.ts';
import { usePapers, usePapersChanged, useSeries } from './papers.queries.ts';

const stateWords = ({ void: voided }: Paper): string =>
  voided
    ? t('papers.void-words', {
        reason: voided.reason,
        post: voided.post,
        at: formatMoment(voided.at, 0),
      })
    : t('papers.in-use');

const facts = (): Column<Paper>[] => [
  { key: 'number', header: t('papers.number'), cell: ({ text }) => text, text: ({ text }) => text },
  {
    key: 'title',
    header: t('papers.paper-title'),
    rowHeader: true,
    cell: ({ title }) => title,
    text: ({ title }) => title,
  },
  {
    key: 'signed',
    header: t('papers.signed-on'),
    width: 'narrow',
    cell: ({ signedOn }) => formatDate(signedOn),
    text: ({ signedOn }) => formatDate(signedOn),
  },
  {
    key: 'signer',
    header: t('papers.signer'),
    cell: ({ signerPost }) => signerPost,
    text: ({ signerPost }) => signerPost,
  },
  {
    key: 'taken',
    header: t('papers.taken'),
    cell: ({ takenByPost, takenAt }) =>
      t('papers.taken-words', { post: takenByPost, at: formatMoment(takenAt, 0) }),
  },
  {
    key: 'state',
    header: t('papers.state'),
    cell: (paper) => (
      <Show when={paper.void} fallback={stateWords(paper)}>
        <Status kind="late">{t('papers.voided')}</Status> {stateWords(paper)}
      </Show>
    ),
    text: (paper) => `${paper.void ? `${t('papers.voided')} ` : ''}${stateWords(paper)}`,
  },
];

const act = (onVoid: (paper: Paper) => void): Column<Paper> => ({
  key: 'act',
  header: '',
  noPrint: true,
  width: 'narrow',
  cell: (paper) => (
    <Show when={!paper.void}>
      <Button small onClick={() => onVoid(paper)}>
        {t('papers.void')}
        <span class="visually-hidden">{paper.text}</span>
      </Button>
    </Show>
  ),
});

const NumberTable = (props: {
  series: PaperSeries;
  year: number;
  today: string;
  mayNumber: boolean;
}) => {
  const papers = usePapers(() => ({ prefix: props.series.prefix, year: props.year }));
  const changed = usePapersChanged();
  const [isTaking, setTaking] = createSignal(false);
  const [voiding, setVoiding] = createSignal<Paper>();
  const takeWords = () =>
    props.series.class === 'official' ? t('papers.register') : t('papers.take');
  const done = () => {
    setTaking(false);
    setVoiding(undefined);
    void changed();
  };
  const words = (list: PaperList | undefined) => list && countWords(list, props.series.class);
  return (
    <>
      <DataTable
        caption={t('papers.list', { series: localText(props.series.title), year: props.year })}
        rows={dataOf(papers)?.papers}
        error={papers.error}
        onRetry={() => void papers.refetch()}
        columns={[...facts(), ...(props.mayNumber ? [act(setVoiding)] : [])]}
        tools={
          <Show when={props.mayNumber}>
            <Button kind="primary" small onClick={() => setTaking(true)}>
              {takeWords()}
            </Button>
          </Show>
        }
        footer={<p class="small soft">{words(dataOf(papers))}</p>}
        empty={{
          title: t('papers.empty'),
          next: props.mayNumber ? t('papers.empty-next', { act: takeWords() }) : undefined,
        }}
      />
      <TakeDialog
        open={isTaking()}
        series={props.series}
        today={props.today}
        onClose={() => setTaking(false)}
        onDone={done}
      />
      <VoidDialog paper={voiding()} onClose={() => setVoiding(undefined)} onDone={done} />
    </>
  );
};

const Chosen = (props: { series: readonly PaperSeries[]; today: string }) => {
  const { permissions } = useSession();
  const thisYear = untrack(() => Number(props.today.slice(0, 4)));
  const [prefix, setPrefix] = createSignal('');
  const [year, setYear] = createSignal(thisYear);
  const chosen = createMemo(
    () => props.series.find((each) => each.prefix === prefix()) ?? props.series[0],
  );
  return (
    <Show
      when={chosen()}
      fallback={<Empty title={t('papers.none')} next={t('papers.none-next')} />}
    >
      {(series) => (
        <>
          <form
            class="filter-bar no-print"
            role="search"
            onSubmit={(event) => event.preventDefault()}
          >
            <Select
              name="series"
              label={t('papers.series')}
              placeholder={null}
              options={props.series.map((each) => ({
                value: each.prefix,
                label: `${seriesWords(each)} · ${t(`papers.class-${each.class}`)}`,
              }))}
              value={series().prefix}
              onChange={setPrefix}
            />
            <Select
              name="year"
              label={t('papers.year')}
              placeholder={null}
              options={yearsOf(series(), thisYear).map((each) => ({
                value: String(each),
                label: String(each),
              }))}
              value={String(year())}
              onChange={(value) => setYear(Number(value))}
            />
          </form>
          <NumberTable
            series={series()}
            year={year()}
            today={props.today}
            mayNumber={permissions.holds('papers.number')}
          />
        </>
      )}
    </Show>
  );
};

/** 编号登记: the numbers of each issuing body by year, in order, the void ones in their places. */
export const PaperNumbers = () => {
  const series = useSeries();
  return (
    <>
      <PageHeader title={t('papers.title')} />
      <p class="prose">{t('papers.intro')}</p>
      <QueryView query={series}>
        {(found) => <Chosen series={found().series} today={dayOf(found().asOf)} />}
      </QueryView>
    </>
  );
};
