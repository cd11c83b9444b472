import { useNavigate, useParams } from '@solidjs/router';
import { Show, createMemo, createSignal } from 'solid-js';
import type { Draft, DraftMoved } from '#schema/contracts/campaigns.ts';
import { ApprovalDialog } from '#web/features/campaigns/approval-dialog.component.tsx';
import { BurdenTable } from '#web/features/campaigns/burden.component.tsx';
import {
  draftHolder,
  draftStatus,
  originWords,
} from '#web/features/campaigns/campaign-row.presenter.ts';
import {
  useBurden,
  useCampaignPublished,
  useChecks,
  useDraft,
  useDraftChanged,
} from '#web/features/campaigns/campaigns.queries.ts';
import { ChecksPanel } from '#web/features/campaigns/checks.component.tsx';
import { viewDraft } from '#web/features/campaigns/clause-view.presenter.ts';
import { headOf, partsOf, placeOf } from '#web/features/campaigns/draft-parts.ts';
import { DraftDocument } from '#web/features/campaigns/drafting.component.tsx';
import type { Editing } from '#web/features/campaigns/drafting.component.tsx';
import { IssueBar } from '#web/features/campaigns/issue-bar.component.tsx';
import { IssueDialog } from '#web/features/campaigns/issue-dialog.component.tsx';
import { issueSteps } from '#web/features/campaigns/issue-steps.presenter.ts';
import type { IssueStepKey } from '#web/features/campaigns/issue-steps.presenter.ts';
import { Outline, goToPlace } from '#web/features/campaigns/outline.component.tsx';
import {
  countByClause,
  isEditableKind,
  placesOf,
  targetOf,
} from '#web/features/campaigns/problems.presenter.ts';
import { PublishDialog } from '#web/features/campaigns/publish-dialog.component.tsx';
import { SubmitDialog } from '#web/features/campaigns/submit-dialog.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm, Dialog } from '#web/ui/dialog.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { LoadFailed, Loading, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import '#web/features/campaigns/drafting.css';

type Opened = 'burden' | 'submit' | 'approval' | 'issue' | 'publish';

const Discard = (props: { draft: Draft }) => {
  const navigate = useNavigate();
  const changed = useDraftChanged();
  const [isAsking, setAsking] = createSignal(false);
  const discard = createCommand<void, DraftMoved>(() => ({
    method: 'POST',
    path: `/api/campaigns/drafts/${props.draft.id}/discard`,
  }));
  const send = async () => {
    if (!(await discard.attempt())) return;
    await changed(props.draft.id);
    announce(t('campaigns.discarded'));
    navigate('/campaigns');
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('campaigns.act-discard')}
      </Button>
      <Confirm
        open={isAsking()}
        title={t('campaigns.act-discard')}
        act={t('campaigns.act-discard')}
        danger
        busy={discard.isBusy()}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('campaigns.discard-words')}</p>
        <Show when={discard.problem()}>
          {(problem) => <Callout kind="error" live title={problem().title} />}
        </Show>
      </Confirm>
    </>
  );
};

const Summary = (props: { draft: Draft }) => (
  <span class="row">
    <Status kind={draftStatus(props.draft).kind}>{draftStatus(props.draft).words}</Status>
    <span>{originWords(props.draft.origin)}</span>
    <Show when={props.draft.state === 'drafting'}>
      <span>{draftHolder(props.draft)}</span>
    </Show>
  </span>
);

