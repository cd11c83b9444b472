import { Show, createSignal, untrack } from 'solid-js';
import type { Handover } from '#schema/contracts/handovers.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { HandoverSheet } from './handover-detail.component.tsx';
import { partyWords, seatWords, stateOf } from './handover.presenter.ts';
import { useHandovers } from './handovers.queries.ts';
import { OpenHandover } from './open-handover.component.tsx';

const actWords = ({ may }: Handover): string => {
  if (may.includes('authorize')) return t('handovers.to-authorize');
  return t(may.includes('acknowledge') ? 'handovers.to-acknowledge' : 'handovers.look');
};

const columns = (onOpen: (handover: Handover) => void): Column<Handover>[] => [
  {
    key: 'seat',
    header: t('handovers.post'),
    rowHeader: true,
    cell: seatWords,
    text: seatWords,
  },
  {
    key: 'from',
    header: t('handovers.from'),
    cell: ({ fromPost, fromUsername }) => partyWords(fromPost, fromUsername),
    text: ({ fromPost, fromUsername }) => partyWords(fromPost, fromUsername),
  },
  {
    key: 'to',
    header: t('handovers.successor'),
    cell: ({ toPost, toUsername }) => partyWords(toPost, toUsername),
    text: ({ toPost, toUsername }) => partyWords(toPost, toUsername),
  },
  {
    key: 'on',
    header: t('handovers.on'),
    cell: ({ on }) => formatDate(on),
    text: ({ on }) => formatDate(on),
  },
  {
    key: 'state',
    header: t('accounts.col-state'),
    cell: (handover) => <Status kind={stateOf(handover).kind}>{stateOf(handover).words}</Status>,
    text: (handover) => stateOf(handover).words,
  },
  {
    key: 'act',
    header: t('accounts.col-act'),
    noPrint: true,
    cell: (handover) => (
      <Button
        small
        kind={handover.may.some((act) => act !== 'withdraw') ? 'primary' : 'secondary'}
        onClick={() => onOpen(handover)}
      >
        {actWords(handover)}
      </Button>
    ),
  },
];

type ViewProps = {
  /** Whose posts are offered first; the own ones and the unit's unless told. */
  personId?: string | undefined;
};

/** 岗位交接: what is under way for this person, and a new one. */
export const HandoversView = (props: ViewProps) => {
  const query = useHandovers();
  const [isOpening, setOpening] = createSignal(untrack(() => props.personId !== undefined));
  const [shown, setShown] = createSignal<string>();
  return (
    <div class="stack">
      <PageHeader
        title={t('handovers.title')}
        summary={t('handovers.note-page')}
        actions={
          <Button kind="primary" onClick={() => setOpening(true)}>
            {t('handovers.open')}
          </Button>
        }
      />
      <DataTable
        caption={t('handovers.caption')}
        captionHidden
        rows={dataOf(query)?.items}
        columns={columns(({ id }) => setShown(id))}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={{ title: t('handovers.empty'), next: t('handovers.empty-next') }}
        tools={<Show when={dataOf(query)}>{(list) => <ComputedAsOf at={list().asOf} />}</Show>}
      />
      <Dialog open={isOpening()} title={t('handovers.open')} onClose={() => setOpening(false)}>
        <Show when={isOpening()}>
          <OpenHandover personId={props.personId} onDone={() => setOpening(false)} />
        </Show>
      </Dialog>
      <Dialog
        open={shown() !== undefined}
        wide
        title={t('handovers.sheet')}
        onClose={() => setShown(undefined)}
      >
        <Show when={shown()}>
          {(id) => <HandoverSheet id={id()} onDone={() => setShown(undefined)} />}
        </Show>
      </Dialog>
    </div>
  );
};
