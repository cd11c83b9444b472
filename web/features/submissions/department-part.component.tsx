import { Match, Show, Switch, createSignal, untrack } from 'solid-js';
import type { DepartmentPart } from '#schema/contracts/submission-parts.ts';
import { FormAnswers } from '#web/features/forms/renderer/form-answers.component.tsx';
import { FormFields } from '#web/features/forms/renderer/form-fields.component.tsx';
import { createLocalForm } from '#web/features/registers/local-form.ts';
import { formatDate, formatMoment } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { BottomBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import { Callout, SecrecyNotice } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import './filing.css';
import { createDepartmentCommand, useDepartmentPart } from './parts.queries.ts';

type Props = { token: string; part: DepartmentPart; onReopen: () => void };

const createFilling = (props: Props) => {
  const part = untrack(() => props.part);
  const form = createLocalForm(part.form, part.answers);
  const command = createDepartmentCommand(() => props.token);
  const [version, setVersion] = createSignal(part.version);
  const [savedAt, setSavedAt] = createSignal(part.savedAt);
  const [isHandedIn, setHandedIn] = createSignal(part.state === 'submitted');
  const [post, setPost] = createSignal('');
  const save = async () => {
    form.model.settle();
    const answers = form.model.answers();
    const answer = await command.attempt({ version: version(), answers });
    if (answer === undefined) return;
    setVersion(answer.data.version);
    setSavedAt(Date.now());
  };
  const handIn = async () => {
    const answers = form.collect();
    if (answers === undefined || post().trim().length < 2) return;
    if (await command.attempt({ version: version(), answers, post: post().trim() })) {
      setHandedIn(true);
    }
  };
  return { form, command, savedAt, isHandedIn, post, setPost, save, handIn };
};
type Filling = ReturnType<typeof createFilling>;

const Troubles = (props: { filling: Filling; onReopen: () => void }) => {
  const problem = () => props.filling.command.problem();
  return (
    <>
      <ErrorSummary errors={props.filling.command.errors()} />
      <Switch>
        <Match when={problem()?.status === 412}>
          <Callout
            kind="warn"
            live
            title={t('parts.changed-elsewhere')}
            actions={
              <Button small onClick={() => props.onReopen()}>
                {t('parts.reopen')}
              </Button>
            }
          >
            {t('parts.changed-elsewhere-words')}
          </Callout>
        </Match>
        <Match
          when={props.filling.command.error() && problem()?.errors.length !== 0 ? false : problem()}
        >
          {(failure) => <Callout kind="error" live title={failure().title} />}
        </Match>
        <Match when={props.filling.command.error() && problem() === undefined}>
          <LoadFailed error={props.filling.command.error()} />
        </Match>
      </Switch>
    </>
  );
};

const FillForm = (props: Props & { filling: Filling }) => {
  const { filling } = untrack(() => props);
  return (
    <>
      <SecrecyNotice />
      <form class="form" onSubmit={(event) => event.preventDefault()}>
        <FormFields model={filling.form.model} />
        <TextField
          name="post"
          label={t('parts.post')}
          hint={t('parts.post-hint')}
          required
          maxLength={60}
          value={filling.post()}
          onInput={filling.setPost}
        />
      </form>
      <Troubles filling={filling} onReopen={() => props.onReopen()} />
      <BottomBar
        note={
          <Show when={filling.savedAt()} fallback={t('parts.hand-in-note')}>
            {(at) => <>{t('parts.saved', { at: formatMoment(at(), 0) })}</>}
          </Show>
        }
      >
        <Button busy={filling.command.isBusy()} onClick={() => void filling.save()}>
          {t('parts.save')}
        </Button>
        <Button
          kind="primary"
          busy={filling.command.isBusy()}
          disabled={filling.post().trim().length < 2}
          onClick={() => void filling.handIn()}
        >
          {t('parts.hand-in')}
        </Button>
      </BottomBar>
    </>
  );
};

const PartForm = (props: Props) => {
  const filling = createFilling(props);
  const where = () =>
    t('parts.for-department', {
      unit: props.part.organizationName,
      department: props.part.department,
    });
  return (
    <div class="filing-page">
      <PageHeader title={localText(props.part.title)} summary={where()} />
      <p>
        {t('parts.given-by', {
          post: props.part.handedByPost,
          day: formatDate(props.part.dueOn),
        })}
      </p>
      <Show when={props.part.note}>{(note) => <p class="filing-guidance prose">{note()}</p>}</Show>
      <Show when={filling.isHandedIn()} fallback={<FillForm {...props} filling={filling} />}>
        <Callout kind="done" live title={t('parts.handed-in')}>
          {t('parts.handed-in-words')}
        </Callout>
        <FormAnswers
          form={props.part.form}
          answers={filling.form.model.answers() as DepartmentPart['answers']}
          evidence={[]}
        />
      </Show>
    </div>
  );
};

const isDead = (error: unknown) => error instanceof ProblemError && error.status === 404;

/** What a department sees behind its link: its own fields, 暂存 and 交回. */
export const DepartmentPartView = (props: { token: string }) => {
  const part = useDepartmentPart(() => props.token);
  const failed = () => (
    <Show
      when={isDead(part.error)}
      fallback={<LoadFailed error={part.error} onRetry={() => void part.refetch()} />}
    >
      <Empty title={t('parts.dead-title')} next={t('parts.dead-words')} />
    </Show>
  );
  return (
    <Show
      when={part.error ? undefined : dataOf(part)}
      keyed
      fallback={part.error ? failed() : <Loading />}
    >
      {(found) => (
        <PartForm token={props.token} part={found} onReopen={() => void part.refetch()} />
      )}
    </Show>
  );
};
