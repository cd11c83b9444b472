import { useParams } from '@solidjs/router';
import { Show, createMemo, createSignal } from 'solid-js';
import type { Checks, Draft } from '#schema/contracts/campaigns.ts';
import {
  draftHolder,
  draftStatus,
  originWords,
} from '#web/features/campaigns/campaign-row.presenter.ts';
import {
  useBurden,
  useChecks,
  useDraft,
  useDraftChanged,
} from '#web/features/campaigns/campaigns.queries.ts';
import { ChecksPanel } from '#web/features/campaigns/checks.component.tsx';
import { viewDraft } from '#web/features/campaigns/clause-view.presenter.ts';
import { DiscardDraft } from '#web/features/campaigns/discard-draft.component.tsx';
import { DraftDialogs, openedBy } from '#web/features/campaigns/draft-dialogs.component.tsx';
import type { Opened } from '#web/features/campaigns/draft-dialogs.component.tsx';
import { headOf, partsOf, placeOf } from '#web/features/campaigns/draft-parts.ts';
import { DraftDocument } from '#web/features/campaigns/drafting.component.tsx';
import type { Editing } from '#web/features/campaigns/drafting.component.tsx';
import { IssueBar, SkipToIssueBar } from '#web/features/campaigns/issue-bar.component.tsx';
import { issueSteps } from '#web/features/campaigns/issue-steps.presenter.ts';
import type { IssueStepKey } from '#web/features/campaigns/issue-steps.presenter.ts';
import { Outline, goToPlace } from '#web/features/campaigns/outline.component.tsx';
import {
  countByClause,
  isEditableKind,
  nameOfTarget,
  placesOf,
  targetOf,
} from '#web/features/campaigns/problems.presenter.ts';
import { useSession } from '#web/features/identity/session.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { LoadFailed, Loading, QueryView, dataOf } from '#web/ui/state.component.tsx';
import type { Readable } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import '#web/features/campaigns/drafting.css';
import '#web/features/campaigns/issuing.css';

type Target = { path: string; clause?: string | undefined };

const Header = (props: { draft: Draft; canEdit: boolean }) => (
  <>
    <DocumentBar
      title={headOf(props.draft)?.body.document.title ?? props.draft.title}
      number={props.draft.issue?.number}
      facts={[draftStatus(props.draft).words, t('campaigns.draft-of', { year: props.draft.year })]}
    />
    <PageHeader
      title={t('campaigns.drafting')}
      breadcrumb={[
        { label: t('campaigns.campaigns'), href: '/campaigns' },
        { label: props.draft.title },
      ]}
      summary={
        <span class="row">
          <Status kind={draftStatus(props.draft).kind}>{draftStatus(props.draft).words}</Status>
          <span>{t('campaigns.from', { origin: originWords(props.draft.origin) })}</span>
          <Show when={props.draft.state === 'drafting'}>
            <span>{t('campaigns.with', { holder: draftHolder(props.draft) })}</span>
          </Show>
        </span>
      }
      actions={
        <Show when={props.canEdit}>
          <DiscardDraft draft={props.draft} />
        </Show>
      }
    />
  </>
);

const ChecksAside = (props: {
  draft: Draft;
  checks: Readable<Checks>;
  onGo: (target: Target) => void;
}) => (
  <aside class="drafting-checks" id="checks" tabindex="-1" aria-label={t('campaigns.act-checks')}>
    <Show
      when={dataOf(props.checks)}
      fallback={
        <Show when={props.checks.error} fallback={<Loading label={t('campaigns.checking')} />}>
          <LoadFailed error={props.checks.error} onRetry={() => void props.checks.refetch()} />
        </Show>
      }
    >
      {(found) => (
        <ChecksPanel
          checks={found()}
          points={props.draft.toReview}
          nameOf={(problem) => nameOfTarget(props.draft, problem)}
          onGo={props.onGo}
        />
      )}
    </Show>
  </aside>
);

const DraftOutline = (props: { draft: Draft; checks: Readable<Checks> }) => {
  const view = createMemo(() => viewDraft(props.draft));
  const problems = createMemo(() => countByClause(dataOf(props.checks)?.problems ?? []));
  const after = () =>
    partsOf(props.draft, 'scorecard').map(({ key, body }) => ({
      place: placeOf('scorecard', key),
      label: localText(body.title),
    }));
  return (
    <div class="drafting-outline">
      <Outline
        clauses={view().clauses}
        before={[{ place: placeOf('head', 'head'), label: t('campaigns.head') }]}
        after={after()}
        problems={problems()}
      />
    </div>
  );
};

const DraftWork = (props: { draft: Draft }) => {
  const { permissions } = useSession();
  const changed = useDraftChanged();
  const [editing, setEditing] = createSignal<Editing>();
  const [opened, setOpened] = createSignal<Opened>();
  const id = () => props.draft.id;
  const checks = useChecks(id);
  const burden = useBurden(id);
  const may = (permission: Permission) => permissions.can(permission, {});
  const canEdit = createMemo(() => props.draft.state === 'drafting' && may('campaigns.draft'));
  const steps = () =>
    issueSteps({ draft: props.draft, checks: dataOf(checks), burden: dataOf(burden) });
  const goTo = (target: Target) => {
    const part = targetOf(target);
    if (canEdit() && isEditableKind(part.kind)) setEditing(part);
    queueMicrotask(() => placesOf(target).some(goToPlace));
  };
  const openStep = (key: IssueStepKey) => {
    if (key === 'checks') goToPlace('checks');
    else setOpened(openedBy(key, props.draft.state, may));
  };
  return (
    <>
      <Header draft={props.draft} canEdit={canEdit()} />
      <SkipToIssueBar />
      <div class="drafting">
        <DraftOutline draft={props.draft} checks={checks} />
        <DraftDocument
          draft={props.draft}
          canEdit={canEdit()}
          editing={editing()}
          onEdit={setEditing}
          onSaved={() => void changed(id())}
        />
        <ChecksAside draft={props.draft} checks={checks} onGo={goTo} />
      </div>
      <IssueBar steps={steps()} onOpen={openStep} />
      <DraftDialogs
        opened={opened()}
        draft={props.draft}
        checks={checks}
        burden={burden}
        may={may}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
};

/** 方案编制与印发. */
export const DraftPage = () => {
  const params = useParams<{ id: string }>();
  const draft = useDraft(() => params.id);
  return <QueryView query={draft}>{(data) => <DraftWork draft={data()} />}</QueryView>;
};
