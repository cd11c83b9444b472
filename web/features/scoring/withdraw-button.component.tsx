import { Show, createSignal } from 'solid-js';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { Refused } from './refused.component.tsx';
import { useScoringChanged } from './scoring.queries.ts';

type Props = {
  /** `/api/scoring/facts/…`, without the act. */
  path: string;
  version: number;
  /** What is taken back, for who hears the button alone. */
  about: string;
};

/** 撤销: the record stays, counts no more, and says why. */
export const WithdrawButton = (props: Props) => {
  const [isOpen, setOpen] = createSignal(false);
  const changed = useScoringChanged();
  const command = createCommand<string, unknown>((reason) => ({
    method: 'POST',
    path: `${props.path}/withdraw`,
    ifMatch: `"${props.version}"`,
    body: { reason },
  }));
  const send = async (reason: string) => {
    if (!(await command.attempt(reason))) return;
    setOpen(false);
    announce(t('scoring.withdrawn-done'));
    await changed();
  };
  return (
    <>
      <Button small kind="quiet" onClick={() => setOpen(true)}>
        {t('scoring.act-withdraw')}
        <span class="visually-hidden">：{props.about}</span>
      </Button>
      <Dialog
        open={isOpen()}
        title={`${t('scoring.act-withdraw')}：${props.about}`}
        onClose={() => setOpen(false)}
      >
        <Show when={isOpen()}>
          <div class="stack">
            <Refused problem={command.problem()} />
            <ReasonedAct
              name="withdraw-reason"
              label={t('scoring.reason')}
              act={t('scoring.act-withdraw')}
              kind="danger"
              busy={command.isBusy()}
              onAct={(reason) => void send(reason)}
            />
          </div>
        </Show>
      </Dialog>
    </>
  );
};
