import { Show, createEffect, createSignal } from 'solid-js';
import type { Invitation } from '#schema/contracts/invitations.ts';
import { useSession } from '#web/features/identity/session.ts';
import { t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { Confirm, Dialog } from '#web/ui/dialog.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { InvitationLink } from './invitation-link.component.tsx';
import { InvitationTable } from './invitation-table.component.tsx';
import { seatWords } from './invitation.presenter.ts';
import {
  createAuthorizing,
  createWithdrawal,
  useInvitations,
  useInvitationsChanged,
} from './invitations.queries.ts';
import { OpenInvitation } from './open-invitation.component.tsx';

type ActProps = { invitation: Invitation | undefined; onClose: () => void };

const Authorize = (props: ActProps) => {
  const authorize = createAuthorizing();
  const changed = useInvitationsChanged();
  const confirm = async () => {
    if (!props.invitation) return;
    const { id, version } = props.invitation;
    if (!(await authorize.attempt({ id, version }))) return;
    announce(t('people.authorized'), 'done');
    props.onClose();
    await changed();
  };
  return (
    <Confirm
      open={props.invitation !== undefined}
      title={t('people.authorize-title', { post: props.invitation?.post ?? '' })}
      act={t('people.authorize')}
      busy={authorize.isBusy()}
      onConfirm={() => void confirm()}
      onCancel={() => props.onClose()}
    >
      <div class="stack">
        <Refusal problem={authorize.problem()} />
        <Show when={props.invitation}>
          {(invitation) => (
            <>
              <p>{seatWords(invitation())}</p>
              <p>{t('people.authorize-words')}</p>
            </>
          )}
        </Show>
      </div>
    </Confirm>
  );
};

const Withdraw = (props: ActProps) => {
  const withdraw = createWithdrawal();
  const changed = useInvitationsChanged();
  const act = async (reason: string) => {
    if (!props.invitation) return;
    const { id, version } = props.invitation;
    if (!(await withdraw.attempt({ id, version, reason }))) return;
    announce(t('people.withdrawn'), 'done');
    props.onClose();
    await changed();
  };
  return (
    <Dialog
      open={props.invitation !== undefined}
      title={t('people.withdraw-title', { post: props.invitation?.post ?? '' })}
      onClose={() => props.onClose()}
    >
      <Show when={props.invitation}>
        <div class="stack">
          <p>{t('people.withdraw-words')}</p>
          <Refusal problem={withdraw.problem()} />
          <ReasonedAct
            name="reason"
            label={t('accounts.reason')}
            act={t('people.withdraw')}
            kind="danger"
            busy={withdraw.isBusy()}
            onAct={(reason) => void act(reason)}
          />
        </div>
      </Show>
    </Dialog>
  );
};

type ViewProps = {
  isClosed: boolean;
  onClosed: (isClosed: boolean) => void;
  /** A unit that somebody is to be invited to: the form opens at once. */
  unit?: string | undefined;
  /** Invited or not, it is over: the address asks for nobody any more. */
  onUnitTaken: () => void;
};

/** The form to invite by: opened here, or by an address that names a unit. */
const createOpening = (props: Pick<ViewProps, 'unit' | 'onUnitTaken'>) => {
  const [isOpen, setOpen] = createSignal(false);
  createEffect(() => props.unit !== undefined && setOpen(true));
  const close = () => {
    setOpen(false);
    if (props.unit !== undefined) props.onUnitTaken();
  };
  return { isOpen, open: () => setOpen(true), close };
};

/** 邀请: who was asked for, who may have the link, what has become of it. */
export const InvitationsView = (props: ViewProps) => {
  const { permissions } = useSession();
  const query = useInvitations(() => props.isClosed);
  const opening = createOpening(props);
  const [authorizing, setAuthorizing] = createSignal<Invitation>();
  const [linking, setLinking] = createSignal<Invitation>();
  const [withdrawing, setWithdrawing] = createSignal<Invitation>();
  const pages = () => dataOf(query)?.pages;
  const invitations = () => pages()?.flatMap(({ items }) => items);
  return (
    <div class="stack">
      <PageHeader
        title={t('people.invitations')}
        breadcrumb={[
          { label: t('accounts.title'), href: '/accounts' },
          { label: t('people.invitations') },
        ]}
        summary={t('people.note')}
        actions={
          <>
            <LinkButton href="/accounts/batches">{t('people.batches')}</LinkButton>
            <Show when={permissions.holds('identity.enroll')}>
              <Button kind="primary" onClick={opening.open}>
                {t('people.open')}
              </Button>
            </Show>
          </>
        }
      />
      <InvitationTable
        invitations={invitations()}
        isClosed={props.isClosed}
        mayLink={permissions.holds('identity.enroll')}
        mayAuthorize={permissions.holds('identity.authorize')}
        onAuthorize={setAuthorizing}
        onLink={setLinking}
        onWithdraw={setWithdrawing}
        error={query.error}
        onRetry={() => void query.refetch()}
        tools={
          <>
            <Button small kind="quiet" onClick={() => props.onClosed(!props.isClosed)}>
              {t(props.isClosed ? 'people.show-open' : 'people.show-closed')}
            </Button>
            <Show when={pages()?.[0]}>{(page) => <ComputedAsOf at={page().asOf} />}</Show>
          </>
        }
        footer={<LoadMore shown={invitations()?.length} list={query} />}
      />
      <OpenInvitation unit={props.unit} open={opening.isOpen()} onClose={opening.close} />
      <Authorize invitation={authorizing()} onClose={() => setAuthorizing(undefined)} />
      <InvitationLink invitation={linking()} onClose={() => setLinking(undefined)} />
      <Withdraw invitation={withdrawing()} onClose={() => setWithdrawing(undefined)} />
    </div>
  );
};
