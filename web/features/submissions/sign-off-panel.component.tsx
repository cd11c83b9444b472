import { Show, createSignal } from 'solid-js';
import type { Approval } from '#schema/contracts/approvals.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { Steps } from '#web/ui/status.component.tsx';
import type { Filing } from './filing.ts';
import { PaperSignOff } from './paper-sign-off.component.tsx';
import { stepsOf } from './sign-off-steps.presenter.ts';
import { createWithdrawal } from './submissions.queries.ts';

const Withdraw = (props: { filing: Filing }) => {
  const [isAsking, setAsking] = createSignal(false);
  const withdraw = createWithdrawal(() => props.filing.draft.id());
  const confirm = async () => {
    if (await withdraw.attempt()) await props.filing.refresh();
    setAsking(false);
  };
  return (
    <>
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {t('submissions.withdraw')}
      </Button>
      <Show when={withdraw.error()}>
        <LoadFailed error={withdraw.error()} />
      </Show>
      <Confirm
        open={isAsking()}
        title={t('submissions.withdraw')}
        act={t('submissions.withdraw')}
        busy={withdraw.isBusy()}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {t('submissions.withdraw-words')}
      </Confirm>
    </>
  );
};

const OnlineWay = (props: { approval: Approval }) => {
  const current = () => props.approval.steps.find(({ state }) => state === 'current');
  return (
    <section class="way">
      <h3>{t('submissions.way-online')}</h3>
      <p>{t('submissions.online-waits', { post: current()?.title ?? '' })}</p>
      <p class="small soft">{t('submissions.online-waits-words')}</p>
    </section>
  );
};

/** The way back from the printed sheet leads here, once the filing has been read. */
const showWhenAsked = (panel: HTMLElement) => {
  if (location.hash === '#sign-off') queueMicrotask(() => panel.scrollIntoView?.());
};

/** Where the sign-off stands; for who answers for it the two ways on, and the way back. */
export const SignOffPanel = (props: { filing: Filing }) => {
  const state = () => props.filing.summary().state;
  const mayMove = () => props.filing.viewer().mayFile;
  const open = () => {
    const { approval } = props.filing.detail();
    return approval && (state() === 'signing' || state() === 'signed') ? approval : undefined;
  };
  return (
    <Show when={open()}>
      {(approval) => (
        <section class="filing-part" id="sign-off" tabindex="-1" ref={showWhenAsked}>
          <div class="row row-apart">
            <h2>{t('submissions.sign-off')}</h2>
            <Show when={mayMove()}>
              <Withdraw filing={props.filing} />
            </Show>
          </div>
          <Steps label={t('submissions.sign-off')} steps={stepsOf(approval())} />
          <Show when={mayMove() && state() === 'signing'}>
            <p class="filing-equal soft">{t('submissions.equal-ways')}</p>
            <div class="two-ways">
              <OnlineWay approval={approval()} />
              <PaperSignOff filing={props.filing} />
            </div>
          </Show>
        </section>
      )}
    </Show>
  );
};
