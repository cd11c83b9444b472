import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import type { Draft, DraftMoved } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { useDraftChanged } from './campaigns.queries.ts';

/** 作废草稿, asked about once. */
export const DiscardDraft = (props: { draft: Draft }) => {
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
        <Refusal problem={discard.problem()} />
      </Confirm>
    </>
  );
};
