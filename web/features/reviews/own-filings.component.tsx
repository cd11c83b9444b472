import { Show } from 'solid-js';
import { useSession } from '#web/features/identity/session.ts';
import { useMyTasks } from '#web/features/submissions/submissions.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';

/** 本单位应报: who reviews is reviewed too; her own filings are one click away, for others to judge. */
const OwnTasks = () => {
  const mine = useMyTasks();
  return (
    <Show when={dataOf(mine)}>
      {(tasks) => (
        <Show when={tasks().now.length + tasks().month.length + tasks().waiting.length > 0}>
          <p class="row desk-section">
            <Status kind={tasks().now.length > 0 ? 'late' : 'waiting'}>
              {t('desk.own-filings', {
                now: tasks().now.length,
                month: tasks().month.length,
                waiting: tasks().waiting.length,
              })}
            </Status>
            <a href="/" rel="external">
              {t('desk.own-filings-open')}
            </a>
            <span class="small soft">{t('desk.own-filings-words')}</span>
          </p>
        </Show>
      )}
    </Show>
  );
};

export const OwnFilings = () => {
  const { me } = useSession();
  return (
    <Show when={me().person.organizationId !== null}>
      <OwnTasks />
    </Show>
  );
};
