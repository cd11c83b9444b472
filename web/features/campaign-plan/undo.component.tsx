import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { usePartActs } from './part-acts.ts';

/** What was removed last can be brought back; what was refused says why. */
export const PartActsNotes = () => {
  const acts = usePartActs();
  const last = () => acts?.removals()[acts.removals().length - 1];
  return (
    <>
      <Refusal problem={acts?.problem()} />
      <Show when={last()}>
        {(removal) => (
          <Callout
            live
            title={t('plan.removed', { what: removal().words })}
            actions={
              <Button small busy={acts?.isBusy()} onClick={() => void acts?.undo()}>
                {t('plan.act-undo')}
              </Button>
            }
          />
        )}
      </Show>
    </>
  );
};
