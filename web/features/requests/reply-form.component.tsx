import { useNavigate } from '@solidjs/router';
import { Show, createEffect, createSignal, untrack } from 'solid-js';
import type { ReplyDetail, ReplyReceipt } from '#schema/contracts/request-replies.ts';
import { FormFields } from '#web/features/forms/renderer/form-fields.component.tsx';
import { readableValue } from '#web/features/forms/renderer/readable-value.presenter.ts';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { BottomBar } from '#web/ui/page.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { Callout, SecrecyNotice } from '#web/ui/status.component.tsx';
import { AskMoreTime } from './ask-more-time.component.tsx';
import { ConflictDialog, SaveNote } from './autosave-note.component.tsx';
import { createReplyDesk, withoutRoot } from './reply-desk.ts';
import type { ReplyDesk } from './reply-desk.ts';
import { replyPath, seen, useRequestsChanged } from './requests.queries.ts';

type Way = 'file' | 'nil';

const createFiling = (desk: ReplyDesk) => {
  const navigate = useNavigate();
  const changed = useRequestsChanged();
  const [asking, setAsking] = createSignal<Way>();
  const command = createCommand<{ way: Way; version: number }, ReplyReceipt>((input) => ({
    method: 'POST',
    path: `${replyPath(desk.detail().id)}/${input.way}`,
    ifMatch: seen(input.version),
    body: {},
  }));
  const ask = (way: Way) => {
    command.reset();
    if (way === 'nil' || desk.check()) setAsking(way);
  };
  const confirm = async () => {
    const way = asking();
    if (way === undefined || !(await desk.sendAll())) return;
    if (await command.attempt({ way, version: desk.saving.version() })) {
      navigate(`/request-replies/${desk.detail().id}/receipt`);
      await changed();
    } else if (command.errors().length > 0) {
      desk.setErrors(withoutRoot(command.errors()));
      setAsking(undefined);
    } else if (command.problem()?.status === 412) await changed();
  };
  return { asking, setAsking, command, ask, confirm };
};

type Filing = ReturnType<typeof createFiling>;

const AskToFile = (props: { desk: ReplyDesk; filing: Filing }) => (
  <Confirm
    open={props.filing.asking() !== undefined}
    title={t('submissions.file-title', { office: props.desk.detail().office })}
    act={t(props.filing.asking() === 'nil' ? 'requests.file-nil' : 'requests.file')}
    busy={props.filing.command.isBusy()}
    onConfirm={() => void props.filing.confirm()}
    onCancel={() => props.filing.setAsking(undefined)}
  >
    <div class="stack">
      <p>
        {t(props.filing.asking() === 'nil' ? 'requests.nil-words' : 'requests.file-words', {
          title: props.desk.detail().title,
        })}
      </p>
      <Show when={props.desk.trouble()}>
        {(words) => <Callout kind="error" live title={words()} />}
      </Show>
      <Show when={props.filing.command.error() && props.filing.command.errors().length === 0}>
        <LoadFailed error={props.filing.command.error()} />
      </Show>
    </div>
  </Confirm>
);

const Bar = (props: { desk: ReplyDesk; filing: Filing }) => {
  const save = () => {
    props.desk.model.settle();
    void props.desk.saving.flush();
  };
  const { saving } = untrack(() => props.desk);
  return (
    <BottomBar
      note={
        <SaveNote
          state={saving.state()}
          savedAt={saving.savedAt()}
          trouble={saving.problem()?.title}
        />
      }
    >
      <Button onClick={save}>{t('submissions.save')}</Button>
      <Show when={props.desk.detail().may.file}>
        <Button kind="primary" onClick={() => props.filing.ask('file')}>
          {t('requests.file')}
        </Button>
      </Show>
    </BottomBar>
  );
};

const Conflicts = (props: { desk: ReplyDesk }) => {
  const { saving, shelf } = untrack(() => props.desk);
  const fieldOf = (key: string) => props.desk.model.form.fields.find((field) => field.key === key);
  const wordsOf = (key: string, whose: 'mine' | 'theirs') => {
    const field = fieldOf(key);
    const answers = whose === 'mine' ? saving.value() : saving.conflict()?.theirs.value;
    return field ? readableValue(field, answers?.[key], (id) => shelf.nameOf(id)) : '';
  };
  const settle = (choices: Readonly<Record<string, 'mine' | 'theirs'>>) => {
    for (const [key, whose] of Object.entries(choices)) {
      if (whose === 'theirs') props.desk.model.giveUp(key);
    }
    void saving.settle(choices);
  };
  return (
    <ConflictDialog
      conflict={saving.conflict()}
      labelOf={(key) => localText(fieldOf(key)?.label ?? key)}
      wordsOf={wordsOf}
      onSettle={settle}
    />
  );
};

/** 零报告 and 申请延期: the two ways that need no form. */
const OtherWays = (props: { desk: ReplyDesk; filing: Filing }) => (
  <div class="row request-ways">
    <Show when={props.desk.detail().mayBeNil && props.desk.detail().may.file}>
      <span>{t('submissions.nil-question')}</span>
      <Button small onClick={() => props.filing.ask('nil')}>
        {t('requests.file-nil')}
      </Button>
    </Show>
    <AskMoreTime reply={props.desk.detail()} />
  </div>
);

/** 填写回复: kept as it is typed, filed against a receipt. */
export const ReplyForm = (props: { reply: ReplyDetail }) => {
  const changed = useRequestsChanged();
  const desk = createReplyDesk(() => props.reply);
  const filing = createFiling(desk);
  // The first save makes 未报 into 填报中, here and in the list one comes back to.
  createEffect(() => {
    if (desk.saving.savedAt() !== undefined && props.reply.state === 'due') void changed();
  });
  return (
    <section class="request-section">
      <h2 class="section-title">{t('requests.write-reply')}</h2>
      <SecrecyNotice />
      <OtherWays desk={desk} filing={filing} />
      <ErrorSummary
        errors={desk.errors()}
        title={t('submissions.errors-title', { count: desk.errors().length })}
      />
      <FormFields model={desk.model} />
      <Bar desk={desk} filing={filing} />
      <Conflicts desk={desk} />
      <AskToFile desk={desk} filing={filing} />
    </section>
  );
};
