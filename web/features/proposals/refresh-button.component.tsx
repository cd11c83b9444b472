import { createSignal } from 'solid-js';
import type { RefreshProposals, Refreshed } from '#schema/contracts/proposals.ts';
import { Refused } from '#web/features/scoring/refused.component.tsx';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { useProposalsChanged } from './proposals.queries.ts';

/** 重新核对: holds the rules against the facts of all units, part by part. */
export const RefreshButton = (props: { campaign: string }) => {
  const [checked, setChecked] = createSignal<number>();
  const changed = useProposalsChanged();
  const command = createCommand<RefreshProposals, Refreshed>((body) => ({
    method: 'POST',
    path: '/api/proposals/refresh',
    body,
  }));
  const refresh = async () => {
    const total = { raised: 0, lapsed: 0 };
    setChecked(0);
    let after: Refreshed['next'];
    do {
      const body = { campaignId: props.campaign, ...(after === undefined ? {} : { after }) };
      const answer = await command.attempt(body);
      if (!answer) return setChecked(undefined);
      total.raised += answer.data.raised;
      total.lapsed += answer.data.lapsed;
      setChecked((before = 0) => before + answer.data.checked);
      after = answer.data.next;
    } while (after !== undefined);
    announce(t('proposals.refreshed', { checked: checked() ?? 0, ...total }));
    setChecked(undefined);
    await changed();
  };
  return (
    <>
      <Button busy={checked() !== undefined} onClick={() => void refresh()}>
        {checked() === undefined
          ? t('proposals.act-refresh')
          : t('proposals.refreshing', { checked: checked() ?? 0 })}
      </Button>
      <Refused problem={command.problem()} />
    </>
  );
};
