import { Show, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { BottomBar } from '#web/ui/page.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Filing } from './filing.ts';
import { createSendBack, createSignature } from './submissions.queries.ts';

type Asked = 'sign' | 'return' | undefined;

const createSigning = (filing: () => Filing) => {
  const [asked, setAsked] = createSignal<Asked>();
  const [comment, setComment] = createSignal('');
  const [isTried, setTried] = createSignal(false);
  const sign = createSignature(() => filing().draft.id());
  const sendBack = createSendBack(() => filing().draft.id());
  const ask = (what: Asked) => {
    sign.reset();
    sendBack.reset();
    setComment('');
    setTried(false);
    setAsked(what);
  };
  const confirm = async () => {
    setTried(true);
    const said = comment().trim();
    if (asked() === 'return' && said === '') return;
    const moved =
      asked() === 'return'
        ? await sendBack.attempt({ comment: said })
        : await sign.attempt(said ? { comment: said } : {});
    if (!moved) return;
    announce(asked() === 'return' ? t('submissions.sent-back') : t('submissions.signed-now'));
    setAsked(undefined);
    await filing().refresh();
  };
  return {
    asked,
    ask,
    comment,
    setComment,
    isTried,
    confirm,
    isBusy: () => sign.isBusy() || sendBack.isBusy(),
    error: () => sign.error() ?? sendBack.error(),
  };
};

/** For the post that holds it: agree, or send it back inside the unit with the reason. */
export const SignerBar = (props: { filing: Filing }) => {
  const signing = createSigning(() => props.filing);
  const isReturn = () => signing.asked() === 'return';
  return (
    <>
      <BottomBar note={t('submissions.signer-note', { post: props.filing.summary().holder.title })}>
        <Button onClick={() => signing.ask('return')}>{t('submissions.send-back')}</Button>
        <Button kind="primary" onClick={() => signing.ask('sign')}>
          {t('submissions.agree')}
        </Button>
      </BottomBar>
      <Confirm
        open={signing.asked() !== undefined}
        title={isReturn() ? t('submissions.send-back') : t('submissions.agree-title')}
        act={isReturn() ? t('submissions.send-back') : t('submissions.agree')}
        busy={signing.isBusy()}
        onConfirm={() => void signing.confirm()}
        onCancel={() => signing.ask(undefined)}
      >
        <div class="stack">
          <TextArea
            name="sign-off-comment"
            label={isReturn() ? t('submissions.send-back-reason') : t('submissions.comment')}
            required={isReturn()}
            error={
              isReturn() && signing.isTried() && signing.comment().trim() === ''
                ? t('submissions.send-back-missing')
                : undefined
            }
            value={signing.comment()}
            onInput={signing.setComment}
          />
          <Show when={signing.error()}>
            <LoadFailed error={signing.error()} />
          </Show>
        </div>
      </Confirm>
    </>
  );
};
