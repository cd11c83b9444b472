import { For, Show, createSignal } from 'solid-js';
import type { UnitWithoutLiaison, UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import { makeWorkbook, saveFile } from '#web/features/imports/workbook.driver.ts';
import { locale, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { LoadFailed, dataOf } from '#web/ui/state.component.tsx';
import { Act, Doing, doingWords } from './liaison-cells.component.tsx';
import { kindWords } from './organization.presenter.ts';
import { unitColumns } from './unit-columns.component.tsx';
import { readAllWithoutLiaison, useWithoutLiaison } from './without-liaison.queries.ts';

const toldColumns = (): Column<UnitWithoutLiaison>[] => [
  ...unitColumns<UnitWithoutLiaison>(),
  {
    key: 'superior',
    header: t('organizations.relation-supervision'),
    cell: ({ superior }) => superior ?? t('organizations.superior-self'),
    text: ({ superior }) => superior ?? t('organizations.superior-self'),
  },
  {
    key: 'doing',
    header: t('people.invitations'),
    cell: (unit) => <Doing unit={unit} />,
    text: doingWords,
  },
];

const columns = (asOf: () => number, onAsked: () => void): Column<UnitWithoutLiaison>[] => [
  ...toldColumns(),
  {
    key: 'act',
    header: t('accounts.col-act'),
    noPrint: true,
    cell: (unit) => <Act unit={unit} asOf={asOf()} onAsked={onAsked} />,
  },
];

const saveList = async (kind: string | undefined) => {
  const units = await readAllWithoutLiaison(kind);
  const told = toldColumns();
  const rows = [
    told.map(({ header }) => header),
    ...units.map((unit) => told.map(({ text }) => String(text?.(unit) ?? ''))),
  ];
  const name = t('people.liaison-title');
  saveFile(await makeWorkbook([{ name, rows, widths: [36, 20, 30, 40] }]), `${name}.xlsx`);
};

/** 导出 Excel: all units of the list, read page by page; what fails is said and can be repeated. */
const createExport = (kind: () => string | undefined) => {
  const [isBusy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await saveList(kind());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, run: () => void run() };
};

type Counts = UnitsWithoutLiaison['counts'];

const CountsSentence = (props: { counts: Counts; total: number }) => (
  <p class="figure-sentence">
    {t('people.liaison-sentence', { total: formatCount(props.total) })}
    <For each={props.counts}>
      {({ kind, count }, index) => (
        <>
          {index() === 0 ? '' : locale() === 'en' ? ', ' : '，'}
          {kindWords(kind)} {formatCount(count)}
        </>
      )}
    </For>
  </p>
);

type ViewProps = { kind: string | undefined; onKind: (kind: string | undefined) => void };

/** 无联络员: which units, how many of each kind, what is being done, and the next step beside it. */
export const WithoutLiaisonView = (props: ViewProps) => {
  const query = useWithoutLiaison(() => props.kind);
  const file = createExport(() => props.kind);
  const pages = () => dataOf(query)?.pages;
  const asOf = () => pages()?.[0]?.asOf ?? 0;
  const units = () => pages()?.flatMap(({ items }) => items);
  const counts = () => pages()?.[0]?.counts ?? [];
  const total = () => counts().reduce((sum, { count }) => sum + count, 0);
  const shown = () =>
    props.kind === undefined
      ? total()
      : (counts().find(({ kind }) => kind === props.kind)?.count ?? 0);
  return (
    <div class="stack">
      <PageHeader
        title={t('people.liaison-title')}
        breadcrumb={[
          { label: t('organizations.title'), href: '/organizations' },
          { label: t('people.liaison-title') },
        ]}
        summary={t('people.liaison-note')}
        actions={
          <Button busy={file.isBusy()} disabled={shown() === 0} onClick={file.run}>
            {t('people.liaison-export')}
          </Button>
        }
      />
      <Show when={file.error()}>
        {(error) => <LoadFailed error={error()} onRetry={file.run} />}
      </Show>
      <Show when={pages()}>
        <CountsSentence counts={counts()} total={total()} />
      </Show>
      <div class="filter-bar no-print">
        <Select
          name="kind"
          label={t('organizations.filter-kind')}
          placeholder={t('organizations.filter-kind-all')}
          options={counts().map(({ kind }) => ({ value: kind, label: kindWords(kind) }))}
          value={props.kind ?? ''}
          onChange={(kind) => props.onKind(kind || undefined)}
        />
      </div>
      <DataTable
        caption={t('people.liaison-title')}
        captionHidden
        rows={units()}
        columns={columns(asOf, () => void query.refetch())}
        loading={units() === undefined}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={{ title: t('people.liaison-empty') }}
        tools={<Show when={pages()?.[0]}>{(page) => <ComputedAsOf at={page().asOf} />}</Show>}
        footer={<LoadMore shown={units()?.length} total={shown()} list={query} />}
      />
    </div>
  );
};
