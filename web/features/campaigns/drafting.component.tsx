import { Match, Show, Suspense, Switch, createMemo, lazy, mergeProps } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { DesignList } from '#web/features/campaign-design/design-list.component.tsx';
import type { Address } from '#web/features/campaign-plan/part-changes.ts';
import { PartMenu } from '#web/features/campaign-plan/part-menu.component.tsx';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DefinitionList } from '#web/ui/page.component.tsx';
import { Loading } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { viewDraft } from './clause-view.presenter.ts';
import { Clauses, Phases } from './clause.component.tsx';
import type { Hooks } from './clause.component.tsx';
import { headOf, partsOf, placeOf } from './draft-parts.ts';
import type { PartOf } from './draft-parts.ts';
import type { Editing } from './kept-edits.ts';
import { isEditableKind } from './problems.presenter.ts';

const editors = () => import('./part-editors.component.tsx');
const ClauseEditor = lazy(async () => ({ default: (await editors()).ClauseEditor }));
const HeadEditor = lazy(async () => ({ default: (await editors()).HeadEditor }));
const PhaseEditor = lazy(async () => ({ default: (await editors()).PhaseEditor }));
const TaskEditor = lazy(async () => ({
  default: (await import('#web/features/campaign-plan/task-editor.component.tsx')).TaskEditor,
}));

/** The forms of the document's parts, so that 编辑 opens one at once. */
export const preloadEditors = (): void => {
  for (const editor of [ClauseEditor, HeadEditor, PhaseEditor, TaskEditor]) void editor.preload();
};

type Props = {
  draft: Draft;
  canEdit: boolean;
  editing: Editing | undefined;
  onEdit: (target: Editing | undefined) => void;
  onSaved: () => void;
  onRemove: (address: Address) => void;
};

/** The draft with the part that is being added, where it will stand. */
const withFresh = (draft: Draft, editing: Editing | undefined): Draft => {
  const fresh = editing?.fresh;
  if (!editing || !fresh) return draft;
  if (draft.parts.some(({ kind, key }) => kind === editing.kind && key === editing.key)) {
    return draft;
  }
  const siblings = draft.parts.filter(({ kind }) => kind === editing.kind);
  const before = siblings.find(({ key }) => key === fresh.after);
  const last = Math.max(-1, ...siblings.map(({ position }) => position));
  const position = fresh.after === null ? -1 : (before?.position ?? last) + 0.5;
  const part = {
    kind: editing.kind,
    key: editing.key,
    position,
    version: 0,
    body: fresh.body,
    changedAt: 0,
    changedByPost: '',
  };
  return { ...draft, parts: [...draft.parts, part] };
};

const HeadFacts = (props: { head: PartOf<'head'> }) => {
  const document = () => props.head.body.document;
  return (
    <DefinitionList
      items={[
        { term: t('campaigns.head-document-title'), value: document().title },
        { term: t('campaigns.head-kind'), value: document().kindName },
        { term: t('campaigns.head-issuer'), value: document().issuer },
        {
          term: t('campaigns.head-recipients'),
          value: document().recipients ?? t('campaigns.number-none'),
        },
        {
          term: t('campaigns.head-period'),
          value: t('campaigns.period', {
            from: formatDate(props.head.body.period.from),
            to: formatDate(props.head.body.period.to),
          }),
        },
        {
          term: t('campaigns.head-disclosure'),
          value: t(`campaigns.disclosure-${document().disclosure}`),
        },
        {
          term: t('campaigns.changed-last'),
          value: t('campaigns.changed-by', {
            post: props.head.changedByPost,
            time: formatInstant(props.head.changedAt),
          }),
        },
      ]}
    />
  );
};

/** A part with a heading of its own: the head of the document, a scorecard. */
const Block = (props: {
  place: string;
  title: string;
  tools: JSX.Element;
  children: JSX.Element;
}) => (
  <section class="clause" id={props.place} tabindex="-1">
    <div class="clause-head">
      <h3>{props.title}</h3>
      <span class="no-print">{props.tools}</span>
    </div>
    {props.children}
  </section>
);

