import { Show, createSignal, onCleanup } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import type { Filing } from './filing.ts';
import { saveStateOf } from './save-state.presenter.ts';

const createOnline = () => {
  const [isOnline, setOnline] = createSignal(navigator.onLine);
  const note = () => setOnline(navigator.onLine);
  window.addEventListener('online', note);
  window.addEventListener('offline', note);
  onCleanup(() => {
    window.removeEventListener('online', note);
    window.removeEventListener('offline', note);
  });
  return isOnline;
};

const lastSave = (filing: Filing): number | undefined => {
  const instants = Object.values(filing.draft.revisions()).map(({ at }) => at);
  return instants.length === 0 ? undefined : Math.max(...instants);
};

/** 已保存 10:42, or where one's work is instead. */
export const SaveNote = (props: { filing: Filing; onShowConflicts: () => void }) => {
  const isOnline = createOnline();
  const state = () =>
    saveStateOf({
      unsent: props.filing.draft.unsent(),
      isReached: isOnline() && !props.filing.draft.isWaiting(),
      conflicts: props.filing.conflicts().length,
      refused: props.filing.draft.refused().length - props.filing.conflicts().length,
      unkept: props.filing.model.unkept().length,
      savedAt: props.filing.draft.savedAt(),
      savedBefore: lastSave(props.filing),
      isDurable: props.filing.draft.isDurable,
    });
  return (
    <span class="save-note">
      <Show when={state().kind === 'here' || state().kind === 'trouble'} fallback={state().words}>
        <Status kind={state().kind === 'here' ? 'waiting' : 'returned'}>{state().words}</Status>
      </Show>
      <Show when={props.filing.conflicts().length > 0}>
        <Button small onClick={() => props.onShowConflicts()}>
          {t('submissions.show-conflicts')}
        </Button>
      </Show>
    </span>
  );
};
