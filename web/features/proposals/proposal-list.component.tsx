import { A } from '@solidjs/router';
import { Show, createMemo } from 'solid-js';
import { proposalShelves } from '#schema/contracts/proposals.ts';
import type { Proposal, ProposalList, ProposalShelf } from '#schema/contracts/proposals.ts';
import { groundsLine, groundsOf } from '#web/features/scoring/grounds.presenter.ts';
import type { Clauses } from '#web/features/scoring/grounds.presenter.ts';
import { RuleWords } from '#web/features/scoring/rule-words.component.tsx';
import { formatDate, dayOf } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, Words } from '#web/ui/page.component.tsx';
import { Tabs } from '#web/ui/tabs.component.tsx';
import { useProposals } from './proposals.queries.ts';
import type { ProposalFilter } from './proposals.queries.ts';

const reasonColumn = (): Column<Proposal> => ({
  key: 'reason',
  header: t('proposals.col-reason'),
  cell: (proposal) => (
    <>
      <p>
        <Words text={proposal.title} />
      </p>
      <p class="small soft">
        <Words text={proposal.reason} />
      </p>
    </>
  ),
  text: ({ title, reason }) => `${localText(title)}：${localText(reason)}`,
});

const columnsFor = (clauses: Clauses): Column<Proposal>[] => [
  {
    key: 'unit',
    header: t('proposals.col-unit'),
    rowHeader: true,
    cell: (proposal) => <A href={`/proposals/${proposal.id}`}>{proposal.organizationName}</A>,
    text: ({ organizationName }) => organizationName,
  },
  reasonColumn(),
  {
    key: 'rule',
    header: t('proposals.col-rule'),
    width: 'wide',
    cell: (proposal) => <RuleWords rule={proposal} clauses={clauses} />,
    text: (proposal) => groundsLine(groundsOf(proposal, clauses)),
  },
  {
    key: 'measure',
    header: t('proposals.col-measure'),
    cell: (proposal) => <Words text={proposal.measure} />,
    text: ({ measure }) => localText(measure),
  },
  {
    key: 'post',
    header: t('proposals.col-post'),
    cell: (proposal) => <Words text={proposal.post} />,
    text: ({ post }) => localText(post),
  },
  {
    key: 'found',
    header: t('proposals.col-found'),
    cell: (proposal) => <span class="nowrap">{formatDate(dayOf(proposal.foundAt))}</span>,
    text: ({ foundAt }) => formatDate(dayOf(foundAt)),
  },
];

const Shelf = (props: {
  list: ReturnType<typeof useProposals>;
  shelf: ProposalShelf;
  clauses: Clauses;
}) => {
  const pages = () => (props.list.isPending ? [] : (props.list.data?.pages ?? []));
  const rows = () =>
    props.list.isPending ? undefined : pages().flatMap((page: ProposalList) => page.rows);
  return (
    <DataTable
      caption={`${t('proposals.title')}（${t(`proposals.shelf-${props.shelf}`)}）`}
      captionHidden
      rows={rows()}
      columns={columnsFor(props.clauses)}
      loading={props.list.isPending}
      error={props.list.error}
      onRetry={() => void props.list.refetch()}
      tools={<Show when={pages()[0]}>{(page) => <ComputedAsOf at={page().asOf} />}</Show>}
      empty={{
        title: t(`proposals.none-${props.shelf}`),
        next: props.shelf === 'proposed' ? t('proposals.none-next') : undefined,
      }}
      footer={<LoadMore shown={rows()?.length} list={props.list} />}
    />
  );
};

/** 待决定、已采纳、不采纳、已不成立: what the rules suggest, shelf by shelf. */
export const ProposalShelves = (props: {
  filter: ProposalFilter;
  clauses: Clauses;
  onShelf: (shelf: string) => void;
}) => {
  const list = useProposals(() => props.filter);
  const counts = () => (list.isPending ? undefined : list.data?.pages[0]?.counts);
  const tabs = createMemo(() =>
    proposalShelves.map((shelf) => ({
      key: shelf,
      label: t(`proposals.shelf-${shelf}`),
      count: counts()?.[shelf],
      content: () => <Shelf list={list} shelf={shelf} clauses={props.clauses} />,
    })),
  );
  return (
    <Tabs
      label={t('proposals.title')}
      value={props.filter.state}
      onChange={(key) => props.onShelf(key)}
      tabs={tabs()}
    />
  );
};
