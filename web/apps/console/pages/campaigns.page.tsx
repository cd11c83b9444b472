import { useNavigate } from '@solidjs/router';
import { Show, createSignal } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { isOpen } from '#web/features/campaigns/campaign-row.presenter.ts';
import { CampaignTable, DraftTable } from '#web/features/campaigns/campaign-tables.component.tsx';
import {
  useCampaigns,
  useDraftChanged,
  useDrafts,
} from '#web/features/campaigns/campaigns.queries.ts';
import { ImportPackButton } from '#web/features/campaigns/import-pack-dialog.component.tsx';
import { mayWorkOnDrafts } from '#web/features/campaigns/may.ts';
import { NewDraftDialog } from '#web/features/campaigns/new-draft-dialog.component.tsx';
import { useSession } from '#web/features/identity/session.ts';
import { useTenant } from '#web/features/tenants/tenants.queries.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';

const Drafts = () => {
  const drafts = useDrafts(() => true);
  return (
    <DraftTable
      rows={dataOf(drafts)?.items.filter(isOpen)}
      error={drafts.error}
      onRetry={() => void drafts.refetch()}
    />
  );
};

/** The commission's own name, as a document of its own gives it. */
const useIssuer = () => {
  const tenant = useTenant();
  return (): string | undefined => {
    const names = dataOf(tenant)?.names;
    return names && textIn(names.full, 'zh-CN').value;
  };
};

/** 工作方案: what is in force, and what is being drafted and signed. */
export const CampaignsPage = () => {
  const { permissions } = useSession();
  const navigate = useNavigate();
  const changed = useDraftChanged();
  const [isNew, setNew] = createSignal(false);
  const canDraft = () => permissions.can('campaigns.draft', {});
  const campaigns = useCampaigns();
  const issuer = useIssuer();
  const amend = createCommand<CampaignSummary, Draft>(({ id }) => ({
    method: 'POST',
    path: '/api/campaigns/drafts',
    body: { from: 'version', campaignId: id },
  }));
  // Lists that are read again while the page changes would hold the change up for good.
  const goTo = async (draft: Draft) => {
    setNew(false);
    await changed(draft.id);
    navigate(`/campaigns/drafts/${draft.id}`);
  };
  const startAmending = async (campaign: CampaignSummary) => {
    const answer = await amend.attempt(campaign);
    if (answer) await goTo(answer.data);
  };
  const onAmend = () =>
    canDraft() ? (campaign: CampaignSummary) => void startAmending(campaign) : undefined;
  const actions = () => (
    <Show when={canDraft()}>
      <Button kind="primary" onClick={() => setNew(true)}>
        {t('campaigns.act-new')}
      </Button>
      <ImportPackButton onImported={(draft) => void goTo(draft)} />
    </Show>
  );
  return (
    <>
      <PageHeader title={t('campaigns.campaigns')} actions={actions()} />
      <div class="stack-wide">
        <Refusal problem={amend.problem()} />
        <CampaignTable
          rows={dataOf(campaigns)?.items}
          error={campaigns.error}
          onRetry={() => void campaigns.refetch()}
          onAmend={onAmend()}
        />
        <Show when={mayWorkOnDrafts(permissions)}>
          <Drafts />
        </Show>
      </div>
      <NewDraftDialog
        open={isNew()}
        issuer={issuer()}
        campaigns={dataOf(campaigns)?.items ?? []}
        onClose={() => setNew(false)}
        onOpened={(draft) => void goTo(draft)}
      />
    </>
  );
};
