import { Show, Suspense, createSignal, lazy } from 'solid-js';
import { replyStates } from '#schema/contracts/request-replies.ts';
import type { ReplyRow } from '#schema/contracts/request-replies.ts';
import { useRemindersChanged } from '#web/features/reminders/reminders.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import type { ReplyFilter } from './requests.queries.ts';

const UrgeDialog = lazy(() =>
  import('#web/features/reminders/urge-dialog.component.tsx').then((part) => ({
    default: part.UrgeDialog,
  })),
);

const owes = ({ late, state }: ReplyRow): boolean =>
  late && (state === 'due' || state === 'draft' || state === 'returned');

type Props = {
  request: string;
  rows: readonly ReplyRow[];
  /** What the list is filtered by, and whether more of it has still to be loaded. */
  filter: ReplyFilter;
  hasMore: boolean;
};

/** 催办 of all that owe a reply past its day, on whichever page; who was urged today is left alone. */
export const UrgeReplies = (props: Props) => {
  const [isOpen, setOpen] = createSignal(false);
  const changed = useRemindersChanged();
  const all = () => ({
    reply: replyStates.find((each) => each === props.filter.state),
    occurrence: props.filter.occurrence || undefined,
  });
  return (
    <>
      <Show when={props.hasMore || props.rows.some(owes)}>
        <Button small onClick={() => setOpen(true)}>
          {t('reminders.urge-all')}
        </Button>
      </Show>
      <Show when={isOpen()}>
        <Suspense>
          <UrgeDialog
            urge={{ request: props.request, all: all() }}
            onClose={() => setOpen(false)}
            onDone={() => void changed()}
          />
        </Suspense>
      </Show>
    </>
  );
};
