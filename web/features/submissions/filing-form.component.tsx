import { For, Show, Suspense, createEffect, createSignal, lazy } from 'solid-js';
import { FormAnswers } from '#web/features/forms/renderer/form-answers.component.tsx';
import { FormFields } from '#web/features/forms/renderer/form-fields.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { fieldId } from '#web/ui/field.component.tsx';
import { BottomBar } from '#web/ui/page.component.tsx';
import { LoadFailed, dataOf } from '#web/ui/state.component.tsx';
import { Callout, SecrecyNotice } from '#web/ui/status.component.tsx';
import { CarryOver } from './carry-over.component.tsx';
import type { Filing } from './filing.ts';
import { useParts } from './parts.queries.ts';
import { placeLabel } from './place-label.presenter.ts';
import { SaveNote } from './save-note.component.tsx';
import { createNilReturn } from './submissions.queries.ts';

/** 零报告: one click, and one click back. */
export const NilReturn = (props: { filing: Filing }) => {
  const declare = createNilReturn(() => props.filing.draft.id());
  const say = async (nil: boolean) => {
    if (await declare.attempt({ nil })) await props.filing.refresh();
  };
  return (
    <Show when={props.filing.detail().nilReturn}>
      <Show
        when={props.filing.summary().nil}
        fallback={
          <p class="row filing-nil">
            <span>{t('submissions.nil-question')}</span>
            <Button small busy={declare.isBusy()} onClick={() => void say(true)}>
              {t('submissions.nil-declare')}
            </Button>
          </p>
        }
      >
        <Callout
          title={t('submissions.nil-said')}
          actions={
            <Button small busy={declare.isBusy()} onClick={() => void say(false)}>
              {t('submissions.nil-undo')}
            </Button>
          }
        >
          {t('submissions.nil-words')}
        </Callout>
      </Show>
      <Show when={declare.error()}>
        <LoadFailed error={declare.error()} />
      </Show>
    </Show>
  );
};

const RefusedChanges = (props: { filing: Filing }) => {
  const refused = () => props.filing.draft.refused().filter(({ conflict }) => !conflict);
  const label = (path: string) => placeLabel(path, known(props.filing));
  return (
    <Show when={refused().length > 0}>
      <Callout kind="error" live title={t('submissions.refused-title')}>
        <ul>
          <For each={refused()}>
            {(each) => (
              <li>
                <a href={`#${fieldId(each.change.path)}`}>{label(each.change.path)}</a>：
                {each.reason}
              </li>
            )}
          </For>
        </ul>
      </Callout>
    </Show>
  );
};

const known = (filing: Filing) => ({
  form: filing.model.form,
  answers: filing.model.answers(),
  deliverables: filing.detail().deliverables,
});

export const FilingErrors = (props: { filing: Filing }) => (
  <ErrorSummary
    errors={props.filing.errors()}
    title={t('submissions.errors-title', { count: props.filing.errors().length })}
  />
);

const isNamedAlike = ({ model, summary }: Filing) =>
  localText(model.form.title) === localText(summary().title);

const FormHead = (props: { filing: Filing }) => (
  <div class="filing-form-head">
    <h2 class={isNamedAlike(props.filing) ? 'visually-hidden' : undefined}>
      {localText(props.filing.model.form.title)}
    </h2>
    <Show when={props.filing.model.form.note}>
      {(note) => <p class="prose">{localText(note())}</p>}
    </Show>
    <p class="small soft">{t('submissions.not-statistics')}</p>
  </div>
);

/** The form being filled in. */
export const FilingForm = (props: { filing: Filing }) => (
  <section class="filing-part">
    <FormHead filing={props.filing} />
    <SecrecyNotice />
    <NilReturn filing={props.filing} />
    <RefusedChanges filing={props.filing} />
    <Show when={!props.filing.summary().nil}>
      <CarryOver filing={props.filing} />
      <FormFields model={props.filing.model} />
    </Show>
  </section>
);

/** The same, to be read: by who signs, and after 报送. */
export const FilingAnswers = (props: { filing: Filing }) => (
  <section class="filing-part">
    <FormHead filing={props.filing} />
    <Show
      when={!props.filing.summary().nil}
      fallback={<Callout title={t('submissions.nil-said')} />}
    >
      <FormAnswers
        form={props.filing.detail().form}
        answers={props.filing.detail().answers}
        evidence={props.filing.detail().evidence}
      />
    </Show>
  </section>
);

const ConflictDialog = lazy(async () => ({
  default: (await import('./conflict-dialog.component.tsx')).ConflictDialog,
}));
const SignOffDialog = lazy(async () => ({
  default: (await import('./sign-off-dialog.component.tsx')).SignOffDialog,
}));
const HandOutDialog = lazy(async () => ({
  default: (await import('./hand-out-dialog.component.tsx')).HandOutDialog,
}));

const HandOutHere = (props: { filing: Filing; onClose: () => void }) => {
  const parts = useParts(() => props.filing.draft.id());
  return (
    <Suspense>
      <HandOutDialog
        open
        filing={props.filing}
        found={dataOf(parts)}
        onClose={() => props.onClose()}
      />
    </Suspense>
  );
};

/** 分给科室, where there is anything to fill in. */
const HandOut = (props: { filing: Filing }) => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Show when={props.filing.viewer().mayFile && !props.filing.summary().nil}>
      <Button onClick={() => setOpen(true)}>{t('parts.hand-out')}</Button>
      <Show when={isOpen()}>
        <HandOutHere filing={props.filing} onClose={() => setOpen(false)} />
      </Show>
    </Show>
  );
};

/** 暂存, 分给科室 and 院内审签, always in reach; conflicts ask for a decision when they arrive. */
export const FillingBar = (props: { filing: Filing }) => {
  const [isDeciding, setDeciding] = createSignal(false);
  const [isSigning, setSigning] = createSignal(false);
  createEffect(() => setDeciding(props.filing.conflicts().length > 0));
  const save = () => {
    props.filing.model.settle();
    void props.filing.draft.flush();
  };
  const signOff = () => {
    props.filing.setTrouble(undefined);
    if (props.filing.check('sign-off')) setSigning(true);
  };
  return (
    <>
      <BottomBar
        note={<SaveNote filing={props.filing} onShowConflicts={() => setDeciding(true)} />}
      >
        <Button onClick={save}>{t('submissions.save')}</Button>
        <HandOut filing={props.filing} />
        <Show when={props.filing.viewer().mayFile}>
          <Button
            kind="primary"
            onPointerEnter={() => void SignOffDialog.preload()}
            onFocus={() => void SignOffDialog.preload()}
            onClick={signOff}
          >
            {t('submissions.sign-off')}
          </Button>
        </Show>
      </BottomBar>
      <Suspense>
        <Show when={isDeciding()}>
          <ConflictDialog
            {...known(props.filing)}
            open
            conflicts={props.filing.conflicts()}
            nameOf={(id) => props.filing.shelf.nameOf(id)}
            onChoose={(path, choice) => void props.filing.settle(path, choice)}
            onClose={() => setDeciding(false)}
          />
        </Show>
        <Show when={isSigning()}>
          <SignOffDialog filing={props.filing} open onClose={() => setSigning(false)} />
        </Show>
      </Suspense>
    </>
  );
};
