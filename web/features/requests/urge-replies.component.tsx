import { Show, Suspense, createSignal, lazy } from 'solid-js';
import type { ReplyRow } from '#schema/contracts/request-replies.ts';
import { useRemindersChanged } from '#web/features/reminders/reminders.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';

const UrgeDialog = lazy(() =>
  import('#web/features/reminders/urge-dialog.component.tsx').then((part) => ({
    default: part.UrgeDialog,
  })),
);

const owes = ({ late, state }: ReplyRow): boolean =>
  late && (state === 'due' || state === 'draft' || state === 'returned');

/** 催办 of the units shown that owe a reply past its day; who was urged today is left alone. */
export const UrgeReplies = (props: { request: string; rows: readonly ReplyRow[] }) => {
  const [isOpen, setOpen] = createSignal(false);
  const changed = useRemindersChanged();
  const units = () => [
    ...new Set(props.rows.filter(owes).map(({ organizationId }) => organizationId)),
  ];
  return (
    <>
      <Show when={units().length > 0}>
        <Button small onClick={() => setOpen(true)}>
          {t('reminders.urge-all', { count: formatCount(units().length) })}
        </Button>
      </Show>
      <Show when={isOpen()}>
        <Suspense>
          <UrgeDialog
            urge={{ request: props.request, organizationIds: units() }}
            onClose={() => setOpen(false)}
            onDone={() => void changed()}
          />
        </Suspense>
      </Show>
    </>
  );
};