const DraftWork = (props: { draft: Draft }) => {
  const { permissions } = useSession();
  const navigate = useNavigate();
  const changed = useDraftChanged();
  const published = useCampaignPublished();
  const [editing, setEditing] = createSignal<Editing>();
  const [opened, setOpened] = createSignal<Opened>();
  const id = () => props.draft.id;
  const checks = useChecks(id);
  const burden = useBurden(id);
  const view = createMemo(() => viewDraft(props.draft));
  const problems = createMemo(() => countByClause(dataOf(checks)?.problems ?? []));
  const canDraft = createMemo(() => permissions.can('campaigns.draft', {}));
  const canEdit = createMemo(() => props.draft.state === 'drafting' && canDraft());
  const steps = () =>
    issueSteps({ draft: props.draft, checks: dataOf(checks), burden: dataOf(burden) });
  const refresh = () => void changed(id());
  const done = () => {
    setOpened(undefined);
    refresh();
  };

  const goTo = (target: { path: string; clause?: string | undefined }) => {
    const part = targetOf(target);
    if (canEdit() && isEditableKind(part.kind)) setEditing(part);
    queueMicrotask(() => placesOf(target).some(goToPlace));
  };
  const openApproval = () => setOpened('approval');
  const openers: Record<IssueStepKey, () => void> = {
    checks: () => void goToPlace('checks'),
    burden: () => void setOpened('burden'),
    submit: () => (canEdit() ? setOpened('submit') : openApproval()),
    countersign: openApproval,
    issue: () =>
      props.draft.state === 'signed' && canDraft() ? setOpened('issue') : openApproval(),
    publish: () =>
      props.draft.state === 'signed' && permissions.can('campaigns.publish', {})
        ? setOpened('publish')
        : openApproval(),
  };
  const after = () =>
    partsOf(props.draft, 'scorecard').map(({ key, body }) => ({
      place: placeOf('scorecard', key),
      label: localText(body.title),
    }));
  const close = () => setOpened(undefined);
  return (
    <>
      <DocumentBar
        title={headOf(props.draft)?.body.document.title ?? props.draft.title}
        number={props.draft.issue?.number}
        facts={[
          draftStatus(props.draft).words,
          t('campaigns.draft-of', { year: props.draft.year }),
        ]}
      />
      <PageHeader
        title={props.draft.title}
        breadcrumb={[
          { label: t('campaigns.campaigns'), href: '/campaigns' },
          { label: t('campaigns.drafting') },
        ]}
        summary={<Summary draft={props.draft} />}
        actions={
          <Show when={canEdit()}>
            <Discard draft={props.draft} />
          </Show>
        }
      />
      <div class="drafting">
        <div class="drafting-outline">
          <Outline
            clauses={view().clauses}
            before={[{ place: 'part-head', label: t('campaigns.head') }]}
            after={after()}
            problems={problems()}
          />
        </div>
        <DraftDocument
          draft={props.draft}
          canEdit={canEdit()}
          editing={editing()}
          onEdit={setEditing}
          onSaved={refresh}
        />
        <aside
          class="drafting-checks"
          id="checks"
          tabindex="-1"
          aria-label={t('campaigns.act-checks')}
        >
          <Show when={dataOf(checks)} fallback={<ChecksWaiting query={checks} />}>
            {(found) => <ChecksPanel checks={found()} points={props.draft.toReview} onGo={goTo} />}
          </Show>
        </aside>
      </div>
      <IssueBar steps={steps()} onOpen={(key) => openers[key]()} />
      <Dialog open={opened() === 'burden'} wide title={t('campaigns.burden')} onClose={close}>
        <QueryView query={burden}>{(found) => <BurdenTable burden={found()} />}</QueryView>
      </Dialog>
      <Show when={dataOf(checks)}>
        {(found) => (
          <SubmitDialog
            open={opened() === 'submit'}
            draft={props.draft}
            checks={found()}
            onClose={close}
            onDone={done}
          />
        )}
      </Show>
      <ApprovalDialog
        open={opened() === 'approval'}
        draft={props.draft}
        may={(permission) => permissions.can(permission, {})}
        onClose={close}
        onDone={done}
      />
      <IssueDialog open={opened() === 'issue'} draft={props.draft} onClose={close} onDone={done} />
      <PublishDialog
        open={opened() === 'publish'}
        draft={props.draft}
        burden={dataOf(burden)}
        onClose={close}
        onPublished={({ campaignId }) => {
          refresh();
          void published();
          navigate(`/campaigns/${campaignId}`);
        }}
      />
    </>
  );
};

const ChecksWaiting = (props: { query: { error: unknown; refetch: () => unknown } }) => (
  <Show when={props.query.error} fallback={<Loading label={t('campaigns.checking')} />}>
    <LoadFailed error={props.query.error} onRetry={() => void props.query.refetch()} />
  </Show>
);

/** 方案编制与印发. */
export const DraftPage = () => {
  const params = useParams<{ id: string }>();
  const draft = useDraft(() => params.id);
  return <QueryView query={draft}>{(data) => <DraftWork draft={data()} />}</QueryView>;
};
