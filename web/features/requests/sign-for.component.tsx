import { Show } from 'solid-js';
import type { ReceivedRequest } from '#schema/contracts/request-replies.ts';
import { useSession } from '#web/features/identity/session.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { requestPath, useRequestsChanged } from './requests.queries.ts';

export const SignFor = (props: { found: ReceivedRequest }) => {
  const changed = useRequestsChanged();
  const { permissions } = useSession();
  const command = createCommand<void, unknown>(() => ({
    method: 'POST',
    path: `${requestPath(props.found.id)}/sign-for`,
    body: { organizationId: props.found.organizationId },
  }));
  const sign = async () => {
    if (!(await command.attempt())) return;
    announce(t('requests.signed-for-done'));
    await changed();
  };
  const maySign = () =>
    props.found.state === 'issued' &&
    permissions.can('requests.fill', { organizationId: props.found.organizationId });
  return (
    <Show when={props.found.signedForAt === undefined && maySign()}>
      <Callout
        title={t('requests.not-signed-for')}
        actions={
          <Button kind="primary" busy={command.isBusy()} onClick={() => void sign()}>
            {t('requests.step-sign-for')}
          </Button>
        }
      >
        {t('requests.not-signed-for-words')}
        <Show when={command.problem()}>{(problem) => <p>{problem().title}</p>}</Show>
      </Callout>
    </Show>
  );
};
