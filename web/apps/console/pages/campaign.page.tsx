import { useParams } from '@solidjs/router';
import { For, Show, Suspense, createMemo, createSignal, lazy } from 'solid-js';
import type { CampaignDetail } from '#schema/contracts/campaign-outline.ts';
import { campaignStatus } from '#web/features/campaigns/campaign-row.presenter.ts';
import { useCampaign, useVersions } from '#web/features/campaigns/campaigns.queries.ts';
import { viewCampaign } from '#web/features/campaigns/clause-view.presenter.ts';
import { Clauses, Phases } from '#web/features/campaigns/clause.component.tsx';
import type { Hooks } from '#web/features/campaigns/clause.component.tsx';
import { LineageList } from '#web/features/campaigns/lineage.component.tsx';
import { movingOf } from '#web/features/campaigns/movable-dates.ts';
import { MoveDateDialog } from '#web/features/campaigns/move-date-dialog.component.tsx';
import type { Moving } from '#web/features/campaigns/move-date-dialog.component.tsx';
import { Outline } from '#web/features/campaigns/outline.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { withWords } from '#web/shared/lazy-page.ts';
import { Button } from '#web/ui/button.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Loading, QueryView } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import '#web/features/campaigns/drafting.css';
import '#web/features/campaigns/issuing.css';

const VersionMovesSection = lazy(
  withWords('moves', async () => ({
    default: (await import('#web/features/version-moves/version-moves.component.tsx'))
      .VersionMovesSection,
  })),
);

const Versions = (props: { id: string }) => {
  const versions = useVersions(() => props.id);
  return (
    <QueryView query={versions}>
      {(data) => (
        <ol class="versions">
          <For each={data().items}>
            {(version) => (
              <li>
                <p>
                  <strong>{localText(version.label)}</strong>{' '}
                  <span class="small soft">
                    {t('campaigns.published-at', { time: formatInstant(version.publishedAt) })}
                  </span>
                </p>
                <Show when={version.issueNumber}>
                  {(number) => <p class="small document-words">{number()}</p>}
                </Show>
                <Show when={version.changes.length > 0}>
                  <ol class="changes small">
                    <For each={version.changes}>{(change) => <li>{localText(change)}</li>}</For>
                  </ol>
                </Show>
              </li>
            )}
          </For>
        </ol>
      )}
    </QueryView>
  );
};

const Moves = (props: { summary: CampaignDetail['summary'] }) => {
  const { permissions } = useSession();
  const mayMove = () =>
    props.summary.versionNumber > 1 &&
    props.summary.state === 'running' &&
    permissions.can('campaigns.publish', {});
  return (
    <Show when={mayMove()}>
      <Suspense fallback={<Loading />}>
        <VersionMovesSection campaign={props.summary.id} />
      </Suspense>
    </Show>
  );
};

/** 调整日期 beside every task and phase that has a day of its own. */
const useMoving = (props: { campaign: CampaignDetail }) => {
  const { permissions } = useSession();
  const [moving, setMoving] = createSignal<Moving>();
  const canMove = () =>
    props.campaign.summary.state === 'running' && permissions.can('campaigns.draft', {});
  const hooks: Hooks = {
    tools: (kind, key) => (
      <Show when={canMove() && movingOf(props.campaign, kind, key)}>
        {(found) => (
          <Button small kind="quiet" onClick={() => setMoving(found())}>
            {t('campaigns.move-date')}
            <span class="visually-hidden">：{found().title}</span>
          </Button>
        )}
      </Show>
    ),
  };
  const dialog = () => (
    <Show when={moving()}>
      {(found) => (
        <MoveDateDialog
          campaignId={props.campaign.summary.id}
          moving={found()}
          onClose={() => setMoving(undefined)}
        />
      )}
    </Show>
  );
  return { hooks, dialog };
};

const CampaignDocument = (props: { campaign: CampaignDetail }) => {
  const summary = () => props.campaign.summary;
  const view = createMemo(() => viewCampaign(props.campaign));
  const { hooks, dialog } = useMoving(props);
  return (
    <>
      <DocumentBar
        title={props.campaign.document.title}
        number={summary().number}
        facts={[
          summary().printedOn &&
            t('campaigns.printed-on', { day: formatDate(summary().printedOn ?? '') }),
          localText(summary().versionLabel),
          t('campaigns.issued-by', { issuer: props.campaign.document.issuer }),
          t(`campaigns.disclosure-${summary().disclosure}`),
        ]}
      />
      <PageHeader
        title={summary().kindName}
        breadcrumb={[
          { label: t('campaigns.campaigns'), href: '/campaigns' },
          { label: summary().title },
        ]}
        summary={
          <Status kind={campaignStatus(summary()).kind}>{campaignStatus(summary()).words}</Status>
        }
        actions={<PrintButton />}
      />
      <LineageList lineage={props.campaign.document.lineage} />
      <div class="drafting">
        <div class="drafting-outline">
          <Outline clauses={view().clauses} />
        </div>
        <div class="document">
          <Clauses clauses={view().clauses} hooks={hooks} />
          <Show when={view().phases.length > 0}>
            <section class="clause" id="part-phases" tabindex="-1">
              <div class="clause-head">
                <h3>{t('campaigns.phases')}</h3>
              </div>
              <Phases phases={view().phases} hooks={hooks} />
            </section>
          </Show>
        </div>
        <aside
          class="drafting-checks drafting-versions"
          tabindex="0"
          aria-label={t('campaigns.versions')}
        >
          <h2 class="section-title">{t('campaigns.versions')}</h2>
          <Versions id={summary().id} />
          <Moves summary={summary()} />
        </aside>
      </div>
      {dialog()}
    </>
  );
};

/** A published document: its clauses, what hangs on each, and its versions. */
export const CampaignPage = () => {
  const params = useParams<{ id: string }>();
  const campaign = useCampaign(() => params.id);
  return <QueryView query={campaign}>{(data) => <CampaignDocument campaign={data()} />}</QueryView>;
};
