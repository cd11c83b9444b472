import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { FigureItems } from '#schema/contracts/figures.ts';
import { formatDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { LoadFailed, Loading } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { figureName, momentWords, valueWords } from './figure.presenter.ts';
import { useFigureItems } from './overview.queries.ts';
import type { ItemsWanted } from './overview.queries.ts';

type Item = FigureItems['items'][number];

const hrefOf = ({ kind, id, organizationId }: Item): string => {
  if (kind === 'entry') return `/entries/${id}`;
  if (kind === 'imported') return `/imported-figures/${id}`;
  return kind === 'filing' ? `/reviews/${id}` : `/organizations/${organizationId}`;
};
const titleOf = ({ title, number }: Item): string =>
  number === undefined ? localText(title) : `${number}. ${localText(title)}`;
const dayOf = (day: string | undefined): string => (day === undefined ? '' : formatDay(day));

const dueColumn = (): Column<Item> => ({
  key: 'due',
  header: t('figures.item-due'),
  cell: (item) => <span class="nowrap">{dayOf(item.dueOn)}</span>,
  text: (item) => dayOf(item.dueOn),
});

const columns = (page: FigureItems): Column<Item>[] => [
  {
    key: 'unit',
    header: t('figures.unit'),
    rowHeader: true,
    cell: (item) => item.organizationName,
    text: (item) => item.organizationName,
  },
  {
    key: 'title',
    header: t('figures.item-title'),
    width: 'wide',
    cell: (item) => <A href={hrefOf(item)}>{titleOf(item)}</A>,
    text: titleOf,
  },
  // What a system elsewhere says is never due.
  ...(page.figure.system === undefined ? [dueColumn()] : []),
  {
    key: 'done',
    header: t(page.figure.system === undefined ? 'figures.item-done' : 'figures.item-data-on'),
    cell: (item) => (
      <Show when={item.overdue} fallback={<span class="nowrap">{dayOf(item.doneOn)}</span>}>
        <Status kind="late">{t('figures.item-late')}</Status>
      </Show>
    ),
    text: (item) => (item.overdue ? t('figures.item-late') : dayOf(item.doneOn)),
  },
];

const Share = (props: { figure: FigureItems['figure'] }) => (
  <>
    {t('figures.items-share', {
      title: localText(props.figure.title),
      value: valueWords(props.figure, props.figure),
      numerator: formatCount(props.figure.numerator ?? 0),
      denominator: formatCount(props.figure.denominator ?? 0),
    })}
  </>
);

/** Of a system elsewhere also what it says, and of which period. */
const Total = (props: { page: FigureItems }) => {
  const words = () => {
    const { figure, total } = props.page;
    const { system, period, title } = figure;
    const count = formatCount(total);
    if (system === undefined || period === undefined) return t('figures.items-total', { count });
    const value = valueWords(figure, figure);
    const named = { title: localText(title), value, system, period: periodWords(period) };
    return t('figures.items-imported', { ...named, count });
  };
  return <>{words()}</>;
};

const Summary = (props: { page: FigureItems }) => (
  <>
    {t('figures.as-of', { moment: momentWords(props.page) })}{' '}
    <Show
      when={props.page.figure.system === undefined && props.page.figure.denominator !== undefined}
      fallback={<Total page={props.page} />}
    >
      <Share figure={props.page.figure} />
    </Show>
  </>
);

const empty = ({ figure }: FigureItems) => {
  const { absent, system = '' } = figure;
  if (absent === undefined || absent === 'not-applicable' || absent === 'insufficient') {
    return { title: t('figures.items-none'), next: t('figures.items-none-next') };
  }
  const next =
    absent === 'not-imported'
      ? t('figures.items-not-imported', { system })
      : t('figures.items-declared');
  return { title: t(`figures.absent-${absent}`), next };
};

/** What one figure counted, one line each, as of the same moment. */
export const FigureItemsView = (props: { wanted: ItemsWanted }) => {
  const query = useFigureItems(() => props.wanted);
  const pages = () => (query.isPending ? [] : (query.data?.pages ?? []));
  const items = () => pages().flatMap((page) => page.items);
  return (
    <Show
      when={pages()[0]}
      fallback={
        <Show when={query.error} fallback={<Loading />}>
          <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
        </Show>
      }
    >
      {(first) => (
        <>
          <PageHeader
            title={figureName(first().figure)}
            breadcrumb={[
              {
                label: t('shell.nav-overview'),
                href: first().day === undefined ? '/' : `/?asOf=${first().day}`,
              },
              { label: t('figures.items') },
            ]}
            summary={<Summary page={first()} />}
          />
          <div class="stack">
            <p class="soft">
              {t('figures.statement-line', {
                name: t('figures.statements'),
                statement: localText(first().figure.statement),
              })}
            </p>
            <DataTable
              caption={figureName(first().figure)}
              captionHidden
              rows={items()}
              columns={columns(first())}
              empty={empty(first())}
              footer={<LoadMore shown={items().length} total={first().total} list={query} />}
            />
          </div>
        </>
      )}
    </Show>
  );
};
