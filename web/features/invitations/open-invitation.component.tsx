import { Show, createSignal, untrack } from 'solid-js';
import { SeatChoice, createSeat } from '#web/features/accounts/seat-choice.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createInvitationOpening, useInvitationsChanged } from './invitations.queries.ts';

const createAsking = (unit: string | undefined, onDone: () => void) => {
  const seat = createSeat(unit === undefined ? undefined : { role: 'hospital-clerk', unit });
  const [post, setPost] = createSignal('');
  const [addressee, setAddressee] = createSignal('');
  const [reason, setReason] = createSignal('');
  const open = createInvitationOpening();
  const changed = useInvitationsChanged();
  const isReady = () =>
    seat.chosen() !== undefined && post().trim().length >= 2 && reason().trim().length >= 2;
  const submit = async () => {
    const chosen = seat.chosen();
    if (chosen === undefined) return;
    const to = addressee().trim() === '' ? {} : { addressee: addressee().trim() };
    const words = { post: post().trim(), reason: reason().trim() };
    if (!(await open.attempt({ ...chosen, ...words, ...to }))) return;
    announce(t('people.invitation-opened'), 'done');
    onDone();
    await changed();
  };
  return {
    seat,
    post,
    setPost,
    addressee,
    setAddressee,
    reason,
    setReason,
    open,
    isReady,
    submit,
  };
};

const Ask = (props: { unit: string | undefined; onDone: () => void }) => {
  const asking = untrack(() => createAsking(props.unit, () => props.onDone()));
  return (
    <div class="stack">
      <p>{t('people.open-words')}</p>
      <Refusal problem={asking.open.problem()} withFields />
      <SeatChoice seat={asking.seat} unitError={asking.open.problem()?.errorOf('organizationId')} />
      <TextField
        name="post"
        label={t('accounts.col-post')}
        hint={t('accounts.open-post-hint')}
        required
        maxLength={60}
        value={asking.post()}
        onInput={asking.setPost}
      />
      <TextField
        name="addressee"
        label={t('people.addressee')}
        hint={t('people.addressee-hint')}
        maxLength={60}
        value={asking.addressee()}
        onInput={asking.setAddressee}
      />
      <TextField
        name="reason"
        label={t('accounts.reason')}
        hint={t('people.open-reason-hint')}
        required
        maxLength={200}
        value={asking.reason()}
        onInput={asking.setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={asking.open.isBusy()}
          disabled={!asking.isReady()}
          onClick={() => void asking.submit()}
        >
          {t('people.open')}
        </Button>
      </div>
    </div>
  );
};

type Props = { open: boolean; unit?: string | undefined; onClose: () => void };

/** 提出邀请: role, unit and post; nobody is given anything before it is authorized. */
export const OpenInvitation = (props: Props) => (
  <Dialog open={props.open} title={t('people.open')} onClose={() => props.onClose()}>
    <Show when={props.open}>
      <Ask unit={props.unit} onDone={() => props.onClose()} />
    </Show>
  </Dialog>
);
