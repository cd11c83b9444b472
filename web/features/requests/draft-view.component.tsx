import { For, Show, createSignal, untrack } from 'solid-js';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { BottomBar, PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Callout, SecrecyNotice, Status } from '#web/ui/status.component.tsx';
import { ReasonedButton, createAct } from './act.component.tsx';
import { ConflictDialog, SaveNote } from './autosave-note.component.tsx';
import { DraftAside } from './draft-aside.component.tsx';
import { createDraftDesk } from './draft-desk.ts';
import type { DraftDesk } from './draft-desk.ts';
import { DraftForm } from './draft-form.component.tsx';
import { partName, partWords } from './draft-words.presenter.ts';
import { requestPath, useDraftChecks } from './requests.queries.ts';

/** What the post that sent it back wrote. */
const SentBack = (props: { detail: RequestDetail }) => {
  const step = () => {
    const { approval } = props.detail;
    if (approval?.state !== 'returned') return undefined;
    return approval.steps.find(({ state }) => state === 'returned');
  };
  return (
    <Show when={step()}>
      {(found) => (
        <Callout kind="warn" title={t('requests.sent-back', { post: found().title })}>
          {found().comment}
        </Callout>
      )}
    </Show>
  );
};

const SubmitWords = (props: { desk: DraftDesk; onDone: () => void }) => {
  const of = () => ({ id: props.desk.detail().summary.id, version: props.desk.saving.version() });
  const checks = useDraftChecks(of);
  const act = createAct(() => ({ path: `${requestPath(of().id)}/submit`, version: of().version }));
  const warnings = () =>
    (dataOf(checks)?.problems ?? []).filter(({ severity }) => severity === 'warning');
  const hasErrors = () => (dataOf(checks)?.counts.error ?? 0) > 0;
  const submit = async () => {
    const acknowledged = [...new Set(warnings().map(({ code }) => code))];
    if (await act.send({ acknowledged }, 'requests.submitted')) props.onDone();
  };
  return (
    <div class="stack">
      <Show when={hasErrors()} fallback={<p>{t('requests.submit-words')}</p>}>
        <Callout
          kind="error"
          title={t('requests.submit-errors', { count: dataOf(checks)?.counts.error ?? 0 })}
        />
      </Show>
      <Show when={warnings().length > 0}>
        <Callout kind="warn" title={t('requests.submit-warnings', { count: warnings().length })}>
          <ul class="changes">
            <For each={warnings()}>{({ message }) => <li>{localText(message)}</li>}</For>
          </ul>
        </Callout>
      </Show>
      <Refusal withFields problem={act.command.problem()} />
      <div class="row">
        <Button
          kind="primary"
          busy={act.command.isBusy()}
          disabled={hasErrors() || checks.isPlaceholderData || !dataOf(checks)}
          onClick={() => void submit()}
        >
          {t('requests.submit')}
        </Button>
      </div>
    </div>
  );
};

const DraftBar = (props: { desk: DraftDesk }) => {
  const [isOpen, setOpen] = createSignal(false);
  const { saving } = untrack(() => props.desk);
  const open = async () => {
    if (await saving.flush()) setOpen(true);
  };
  return (
    <>
      <BottomBar
        note={
          <SaveNote
            state={saving.state()}
            savedAt={saving.savedAt()}
            trouble={saving.problem()?.errors[0]?.message ?? saving.problem()?.title}
          />
        }
      >
        <ReasonedButton
          kind="quiet"
          path={`${requestPath(props.desk.detail().summary.id)}/cancel`}
          version={saving.version()}
          label={t('requests.cancel')}
          words={t('requests.cancel-draft-words')}
          done="requests.cancelled"
        />
        <Button onClick={() => void saving.flush()}>{t('submissions.save')}</Button>
        <Button kind="primary" onClick={() => void open()}>
          {t('requests.submit')}
        </Button>
      </BottomBar>
      <Dialog open={isOpen()} title={t('requests.submit')} onClose={() => setOpen(false)}>
        <SubmitWords desk={props.desk} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
};

/** 拟稿, with the checks and the burden at the right. */
export const DraftView = (props: { detail: RequestDetail }) => {
  const desk = createDraftDesk(() => props.detail);
  const { saving } = desk;
  const wordsOf = (key: string, whose: 'mine' | 'theirs') =>
    partWords(key, whose === 'mine' ? saving.value() : (saving.conflict()?.theirs.value ?? {}));
  return (
    <>
      <PageHeader
        title={desk.fields().title.trim() || t('requests.new')}
        breadcrumb={[
          { label: t('requests.title'), href: '/requests' },
          { label: t('requests.drafting') },
        ]}
        summary={
          <span class="row">
            <Status kind="draft">{t('requests.state-drafting')}</Status>
            {props.detail.summary.issuer?.organizationName}
          </span>
        }
      />
      <SentBack detail={props.detail} />
      <div class="request-drafting">
        <div>
          <SecrecyNotice />
          <DraftForm desk={desk} />
        </div>
        <DraftAside id={props.detail.summary.id} version={saving.version()} />
      </div>
      <DraftBar desk={desk} />
      <ConflictDialog
        conflict={saving.conflict()}
        labelOf={partName}
        wordsOf={wordsOf}
        onSettle={(choices) => void saving.settle(choices)}
      />
    </>
  );
};
