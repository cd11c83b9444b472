import { Show, createMemo } from 'solid-js';
import type { Checks, Draft } from '#schema/contracts/campaigns.ts';
import {
  draftHolder,
  draftStatus,
  originWords,
} from '#web/features/campaigns/campaign-row.presenter.ts';
import { ChecksPanel } from '#web/features/campaigns/checks.component.tsx';
import { viewDraft } from '#web/features/campaigns/clause-view.presenter.ts';
import { DiscardDraft } from '#web/features/campaigns/discard-draft.component.tsx';
import { DraftChanges } from '#web/features/campaigns/draft-changes.component.tsx';
import { headOf, partsOf, placeOf } from '#web/features/campaigns/draft-parts.ts';
import { Outline } from '#web/features/campaigns/outline.component.tsx';
import type { OutlineHooks } from '#web/features/campaigns/outline.component.tsx';
import { countByClause, nameOfTarget } from '#web/features/campaigns/problems.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import type { Readable } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { dropClause, moveClause } from './outline-acts.ts';
import type { PartActs } from './part-acts.ts';

export type Target = { path: string; clause?: string | undefined };

export const DraftHeader = (props: { draft: Draft; canEdit: boolean }) => (
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

export const ChecksAside = (props: {
  draft: Draft;
  checks: Readable<Checks>;
  onGo: (target: Target) => void;
}) => (
  <aside class="drafting-checks" id="checks" tabindex="-1" aria-label={t('campaigns.act-checks')}>
    <Show when={props.draft.amends}>
      <DraftChanges draftId={props.draft.id} />
    </Show>
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

export const DraftOutline = (props: {
  draft: Draft;
  checks: Readable<Checks>;
  acts: PartActs | undefined;
}) => {
  const hooks = (): OutlineHooks | undefined => {
    const { acts } = props;
    return (
      acts && {
        onStep: (key, move) => void moveClause(acts, key, move),
        onDrop: (key, at) => void dropClause(acts, key, at),
      }
    );
  };
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
        hooks={hooks()}
      />
      <Show when={props.acts}>
        <p class="small soft">{t('plan.outline-keys')}</p>
      </Show>
    </div>
  );
};