/** Opens, keeps and closes the form of one part at a time. */
const createHooks = (
  props: Props,
): Hooks & { isOpen: (kind: CampaignPartKind, key: string) => boolean } => {
  const isOpen = (kind: CampaignPartKind, key: string) =>
    props.canEdit && props.editing?.kind === kind && props.editing.key === key;
  const find = <K extends 'task' | 'phase' | 'clause'>(kind: K, key: string) =>
    partsOf(props.draft, kind).find((part) => part.key === key);
  const close = () => props.onEdit(undefined);
  const saved = () => {
    announce(t('campaigns.part-saved'));
    close();
    props.onSaved();
  };
  const common = () => ({
    draftId: props.draft.id,
    fresh: props.editing?.fresh,
    onSaved: saved,
    onCancel: close,
  });
  const isFresh = (kind: CampaignPartKind, key: string) =>
    props.editing?.fresh !== undefined && props.editing.kind === kind && props.editing.key === key;
  return {
    isOpen,
    tools: (kind, key) => (
      <Show when={props.canEdit && !isOpen(kind, key)}>
        <Show when={isEditableKind(kind)}>
          <Button small kind="quiet" onClick={() => props.onEdit({ kind, key })}>
            {t('acts.edit')}
          </Button>
        </Show>
        <Show when={kind !== 'head' && !isFresh(kind, key)}>
          <PartMenu
            address={{ kind, key }}
            hooks={{ onEdit: props.onEdit, onRemove: props.onRemove }}
          />
        </Show>
      </Show>
    ),
    editor: (kind, key) =>
      isOpen(kind, key) ? (
        <Suspense fallback={<Loading />}>
          <Switch>
            <Match when={kind === 'task' && find('task', key)}>
              {(part) => <TaskEditor {...common()} part={part()} draft={props.draft} />}
            </Match>
            <Match when={kind === 'clause' && find('clause', key)}>
              {(part) => <ClauseEditor {...common()} part={part()} draft={props.draft} />}
            </Match>
            <Match when={kind === 'phase' && find('phase', key)}>
              {(part) => <PhaseEditor {...common()} part={part()} draft={props.draft} />}
            </Match>
          </Switch>
        </Suspense>
      ) : undefined,
  };
};

/** The middle of the page: the head, the document clause by clause, loose phases, the scorecards. */
export const DraftDocument = (given: Props) => {
  const props = mergeProps(given, {
    get draft() {
      return withFresh(given.draft, given.editing);
    },
  });
  const hooks = createHooks(props);
  const view = createMemo(() => viewDraft(props.draft));
  const close = () => props.onEdit(undefined);
  const saved = () => {
    announce(t('campaigns.part-saved'));
    close();
    props.onSaved();
  };
  return (
    <div class="document">
      <Show when={headOf(props.draft)}>
        {(head) => (
          <Block
            place={placeOf('head', 'head')}
            title={t('campaigns.head')}
            tools={hooks.tools?.('head', 'head')}
          >
            <Show when={hooks.isOpen('head', 'head')} fallback={<HeadFacts head={head()} />}>
              <Suspense fallback={<Loading />}>
                <HeadEditor
                  draftId={props.draft.id}
                  part={head()}
                  onSaved={saved}
                  onCancel={close}
                />
              </Suspense>
            </Show>
          </Block>
        )}
      </Show>
      <Clauses clauses={view().clauses} hooks={hooks} />
      <Show when={view().phases.length > 0}>
        <section class="clause" id="part-phases" tabindex="-1">
          <div class="clause-head">
            <h3>{t('campaigns.phases')}</h3>
          </div>
          <Phases phases={view().phases} hooks={hooks} />
        </section>
      </Show>
      <DesignList draft={props.draft} canEdit={props.canEdit} onSaved={props.onSaved} />
    </div>
  );
};
