import { A, useNavigate } from '@solidjs/router';
import { For, Show, untrack } from 'solid-js';
import { petitionKinds } from '#schema/contracts/petitions.ts';
import type {
  PetitionAddressees,
  PetitionKind,
  PetitionMoved,
  PetitionSummary,
} from '#schema/contracts/petitions.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import type { StatusKind } from '#web/ui/status.component.tsx';
import { useAddressees, usePetitions, usePetitionsChanged } from './petitions.queries.ts';

const kinds: Readonly<Record<PetitionSummary['state'], StatusKind>> = {
  drafting: 'draft',
  signing: 'waiting',
  signed: 'current',
  filed: 'waiting',
  proposed: 'waiting',
  instructed: 'current',
  answered: 'done',
  returned: 'returned',
};

export const PetitionStatus = (props: { row: PetitionSummary }) => (
  <>
    <Status kind={kinds[props.row.state]}>{t(`petitions.state-${props.row.state}`)}</Status>
    <Show when={props.row.overdue}>
      <Status kind="late">{t('petitions.overdue')}</Status>
    </Show>
  </>
);

const dueWords = ({ dueOn }: PetitionSummary): string =>
  dueOn === undefined ? '' : formatDate(dueOn);
const filedWords = ({ filedAt }: PetitionSummary): string =>
  filedAt === undefined ? '' : formatInstant(filedAt);

const columns = (side: 'office' | 'unit'): Column<PetitionSummary>[] => [
  {
    key: 'title',
    header: t('petitions.paper-title'),
    rowHeader: true,
    cell: (row) => (
      <A href={`/petitions/${row.id}`} lang="zh-CN">
        {row.title || t('petitions.untitled')}
      </A>
    ),
    text: ({ title }) => title,
  },
  {
    key: 'kind',
    header: t('petitions.kind'),
    cell: ({ kind }) => t(`petitions.kind-${kind}`),
    text: ({ kind }) => t(`petitions.kind-${kind}`),
  },
  {
    key: 'unit',
    header: t('petitions.unit'),
    cell: (row) => <span lang="zh-CN">{row.organizationName}</span>,
    text: ({ organizationName }) => organizationName,
  },
  {
    key: 'registered',
    header: t('petitions.registered'),
    cell: (row) => <span lang="zh-CN">{row.registered}</span>,
    text: ({ registered }) => registered ?? '',
  },
  { key: 'filed', header: t('petitions.filed-at'), cell: filedWords, text: filedWords },
  ...(side === 'office'
    ? [{ key: 'due', header: t('petitions.due'), cell: dueWords, text: dueWords }]
    : []),
  {
    key: 'state',
    header: t('petitions.state'),
    cell: (row) => <PetitionStatus row={row} />,
    text: ({ state }) => t(`petitions.state-${state}`),
  },
];

type Unit = PetitionAddressees['units'][number];
type Begun = { kind: PetitionKind; addressee: string | undefined };

/** 新建请示, 专报, 信息: to the office over one's unit, or to the commission. */
const Begin = (props: { unit: Unit }) => {
  const navigate = useNavigate();
  const changed = usePetitionsChanged();
  const command = createCommand<Begun, PetitionMoved>(({ kind, addressee }) => ({
    method: 'POST',
    path: '/api/petitions',
    body: {
      organizationId: props.unit.organizationId,
      kind,
      ...(addressee === undefined ? {} : { addressee }),
      content: { title: '', text: '', evidence: [] },
    },
  }));
  const begin = async (begun: Begun) => {
    const made = await command.attempt(begun);
    if (!made) return;
    navigate(`/petitions/${made.data.id}`);
    await changed();
  };
  return (
    <>
      <For each={props.unit.addressees}>
        {(office) => (
          <div class="row">
            <span class="small" lang="zh-CN">
              {t('petitions.to', { name: office.name })}
            </span>
            <For each={petitionKinds}>
              {(kind) => (
                <Button
                  small
                  busy={command.isBusy()}
                  onClick={() => void begin({ kind, addressee: office.organizationId })}
                >
                  {t(`petitions.new-${kind}`)}
                </Button>
              )}
            </For>
          </div>
        )}
      </For>
      <Refusal problem={command.problem()} />
    </>
  );
};

const NewPetitions = () => {
  const addressees = useAddressees();
  return (
    <div class="stack-tight">
      <For each={dataOf(addressees)?.units}>{(unit) => <Begin unit={unit} />}</For>
    </div>
  );
};

/** 请示、专报、信息: of one's own unit, or what one's own office received. */
export const PetitionTable = (props: { side: 'office' | 'unit'; mayWrite: boolean }) => {
  const list = usePetitions(untrack(() => props.side));
  const rows = () => (list.isPending ? undefined : list.data?.pages.flatMap(({ items }) => items));
  return (
    <>
      <PageHeader title={t(`petitions.title-${props.side}`)} />
      <Show when={props.mayWrite}>
        <div class="page-acts">
          <NewPetitions />
        </div>
      </Show>
      <DataTable
        caption={t(`petitions.title-${props.side}`)}
        captionHidden
        rows={rows()}
        columns={columns(props.side)}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={{ title: t('petitions.none'), next: t(`petitions.none-next-${props.side}`) }}
        footer={<LoadMore shown={rows()?.length} list={list} />}
      />
    </>
  );
};
