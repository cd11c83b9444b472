import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import type { BurdenAnswer, Checks, Draft } from '#schema/contracts/campaigns.ts';
import { t } from '#web/shared/i18n.ts';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';
import type { Readable } from '#web/ui/state.component.tsx';
import { ApprovalDialog } from './approval-dialog.component.tsx';
import { BurdenTable } from './burden.component.tsx';
import { useCampaignPublished, useDraftChanged } from './campaigns.queries.ts';
import { IssueDialog } from './issue-dialog.component.tsx';
import type { MayDo, Opened } from './opened-step.ts';
import { PublishDialog } from './publish-dialog.component.tsx';
import { SubmitDialog } from './submit-dialog.component.tsx';

/** Everything the way to publication asks for, one dialog at a time. */
export const DraftDialogs = (props: {
  opened: Opened | undefined;
  draft: Draft;
  checks: Readable<Checks>;
  burden: Readable<BurdenAnswer>;
  may: MayDo;
  onClose: () => void;
}) => {
  const navigate = useNavigate();
  const changed = useDraftChanged();
  const published = useCampaignPublished();
  const done = () => {
    props.onClose();
    void changed(props.draft.id);
  };
  const showPublished = async (campaignId: string) => {
    props.onClose();
    await Promise.all([changed(props.draft.id), published()]);
    navigate(`/campaigns/${campaignId}`);
  };
  const common = () => ({ draft: props.draft, onClose: props.onClose, onDone: done });
  return (
    <>
      <Dialog
        open={props.opened === 'burden'}
        wide
        title={t('campaigns.burden')}
        onClose={() => props.onClose()}
      >
        <QueryView query={props.burden}>{(found) => <BurdenTable burden={found()} />}</QueryView>
      </Dialog>
      <Show when={dataOf(props.checks)}>
        {(found) => (
          <SubmitDialog {...common()} open={props.opened === 'submit'} checks={found()} />
        )}
      </Show>
      <ApprovalDialog {...common()} open={props.opened === 'approval'} may={props.may} />
      <IssueDialog {...common()} open={props.opened === 'issue'} />
      <PublishDialog
        open={props.opened === 'publish'}
        draft={props.draft}
        burden={dataOf(props.burden)}
        onClose={() => props.onClose()}
        onPublished={({ campaignId }) => void showPublished(campaignId)}
      />
    </>
  );
};
