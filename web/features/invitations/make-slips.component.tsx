import { Show, createSignal } from 'solid-js';
import type { InvitationBatch } from '#schema/contracts/invitations.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';

type MakeProps = {
  batch: InvitationBatch;
  /** How many are made so far, while they are being made. */
  made: number | undefined;
  failure: unknown;
  onMake: (again: boolean) => void;
};

/** The act: for who has no link yet, or anew for all, asked once more. */
export const MakeSlips = (props: MakeProps) => {
  const [isAsking, setAsking] = createSignal(false);
  const again = () => {
    setAsking(false);
    props.onMake(true);
  };
  return (
    <div class="stack-tight no-print">
      <Show when={props.failure}>
        <LoadFailed error={props.failure} />
      </Show>
      <div class="row">
        <Show when={props.batch.authorized > 0}>
          <Button
            kind="primary"
            busy={props.made !== undefined}
            onClick={() => props.onMake(false)}
          >
            {t('people.slips-make', { count: formatCount(props.batch.authorized) })}
          </Button>
        </Show>
        <Show when={props.batch.linked > 0}>
          <Button busy={props.made !== undefined} onClick={() => setAsking(true)}>
            {t('people.slips-again')}
          </Button>
        </Show>
        <Show when={props.made !== undefined}>
          <span role="status">
            {t('people.slips-making', { made: formatCount(props.made ?? 0) })}
          </span>
        </Show>
      </div>
      <Confirm
        open={isAsking()}
        title={t('people.slips-again')}
        act={t('people.slips-again')}
        busy={false}
        onConfirm={again}
        onCancel={() => setAsking(false)}
      >
        <p>{t('people.slips-again-words')}</p>
      </Confirm>
    </div>
  );
};
