import { useNavigate, useParams } from '@solidjs/router';
import { Show, Suspense, createMemo, createSignal, lazy, untrack } from 'solid-js';
import type { Checks, Draft } from '#schema/contracts/campaigns.ts';
import { designHref } from '#web/features/campaign-design/design-list.presenter.ts';
import { isDesignKind } from '#web/features/campaign-design/design-parts.ts';
import {
  ChecksAside,
  DraftHeader,
  DraftOutline,
} from '#web/features/campaign-plan/draft-frame.component.tsx';
import type { Target } from '#web/features/campaign-plan/draft-frame.component.tsx';
import { PartActsProvider, createPartActs } from '#web/features/campaign-plan/part-acts.ts';
import type { PartActs } from '#web/features/campaign-plan/part-acts.ts';
import type { Address } from '#web/features/campaign-plan/part-changes.ts';
import { PlanBar, PlanView } from '#web/features/campaign-plan/plan-views.component.tsx';
import type { PlanViewKey } from '#web/features/campaign-plan/plan-views.component.tsx';
import { PartActsNotes } from '#web/features/campaign-plan/undo.component.tsx';
import {
  useBurden,
  useChecks,
  useDraft,
  useDraftChanged,
} from '#web/features/campaigns/campaigns.queries.ts';
import { placeOf } from '#web/features/campaigns/draft-parts.ts';
import { DraftDocument, preloadEditors } from '#web/features/campaigns/drafting.component.tsx';
import { IssueBar, SkipToIssueBar } from '#web/features/campaigns/issue-bar.component.tsx';
import { issueSteps } from '#web/features/campaigns/issue-steps.presenter.ts';
import type { IssueStepKey } from '#web/features/campaigns/issue-steps.presenter.ts';
import { readKept } from '#web/features/campaigns/kept-edits.ts';
import type { Editing } from '#web/features/campaigns/kept-edits.ts';
import { openedBy } from '#web/features/campaigns/opened-step.ts';
import type { Opened } from '#web/features/campaigns/opened-step.ts';
import { goToPlace } from '#web/features/campaigns/outline.component.tsx';
import { isEditableKind, placesOf, targetOf } from '#web/features/campaigns/problems.presenter.ts';
import { useSession } from '#web/features/identity/session.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { whenIdle } from '#web/shared/when-idle.ts';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';
import type { Readable } from '#web/ui/state.component.tsx';
import '#web/features/campaign-plan/plan.css';
import '#web/features/campaigns/drafting.css';
import '#web/features/campaigns/issuing.css';

const DraftDialogs = lazy(async () => ({
  default: (await import('#web/features/campaigns/draft-dialogs.component.tsx')).DraftDialogs,
}));
const RemoveDialog = lazy(async () => ({
  default: (await import('#web/features/campaign-plan/remove-dialog.component.tsx')).RemoveDialog,
}));

/** Forms and dialogs come behind the document, before anybody can have asked for one. */
const preloadRest = () => {
  preloadEditors();
  void DraftDialogs.preload();
  void RemoveDialog.preload();
};

/** Which view, which form and which dialog are open; everything leads back to the document. */
const createDesk = (props: { draft: Draft }, canEdit: () => boolean) => {
  const kept = untrack(() => readKept(props.draft.id));
  const [editing, setOpenForm] = createSignal<Editing | undefined>(kept);
  const [removing, setRemoving] = createSignal<Address>();
  const [view, setView] = createSignal<PlanViewKey>('document');
  const show = (go: () => void) => {
    setView('document');
    queueMicrotask(go);
  };
  const navigate = useNavigate();
  /** 报表、台账、指标、考评细则 have pages of their own; everything else is edited where it stands. */
  const setEditing = (target: Editing | undefined) => {
    if (target && isDesignKind(target.kind)) {
      navigate(designHref(props.draft, target.kind, target.key));
    } else setOpenForm(target);
  };
  const edit = (target: Editing) => {
    setEditing(target);
    if (!isDesignKind(target.kind)) show(() => goToPlace(placeOf(target.kind, target.key)));
  };
  const goTo = (target: Target) => {
    const part = targetOf(target);
    if (canEdit() && isEditableKind(part.kind)) setEditing(part);
    show(() => placesOf(target).some(goToPlace));
  };
  const goToChecks = () => show(() => goToPlace('checks'));
  const forms = { editing, setEditing, removing, setRemoving };
  return { ...forms, view, setView, edit, goTo, goToChecks };
};

