import { Show, createSignal } from 'solid-js';
import type { Invitation, InvitationBatch } from '#schema/contracts/invitations.ts';
import { useSession } from '#web/features/identity/session.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createDecision, useBatches } from './batches.queries.ts';
import { seatWords, stateOf } from './invitation.presenter.ts';
import { useInvitations, useInvitationsChanged } from './invitations.queries.ts';
import { BatchSlips } from './slips.component.tsx';

type Choosing = {
  mayDecide: boolean;
  isRefused: (id: string) => boolean;
  onRefuse: (id: string, refused: boolean) => void;
};

const text = (of: (invitation: Invitation) => string) => ({ cell: of, text: of });
const columns = (choosing: Choosing): Column<Invitation>[] => [
  {
    key: 'name',
    header: t('people.batch-name'),
    rowHeader: true,
    ...text(({ addressee }) => addressee ?? ''),
  },
  { key: 'username', header: t('sign-in.username'), ...text(({ username }) => username ?? '') },
  { key: 'phone', header: t('people.batch-phone'), ...text(({ phone }) => phone ?? '') },
  { key: 'post', header: t('accounts.col-post'), ...text(({ post }) => post) },
  { key: 'seat', header: t('accounts.col-grants'), ...text(seatWords) },
  {
    key: 'from',
    header: t('people.batch-from'),
    ...text(({ from }) => (from === null ? t('people.batch-from-now') : formatDate(from))),
  },
  {
    key: 'state',
    header: t('accounts.col-state'),
    cell: (invitation) => (
      <Status kind={stateOf(invitation).kind}>{stateOf(invitation).words}</Status>
    ),
    text: (invitation) => stateOf(invitation).words,
  },
  ...(choosing.mayDecide
    ? [
        {
          key: 'refuse',
          header: t('people.batch-decision'),
          cell: (invitation: Invitation) => (
            <Show when={invitation.state === 'asked'}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={choosing.isRefused(invitation.id)}
                  aria-label={t('people.batch-refuse-one', { username: invitation.username ?? '' })}
                  onChange={(event) =>
                    choosing.onRefuse(invitation.id, event.currentTarget.checked)
                  }
                />
                <span>{t('people.batch-refuse')}</span>
              </label>
            </Show>
          ),
        },
      ]
    : []),
];

type DecideProps = {
  batch: InvitationBatch;
  refused: readonly string[];
  onDone: () => void;
};

/** The one decision: everybody who waits, but for those ticked, with the reason for these. */
const Decide = (props: DecideProps) => {
  const [reason, setReason] = createSignal('');
  const decide = createDecision(() => props.batch);
  const changed = useInvitationsChanged();
  const count = () => props.refused.length;
  const submit = async () => {
    const why = count() === 0 ? {} : { reason: reason().trim() };
    const answer = await decide.attempt({ refused: [...props.refused], ...why });
    if (!answer) return void changed();
    const { authorized, refused } = answer.data;
    announce(t('people.batch-decided', { authorized, refused }), 'done');
    props.onDone();
    await changed();
  };
  return (
    <div class="stack form no-print">
      <p>{t('people.batch-words')}</p>
      <Refusal problem={decide.problem()} withFields />
      <Show when={count() > 0}>
        <TextField
          name="reason"
          label={t('people.batch-reason')}
          required
          maxLength={200}
          value={reason()}
          onInput={setReason}
        />
      </Show>
      <div class="row">
        <Button
          kind="primary"
          busy={decide.isBusy()}
          disabled={count() > 0 && reason().trim().length < 2}
          onClick={() => void submit()}
        >
          {t(count() === 0 ? 'people.batch-authorize' : 'people.batch-authorize-but', {
            authorized: formatCount(props.batch.asked - count()),
            refused: formatCount(count()),
          })}
        </Button>
      </div>
    </div>
  );
};

const Batch = (props: { batch: InvitationBatch }) => {
  const { permissions } = useSession();
  const query = useInvitations(
    () => false,
    () => props.batch.id,
  );
  const [refused, setRefused] = createSignal<readonly string[]>([]);
  const mayDecide = () =>
    permissions.holds('identity.authorize') && props.batch.isTaken && props.batch.asked > 0;
  const rows = () => dataOf(query)?.pages.flatMap(({ items }) => items);
  const choosing = (): Choosing => ({
    mayDecide: mayDecide(),
    isRefused: (id) => refused().includes(id),
    onRefuse: (id, isRefused) =>
      setRefused((ids) => (isRefused ? [...ids, id] : ids.filter((each) => each !== id))),
  });
  const counts = () => {
    const { asked, authorized, linked, used, withdrawn } = props.batch;
    return { asked, authorized, linked, used, withdrawn };
  };
  const pending = () => props.batch.asked + props.batch.authorized + props.batch.linked;
  return (
    <div class="stack">
      <Show when={!props.batch.isTaken}>
        <Callout kind="note" title={t('people.batch-taking')}>
          {t('people.batch-taking-next')}
        </Callout>
      </Show>
      <Show when={permissions.holds('identity.enroll')}>
        <BatchSlips batch={props.batch} />
      </Show>
      <p class="figure-sentence">{t('people.batch-sentence', counts())}</p>
      <DataTable
        caption={t('people.caption')}
        rows={rows()}
        columns={columns(choosing())}
        loading={rows() === undefined}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={{ title: t('people.batch-empty') }}
        footer={<LoadMore shown={rows()?.length} total={pending()} list={query} />}
      />
      <Show when={mayDecide()}>
        <Decide batch={props.batch} refused={refused()} onDone={() => setRefused([])} />
      </Show>
    </div>
  );
};

/** One list of people: who was asked for, the decision, the slips. */
export const BatchView = (props: { id: string }) => {
  const query = useBatches();
  const batch = () => dataOf(query)?.items.find(({ id }) => id === props.id);
  return (
    <div class="stack">
      <PageHeader
        title={batch()?.fileName ?? t('people.batches')}
        breadcrumb={[
          { label: t('accounts.title'), href: '/accounts' },
          { label: t('people.batches'), href: '/accounts/batches' },
          { label: batch()?.fileName ?? '' },
        ]}
      />
      <Show
        when={batch()}
        fallback={
          <QueryView query={query}>
            {() => (
              <Empty title={t('people.batch-unknown')} next={t('people.batches-empty-next')} />
            )}
          </QueryView>
        }
      >
        {(known) => <Batch batch={known()} />}
      </Show>
    </div>
  );
};
