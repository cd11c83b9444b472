import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import type { Filing } from './filing.ts';
import { chainWords } from './sign-off-steps.presenter.ts';
import { createSignOff } from './submissions.queries.ts';

/** 院内审签 in two ways of equal standing; both fix the content first. */
export const SignOffDialog = (props: { filing: Filing; open: boolean; onClose: () => void }) => {
  const navigate = useNavigate();
  const start = createSignOff(() => props.filing.draft.id());
  const submit = async (way: 'online' | 'paper') => {
    if (!(await props.filing.sendAll())) return;
    const moved = await start.attempt();
    if (!moved) {
      if (start.errors().length === 0) return;
      props.filing.setErrors(start.errors());
      props.onClose();
      return;
    }
    props.onClose();
    await props.filing.refresh();
    if (way === 'paper') navigate(`/submissions/${props.filing.draft.id()}/sign-off-sheet`);
  };
  const posts = () => props.filing.detail().signOff;
  return (
    <Dialog
      wide
      open={props.open}
      title={t('submissions.sign-off')}
      onClose={() => props.onClose()}
    >
      <div class="stack">
        <p>{t('submissions.sign-off-words')}</p>
        <Show when={props.filing.trouble()}>
          {(words) => (
            <Callout kind="error" live>
              {words()}
            </Callout>
          )}
        </Show>
        <Show when={start.error() && start.errors().length === 0}>
          <LoadFailed error={start.error()} />
        </Show>
        <div class="two-ways">
          <section class="way">
            <h3>{t('submissions.way-online')}</h3>
            <p class="way-chain">{chainWords(posts())}</p>
            <p class="small soft">{t('submissions.way-online-words')}</p>
            <Button kind="primary" busy={start.isBusy()} onClick={() => void submit('online')}>
              {t('submissions.start-online')}
            </Button>
          </section>
          <section class="way">
            <h3>{t('submissions.way-paper')}</h3>
            <p class="way-chain">{t('submissions.way-paper-chain')}</p>
            <p class="small soft">{t('submissions.way-paper-words')}</p>
            <Button kind="primary" busy={start.isBusy()} onClick={() => void submit('paper')}>
              {t('submissions.start-paper')}
            </Button>
          </section>
        </div>
      </div>
    </Dialog>
  );
};
