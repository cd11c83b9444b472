import { A } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { UnitWithoutLiaison, UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import { useSession } from '#web/features/identity/session.ts';
import { makeWorkbook, saveFile } from '#web/features/imports/workbook.driver.ts';
import { stateOf } from '#web/features/invitations/invitation.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { kindWords } from './organization.presenter.ts';
import { unitColumns } from './unit-columns.component.tsx';
import {
  createAsking,
  readAllWithoutLiaison,
  useWithoutLiaison,
} from './without-liaison.queries.ts';

const invitationWords = ({ invitation }: UnitWithoutLiaison): string =>
  invitation === null ? t('people.liaison-none') : stateOf({ state: invitation }).words;

/** What is being done about it: an invitation that waits, since when. */
const Doing = (props: { unit: UnitWithoutLiaison }) => (
  <Show when={props.unit.invitation} fallback={t('people.liaison-none')}>
    {(state) => (
      <>
        <Status kind={stateOf({ state: state() }).kind}>{invitationWords(props.unit)}</Status>
        <Show when={props.unit.invitedAt}>
          {(at) => <p class="small soft">{formatInstant(at())}</p>}
        </Show>
      </>
    )}
  </Show>
);

const Ask = (props: { unit: UnitWithoutLiaison }) => {
  const [isAsked, setAsked] = createSignal(false);
  const ask = createAsking();
  const submit = async () => {
    if (!(await ask.attempt(props.unit.id))) {
      announce(ask.problem()?.title ?? '', 'error');
      return;
    }
    setAsked(true);
    announce(t('people.liaison-asked', { unit: props.unit.name }), 'done');
  };
  return (
    <Show when={!isAsked()} fallback={t('people.liaison-asked-short')}>
      <Button small busy={ask.isBusy()} onClick={() => void submit()}>
        {t('people.liaison-ask')}
        <span class="visually-hidden">{props.unit.name}</span>
      </Button>
    </Show>
  );
};

/** The system administrator invites; who urges asks the administrator. */
const Act = (props: { unit: UnitWithoutLiaison }) => {
  const { permissions } = useSession();
  return (
    <Show when={props.unit.invitation === null}>
      <Show
        when={permissions.holds('identity.enroll')}
        fallback={
          <Show when={permissions.holds('reminders.urge')}>
            <Ask unit={props.unit} />
          </Show>
        }
      >
        <A
          class="button button-secondary button-small"
          href={`/accounts/invitations?unit=${props.unit.id}`}
        >
          {t('people.open')}
          <span class="visually-hidden">{props.unit.name}</span>
        </A>
      </Show>
    </Show>
  );
};

const columns = (): Column<UnitWithoutLiaison>[] => [
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
    text: invitationWords,
  },
  { key: 'act', header: t('accounts.col-act'), cell: (unit) => <Act unit={unit} /> },
];

const saveList = async (kind: string | undefined) => {
  const units = await readAllWithoutLiaison(kind);
  const told = columns().filter(({ text }) => text !== undefined);
  const rows = [
    told.map(({ header }) => header),
    ...units.map((unit) => told.map(({ text }) => String(text?.(unit) ?? ''))),
  ];
  const name = t('people.liaison-title');
  saveFile(await makeWorkbook([{ name, rows, widths: [36, 20, 30, 18] }]), `${name}.xlsx`);
};

type Counts = UnitsWithoutLiaison['counts'];

const CountsSentence = (props: { counts: Counts; total: number }) => (
  <p class="figure-sentence">
    {t('people.liaison-sentence', { total: formatCount(props.total) })}
    <For each={props.counts}>
      {({ kind, count }, index) => (
        <>
          {index() === 0 ? '' : '，'}
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
  const pages = () => dataOf(query)?.pages;
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
          <Button disabled={shown() === 0} onClick={() => void saveList(props.kind)}>
            {t('people.liaison-export')}
          </Button>
        }
      />
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
        columns={columns()}
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
