import { Show, createSignal } from 'solid-js';
import type { HandoverDetail, HandoverItem } from '#schema/contracts/handovers.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import { DefinitionList } from '#web/ui/page.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { partyWords, seatWords, stateOf } from './handover.presenter.ts';
import { createHandoverMove, useHandover, useHandoversChanged } from './handovers.queries.ts';
import type { HandoverAct } from './handovers.queries.ts';

const dueWords = ({ dueOn }: HandoverItem) => (dueOn === null ? '' : formatDate(dueOn));
const kindWords = ({ kind }: HandoverItem) => t(`handovers.kind-${kind}`);

const Items = (props: { handover: HandoverDetail }) => (
  <DataTable
    caption={t('handovers.items')}
    rows={props.handover.items}
    columns={[
      {
        key: 'title',
        header: t('handovers.item'),
        rowHeader: true,
        cell: ({ title }) => title,
        text: ({ title }) => title,
      },
      { key: 'kind', header: t('handovers.item-kind'), cell: kindWords, text: kindWords },
      { key: 'due', header: t('handovers.item-due'), cell: dueWords, text: dueWords },
    ]}
    tools={<span>{t('handovers.as-of', { time: formatInstant(props.handover.asOf) })}</span>}
    empty={{ title: t('handovers.no-items') }}
  />
);

const Facts = (props: { handover: HandoverDetail }) => (
  <DefinitionList
    items={[
      {
        term: t('accounts.col-state'),
        value: <Status kind={stateOf(props.handover).kind}>{stateOf(props.handover).words}</Status>,
      },
      { term: t('handovers.post'), value: seatWords(props.handover) },
      {
        term: t('handovers.from'),
        value: partyWords(props.handover.fromPost, props.handover.fromUsername),
      },
      {
        term: t('handovers.successor'),
        value: partyWords(props.handover.toPost, props.handover.toUsername),
      },
      { term: t('handovers.on'), value: formatDate(props.handover.on) },
      { term: t('accounts.reason'), value: props.handover.reason },
      ...(props.handover.note ? [{ term: t('handovers.note'), value: props.handover.note }] : []),
      {
        term: t('handovers.opened-by'),
        value: `${props.handover.openedByPost} ${formatInstant(props.handover.openedAt)}`,
      },
      ...(props.handover.authorizedByPost
        ? [{ term: t('handovers.authorized-by'), value: props.handover.authorizedByPost }]
        : []),
    ]}
  />
);

const Acts = (props: { handover: HandoverDetail; onDone: () => void }) => {
  const [isWithdrawing, setWithdrawing] = createSignal(false);
  const move = createHandoverMove(() => props.handover);
  const changed = useHandoversChanged();
  const may = (act: HandoverAct) => props.handover.may.includes(act);
  const run = async (act: HandoverAct, reason?: string) => {
    if (!(await move.attempt({ act, ...(reason === undefined ? {} : { reason }) }))) return;
    announce(t(`handovers.done-${act}`), 'done');
    props.onDone();
    await changed();
  };
  return (
    <div class="stack no-print">
      <Refusal problem={move.problem()} />
      <Show when={may('acknowledge')}>
        <p>{t('handovers.acknowledge-words')}</p>
      </Show>
      <Show when={may('authorize')}>
        <p>{t('handovers.authorize-words')}</p>
      </Show>
      <div class="row">
        <Show when={may('authorize')}>
          <Button kind="primary" busy={move.isBusy()} onClick={() => void run('authorize')}>
            {t('handovers.authorize')}
          </Button>
        </Show>
        <Show when={may('acknowledge')}>
          <Button kind="primary" busy={move.isBusy()} onClick={() => void run('acknowledge')}>
            {t('handovers.acknowledge')}
          </Button>
        </Show>
        <Show when={may('withdraw') && !isWithdrawing()}>
          <Button kind="quiet" onClick={() => setWithdrawing(true)}>
            {t('handovers.withdraw')}
          </Button>
        </Show>
      </div>
      <Show when={isWithdrawing()}>
        <ReasonedAct
          name="withdraw-reason"
          label={t('accounts.reason')}
          act={t('handovers.withdraw')}
          kind="danger"
          busy={move.isBusy()}
          onAct={(reason) => void run('withdraw', reason)}
        />
      </Show>
    </div>
  );
};

/** 交接清单: who gives, who takes, what is in hand, and what this reader can do. */
export const HandoverSheet = (props: { id: string; onDone: () => void }) => {
  const query = useHandover(() => props.id);
  return (
    <QueryView query={query}>
      {(handover) => (
        <div class="stack">
          <Facts handover={handover()} />
          <Items handover={handover()} />
          <Acts handover={handover()} onDone={() => props.onDone()} />
        </div>
      )}
    </QueryView>
  );
};
