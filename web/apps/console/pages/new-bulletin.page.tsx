import { useNavigate, useSearchParams } from '@solidjs/router';
import { onMount } from 'solid-js';
import type { BulletinMoved } from '#schema/contracts/bulletins.ts';
import { createCommand } from '#web/shared/command.ts';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Loading } from '#web/ui/state.component.tsx';

/** 生成通报初稿: made from the campaign and the moment in the address, and opened. */
export const NewBulletinPage = () => {
  const navigate = useNavigate();
  const [params] = useSearchParams<{ campaign?: string; asOf?: string }>();
  const command = createCommand<void, BulletinMoved>(() => ({
    method: 'POST',
    path: '/api/bulletins',
    body: {
      kind: 'notice',
      ...(params.campaign ? { campaign: params.campaign } : {}),
      ...(params.asOf ? { asOf: params.asOf } : {}),
    },
  }));
  onMount(async () => {
    const made = await command.attempt();
    if (made) navigate(`/bulletins/${made.data.id}`, { replace: true });
  });
  return (
    <>
      <Refusal problem={command.problem()} />
      {command.problem() ? undefined : <Loading />}
    </>
  );
};