type Desk = ReturnType<typeof createDesk>;

/** The document with its outline and checks, or one of the views beside it. */
const Work = (props: {
  draft: Draft;
  desk: Desk;
  acts: PartActs;
  checks: Readable<Checks>;
  canEdit: () => boolean;
  saved: () => void;
}) => (
  <Show
    when={props.desk.view() === 'document'}
    fallback={
      <PlanView
        view={props.desk.view()}
        acts={props.acts}
        canEdit={props.canEdit()}
        onEdit={props.desk.edit}
        onChanged={props.saved}
      />
    }
  >
    <div class="drafting">
      <DraftOutline
        draft={props.draft}
        checks={props.checks}
        acts={props.canEdit() ? props.acts : undefined}
      />
      <DraftDocument
        draft={props.draft}
        canEdit={props.canEdit()}
        editing={props.desk.editing()}
        onEdit={props.desk.setEditing}
        onSaved={props.saved}
        onRemove={props.desk.setRemoving}
      />
      <ChecksAside draft={props.draft} checks={props.checks} onGo={props.desk.goTo} />
    </div>
  </Show>
);

const DraftWork = (props: { draft: Draft }) => {
  const { permissions } = useSession();
  const changed = useDraftChanged();
  const [opened, setOpened] = createSignal<Opened>();
  const wasOpened = createMemo<boolean>((was) => was || opened() !== undefined, false);
  whenIdle(preloadRest);
  const id = () => props.draft.id;
  const checks = useChecks(id);
  const burden = useBurden(id);
  const may = (permission: Permission) => permissions.can(permission, {});
  const canEdit = createMemo(() => props.draft.state === 'drafting' && may('campaigns.draft'));
  const desk = createDesk(props, canEdit);
  const steps = () =>
    issueSteps({ draft: props.draft, checks: dataOf(checks), burden: dataOf(burden) });
  const navigate = useNavigate();
  const openStep = (key: IssueStepKey) => {
    if (key === 'checks') desk.goToChecks();
    else if (key === 'preview') navigate(`/campaigns/drafts/${id()}/preview`);
    else setOpened(openedBy(key, props.draft.state, may));
  };
  const acts = createPartActs({ draft: () => props.draft, onChanged: () => changed(id()) });
  const editable = () => (canEdit() ? acts : undefined);
  const saved = () => void changed(id());
  return (
    <PartActsProvider value={acts}>
      <DraftHeader draft={props.draft} canEdit={canEdit()} />
      <SkipToIssueBar />
      <Show when={canEdit()}>
        <PartActsNotes />
      </Show>
      <PlanBar view={desk.view()} onView={desk.setView} acts={editable()} onEdit={desk.edit} />
      <Work
        draft={props.draft}
        desk={desk}
        acts={acts}
        checks={checks}
        canEdit={canEdit}
        saved={saved}
      />
      <IssueBar steps={steps()} onOpen={openStep} />
      <Suspense>
        <Show when={wasOpened()}>
          <DraftDialogs
            opened={opened()}
            draft={props.draft}
            checks={checks}
            burden={burden}
            may={may}
            onClose={() => setOpened(undefined)}
          />
        </Show>
        <Show when={desk.removing()}>
          {(address) => (
            <RemoveDialog address={address()} onClose={() => desk.setRemoving(undefined)} />
          )}
        </Show>
      </Suspense>
    </PartActsProvider>
  );
};

/** 方案编制与印发. */
export const DraftPage = () => {
  const params = useParams<{ id: string }>();
  const draft = useDraft(() => params.id);
  return <QueryView query={draft}>{(data) => <DraftWork draft={data()} />}</QueryView>;
};
