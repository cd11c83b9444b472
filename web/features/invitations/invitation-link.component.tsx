import { Show, createSignal, onCleanup } from 'solid-js';
import type { Invitation, InvitationLinked } from '#schema/contracts/invitations.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CopyTextButton } from '#web/ui/copy.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import './invitations.css';
import { linkOf, slipText } from './invitation.presenter.ts';
import { createLinking, useInvitationsChanged } from './invitations.queries.ts';

const printing = 'prints-dialog';

/** Prints what stands in the dialog and not the page behind it. */
const printDialog = () => {
  document.documentElement.classList.add(printing);
  window.print();
  document.documentElement.classList.remove(printing);
};

const Slip = (props: { invitation: Invitation; made: InvitationLinked }) => {
  onCleanup(() => document.documentElement.classList.remove(printing));
  return (
    <div class="stack">
      <div class="no-print">
        <Callout kind="warn" live title={t('people.link-once')}>
          {t('people.link-once-words')}
        </Callout>
      </div>
      <p class="invitation-slip">{slipText(props.invitation, props.made)}</p>
      <div class="row no-print">
        <CopyTextButton text={() => linkOf(props.made)} label={t('people.link-copy')} />
        <CopyTextButton
          text={() => slipText(props.invitation, props.made)}
          label={t('people.slip-copy')}
        />
        <Button onClick={printDialog}>{t('people.slip-print')}</Button>
      </div>
    </div>
  );
};

const Make = (props: { invitation: Invitation; onMade: (made: InvitationLinked) => void }) => {
  const link = createLinking();
  const changed = useInvitationsChanged();
  const isAgain = () => props.invitation.state !== 'authorized';
  const make = async () => {
    const { id, version } = props.invitation;
    const answer = await link.attempt({ id, version });
    if (!answer) return;
    props.onMade(answer.data);
    await changed();
  };
  return (
    <div class="stack">
      <p>{t(isAgain() ? 'people.link-again-words' : 'people.link-words')}</p>
      <Refusal problem={link.problem()} />
      <div class="row">
        <Button kind="primary" busy={link.isBusy()} onClick={() => void make()}>
          {t(isAgain() ? 'people.link-again' : 'people.link')}
        </Button>
      </div>
    </div>
  );
};

type Props = { invitation: Invitation | undefined; onClose: () => void };

/** 邀请链接: shown once, to be copied or printed; closing the dialog forgets it. */
export const InvitationLink = (props: Props) => {
  const [shown, setShown] = createSignal<{ invitation: Invitation; made: InvitationLinked }>();
  const close = () => {
    setShown(undefined);
    props.onClose();
  };
  return (
    <Dialog open={props.invitation !== undefined} title={t('people.link-title')} onClose={close}>
      <Show
        when={shown()}
        fallback={
          <Show when={props.invitation}>
            {(invitation) => (
              <Make
                invitation={invitation()}
                onMade={(made) => setShown({ invitation: invitation(), made })}
              />
            )}
          </Show>
        }
      >
        {(slip) => <Slip invitation={slip().invitation} made={slip().made} />}
      </Show>
    </Dialog>
  );
};
