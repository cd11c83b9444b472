import { useNavigate } from '@solidjs/router';
import { Show, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { BottomBar } from '#web/ui/page.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import type { Filing } from './filing.ts';
import { titleOf } from './occurrence.presenter.ts';
import { createFileCommand } from './submissions.queries.ts';

/** A roll-up leaves for the commission above, and says so: 「报送市卫健委」. */
const fileWords = (filing: Filing): string => {
  const { rollUp, document: found } = filing.detail();
  return rollUp === undefined || found.issuer === undefined
    ? t('submissions.step-file')
    : t('rollup.file-to', { issuer: found.issuer });
};

/** 报送: out of the unit, to the office, against a receipt. */
export const FileBar = (props: { filing: Filing }) => {
  const navigate = useNavigate();
  const [isAsking, setAsking] = createSignal(false);
  const file = createFileCommand(() => props.filing.draft.id());
  const ask = () => {
    file.reset();
    if (props.filing.check('file')) setAsking(true);
  };
  const confirm = async () => {
    if (!(await props.filing.sendAll())) return;
    const receipt = await file.attempt();
    if (receipt) {
      await props.filing.refresh();
      navigate(`/submissions/${props.filing.draft.id()}/receipt`);
      return;
    }
    if (file.errors().length > 0) {
      props.filing.setErrors(file.errors());
      setAsking(false);
    }
  };
  return (
    <>
      <BottomBar note={t('submissions.file-note')}>
        <Button kind="primary" onClick={ask}>
          {fileWords(props.filing)}
        </Button>
      </BottomBar>
      <Confirm
        open={isAsking()}
        title={t('submissions.file-title', { office: props.filing.summary().office })}
        act={t('submissions.step-file')}
        busy={file.isBusy()}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <div class="stack">
          <p>{t('submissions.file-words', { title: titleOf(props.filing.summary()) })}</p>
          <Show when={props.filing.trouble()}>{(words) => <p>{words()}</p>}</Show>
          <Show when={file.error() && file.errors().length === 0}>
            <LoadFailed error={file.error()} />
          </Show>
        </div>
      </Confirm>
    </>
  );
};
